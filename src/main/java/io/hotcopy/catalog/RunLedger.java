package io.hotcopy.catalog;

import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.backupset.SyncedFiles;
import io.hotcopy.plan.PastRun;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.CRC32C;

/**
 * What became of every run of one domain: files of lines, one a month, to which any number of threads and processes add
 * at the same time. A line is a format version, a checksum and the run; it is synced before {@link #enter} returns. A
 * line that a crash cut off, or that is not as it was written, is passed over when reading: the ledger tells what was
 * tried, and no copy depends on it.
 */
public final class RunLedger {
    private static final String FORMAT = "1";
    private static final FileAttribute<?> OWNER_ONLY_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final Set<StandardOpenOption> APPENDING =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    private static final String PREFIX = "runs-";
    private static final String SUFFIX = ".log";

    private final Path directory;

    /** @param directory of the domain, below the home of our state; made when the first run is entered */
    public RunLedger(Path directory) {
        this.directory = directory;
    }

    /**
     * Adds a run.
     *
     * @throws io.hotcopy.problem.HotCopyException when it cannot be written
     */
    public void enter(PastRun run) {
        DomainLock.of(directory).holding(domain -> {
            append(fileOf(YearMonth.from(run.ended().atOffset(ZoneOffset.UTC))), line(PastRunJson.write(run)));
            return true;
        });
    }

    private static void append(Path file, String line) {
        try (FileChannel channel = FileChannel.open(file, APPENDING, OWNER_ONLY_FILE)) {
            boolean isNew = channel.size() == 0;
            append(channel, line);
            if (isNew) {
                SyncedFiles.syncDirectory(file.getParent());
            }
        } catch (IOException trouble) {
            throw FileTrouble.cannot("write", file, trouble);
        }
    }

    /** A line that a crash cut off is ended first, so that it spoils none but itself. */
    private static void append(FileChannel channel, String line) throws IOException {
        long end = channel.size();
        ByteBuffer last = ByteBuffer.allocate(1);
        boolean isCut = end > 0 && channel.read(last, end - 1) == 1 && last.get(0) != '\n';
        ByteBuffer bytes = ByteBuffer.wrap(((isCut ? "\n" : "") + line + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            end += channel.write(bytes, end);
        }
        channel.force(true);
    }

    /**
     * The runs that ended at or after this instant, in the order in which they were entered.
     *
     * @throws io.hotcopy.problem.HotCopyException when a file cannot be read
     */
    public List<PastRun> since(Instant from) {
        YearMonth first = YearMonth.from(from.atOffset(ZoneOffset.UTC));
        List<PastRun> runs = new ArrayList<>();
        for (YearMonth month : months()) {
            if (!month.isBefore(first)) {
                read(fileOf(month)).stream()
                        .filter(run -> !run.ended().isBefore(from))
                        .forEach(runs::add);
            }
        }
        return runs;
    }

    private SortedSet<YearMonth> months() {
        SortedSet<YearMonth> months = new TreeSet<>();
        if (!Files.isDirectory(directory)) {
            return months;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, PREFIX + "????-??" + SUFFIX)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                months.add(YearMonth.parse(name.substring(PREFIX.length(), name.length() - SUFFIX.length())));
            }
        } catch (IOException trouble) {
            throw FileTrouble.cannot("list", directory, trouble);
        }
        return months;
    }

    private List<PastRun> read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .flatMap(line -> run(line).stream())
                    .toList();
        } catch (IOException trouble) {
            throw FileTrouble.cannot("read", file, trouble);
        }
    }

    private static Optional<PastRun> run(String line) {
        String[] parts = line.split(" ", 3);
        boolean isWhole = parts.length == 3 && parts[0].equals(FORMAT) && parts[1].equals(checksum(parts[2]));
        return isWhole ? Optional.of(PastRunJson.read(parts[2])) : Optional.empty();
    }

    private static String line(String json) {
        return FORMAT + " " + checksum(json) + " " + json;
    }

    private static String checksum(String text) {
        CRC32C crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    private Path fileOf(YearMonth month) {
        return directory.resolve(PREFIX + month + SUFFIX);
    }
}
