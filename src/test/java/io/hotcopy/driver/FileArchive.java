package io.hotcopy.driver;

import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.CommitRange;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.SetId;
import io.hotcopy.term.StorageGroupName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * The files of one archive of {@link FileDatabase}: immutable {@code files/n.dat} with the records through the
 * persisted mark, and {@code journal/n.log} with the later ones. Guarded by the database's lock.
 */
final class FileArchive {
    private static final int COMMITS_IN_A_SEGMENT = 50;

    /** The last published element of a chain, and the set it lies in. */
    record Known(Continuation last, SetId set, HotCopyType type) {}

    /** A piece of the journal. */
    static final class Segment {
        final String name;
        long last;
        long length;
        private int commits;

        Segment(String name) {
            this.name = name;
        }
    }

    final ArchiveId id;
    final SortedSet<StorageGroupName> groups;
    final Path directory;
    final List<RunningCopy> running = new ArrayList<>();
    final Map<Object, Long> leases = new LinkedHashMap<>();
    ArchiveFacts.State state = ArchiveFacts.State.RUNNING;
    SetId newestSet;
    long persistedMark;
    boolean journalHotCopy = true;
    boolean suspended;
    final Map<SetId, Known> sets = new LinkedHashMap<>();
    Known chain;
    /** The last commit whose journal has been let go of. */
    long recycledThrough;

    private final List<String> files = new ArrayList<>();
    private final Map<String, Integer> pins = new LinkedHashMap<>();
    private final List<Segment> segments = new ArrayList<>();
    private final ByteArrayOutputStream unflushed = new ByteArrayOutputStream();
    private int filesMade;
    private int segmentsMade;

    FileArchive(ArchiveId id, SortedSet<StorageGroupName> groups, Path directory) throws IOException {
        this.id = id;
        this.groups = groups;
        this.directory = directory;
        Files.createDirectories(directory.resolve("files"));
        Files.createDirectories(directory.resolve("journal"));
    }

    void append(CommitRecord commit) throws IOException {
        byte[] bytes = commit.bytes(groups);
        unflushed.writeBytes(bytes);
        if (segments.isEmpty() || segments.get(segments.size() - 1).commits == COMMITS_IN_A_SEGMENT) {
            segments.add(new Segment("journal/" + segmentsMade++ + ".log"));
        }
        Segment segment = segments.get(segments.size() - 1);
        Files.write(directory.resolve(segment.name), bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        segment.last = commit.number();
        segment.length += bytes.length;
        segment.commits++;
    }

    /** Enters a published element in its chains and moves their leases. */
    void published(CopyRequest request, CommitNumber cut) {
        Known known =
                new Known(new Continuation(request.run(), cut), request.set().orElseThrow(), request.type());
        if (request.type() != HotCopyType.JOURNAL) {
            sets.put(known.set, known);
            leases.put(known.set, cut.value());
        }
        if (request.type() == HotCopyType.FULL) {
            sets.keySet().removeIf(set -> !set.equals(known.set));
            leases.keySet().removeIf(owner -> owner instanceof SetId set && !set.equals(known.set));
        }
        if (request.type() == HotCopyType.JOURNAL || chain == null || suspended) {
            chain = known;
            suspended = false;
            leases.put("journal-chain", cut.value());
        }
    }

    /** The records of the journal in a range, as they were written. */
    List<byte[]> records(CommitRange range) throws IOException {
        List<byte[]> records = new ArrayList<>();
        for (Segment segment : segmentsAfter(range.from().value())) {
            ByteBuffer bytes = read(directory.resolve(segment.name)).limit((int) segment.length);
            split(bytes).forEach((number, record) -> {
                if (range.contains(new CommitNumber(number))) {
                    records.add(record);
                }
            });
        }
        return records;
    }

    /** Each record's bytes by its number. */
    static SortedMap<Long, byte[]> split(ByteBuffer bytes) {
        SortedMap<Long, byte[]> records = new TreeMap<>();
        while (bytes.hasRemaining()) {
            int begin = bytes.position();
            byte[] record = new byte[16 + bytes.getInt(begin + 8) + bytes.getInt(begin + 12)];
            bytes.get(record);
            records.put(ByteBuffer.wrap(record).getLong(), record);
        }
        return records;
    }

    /** Moves what is only in memory and journal into a file, and lets go of journal that nothing needs any more. */
    void flush(long applied) throws IOException {
        if (unflushed.size() > 0) {
            files.add(write(unflushed.toByteArray()));
            unflushed.reset();
        }
        persistedMark = applied;
        recycle();
    }

    private void recycle() throws IOException {
        long needed = leases.values().stream().mapToLong(Long::longValue).min().orElse(persistedMark);
        while (segments.size() > 1 && segments.get(0).last <= Math.min(needed, persistedMark)) {
            Segment gone = segments.remove(0);
            recycledThrough = gone.last;
            Files.delete(directory.resolve(gone.name));
        }
    }

    /** Replaces all files by one; those that a pin holds stay on disk until it lets go. */
    void compact() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (String file : files) {
            all.writeBytes(Files.readAllBytes(directory.resolve(file)));
        }
        List<String> replaced = List.copyOf(files);
        files.clear();
        files.add(write(all.toByteArray()));
        for (String file : replaced) {
            deleteUnlessHeld(file);
        }
    }

    List<String> pin() {
        files.forEach(file -> pins.merge(file, 1, Integer::sum));
        return List.copyOf(files);
    }

    void unpin(List<String> held) throws IOException {
        for (String file : held) {
            pins.computeIfPresent(file, (name, count) -> count == 1 ? null : count - 1);
            deleteUnlessHeld(file);
        }
    }

    boolean isPinned() {
        return !pins.isEmpty();
    }

    /** The segments that hold a commit after this one. */
    List<Segment> segmentsAfter(long number) {
        return segments.stream().filter(segment -> segment.last > number).toList();
    }

    long size() {
        return segments.stream().mapToLong(segment -> segment.length).sum()
                + files.stream().mapToLong(this::length).sum();
    }

    long length(String file) {
        return directory.resolve(file).toFile().length();
    }

    private String write(byte[] bytes) throws IOException {
        String name = "files/" + filesMade++ + ".dat";
        Files.write(directory.resolve(name), bytes);
        return name;
    }

    private void deleteUnlessHeld(String file) throws IOException {
        if (!files.contains(file) && !pins.containsKey(file)) {
            Files.delete(directory.resolve(file));
        }
    }

    static ByteBuffer read(Path file) throws IOException {
        return ByteBuffer.wrap(Files.readAllBytes(file));
    }
}
