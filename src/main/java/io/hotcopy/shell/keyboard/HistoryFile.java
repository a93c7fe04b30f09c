package io.hotcopy.shell.keyboard;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The history on disk, shared by all shells of one home: each line is written when it was entered, behind a lock, so a
 * shell that is killed loses none and several lose none of each other. Too long, it is replaced by its newer part.
 *
 * <p>A text that people may read and mend, one entry a line: {@code milliseconds:line}, line feeds in it as {@code \n}.
 * It needs no checksum: a line that is damaged or no entry is passed over and costs nothing but itself.
 */
final class HistoryFile {
    static final int MOST_ENTRIES = 5_000;
    private static final long MOST_BYTES = 1 << 20;
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /** A lock on a file keeps other processes out; this keeps out other shells of the same. */
    private static final Object IN_THIS_PROCESS = new Object();

    private final Path file;

    /**
     * One line as it was entered.
     *
     * @param at when
     * @param line perhaps of several lines of text
     */
    record Entry(Instant at, String line) {}

    private interface Work<T> {
        T run() throws IOException;
    }

    /** @param file in a directory that exists */
    HistoryFile(Path file) {
        this.file = file;
    }

    /** All entries, the oldest first. */
    List<Entry> read() throws IOException {
        return locked(this::entries);
    }

    /** Adds one at the end. */
    void add(Entry entry) throws IOException {
        locked(() -> {
            Set<StandardOpenOption> options =
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try (FileChannel channel = FileChannel.open(file, options, OWNER_ONLY)) {
                append(written(entry), channel);
                if (channel.size() > 2 * MOST_BYTES) {
                    shorten();
                }
            }
            return null;
        });
    }

    /** A line that was cut off when its shell was killed, or the disk was full, ends before the new one. */
    private static void append(String line, FileChannel channel) throws IOException {
        long end = channel.size();
        ByteBuffer last = ByteBuffer.allocate(1);
        boolean isCutOff = end > 0 && channel.read(last, end - 1) == 1 && last.get(0) != '\n';
        ByteBuffer bytes = ByteBuffer.wrap((isCutOff ? "\n" + line : line).getBytes(StandardCharsets.UTF_8));
        channel.position(end);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private List<Entry> entries() throws IOException {
        if (Files.notExists(file)) {
            return List.of();
        }
        List<Entry> entries =
                lines().stream().flatMap(line -> parsed(line).stream()).toList();
        if (entries.size() > 2 * MOST_ENTRIES) {
            shorten();
        }
        return entries.subList(Math.max(0, entries.size() - MOST_ENTRIES), entries.size());
    }

    /** What is no text is replaced, so that one damaged line does not cost the others. */
    private List<String> lines() throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private void shorten() throws IOException {
        List<String> kept = new ArrayList<>();
        List<String> lines = lines();
        long bytes = 0;
        for (int at = lines.size() - 1; at >= 0 && kept.size() < MOST_ENTRIES; at--) {
            bytes += lines.get(at).getBytes(StandardCharsets.UTF_8).length + 1;
            if (bytes > MOST_BYTES) {
                break;
            }
            kept.add(0, lines.get(at));
        }
        Path shorter = Files.createTempFile(file.getParent(), "history", ".tmp", OWNER_ONLY);
        Files.write(shorter, kept);
        Files.move(shorter, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private <T> T locked(Work<T> work) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        Path lock = file.resolveSibling(file.getFileName() + ".lock");
        synchronized (IN_THIS_PROCESS) {
            try (FileChannel channel = FileChannel.open(lock, options, OWNER_ONLY);
                    FileLock held = channel.lock()) {
                return work.run();
            }
        }
    }

    private static String written(Entry entry) {
        String line = entry.line().replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
        return entry.at().toEpochMilli() + ":" + line + "\n";
    }

    private static Optional<Entry> parsed(String written) {
        int colon = written.indexOf(':');
        if (colon < 1 || colon > 15 || !written.substring(0, colon).chars().allMatch(Character::isDigit)) {
            return Optional.empty();
        }
        Instant at = Instant.ofEpochMilli(Long.parseLong(written.substring(0, colon)));
        return Optional.of(new Entry(at, unescaped(written.substring(colon + 1))));
    }

    private static String unescaped(String written) {
        StringBuilder line = new StringBuilder();
        for (int at = 0; at < written.length(); at++) {
            char next = written.charAt(at);
            if (next == '\\' && at + 1 < written.length()) {
                at++;
                char escaped = written.charAt(at);
                line.append(escaped == 'n' ? '\n' : escaped == 'r' ? '\r' : escaped);
            } else {
                line.append(next);
            }
        }
        return line.toString();
    }
}
