package io.hotcopy.driver;

import io.hotcopy.backupset.SyncedFiles;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.CommitRange;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.Lineage;
import io.hotcopy.term.StorageGroupName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.UUID;

/** A hot copy on one archive of {@link FileDatabase}. */
final class FileCopy implements ArchiveCopy, Pin {
    private final FileDatabase database;
    private final FileArchive archive;
    private final CopyRequest request;
    private List<String> held = List.of();
    private long pinPoint = -1;
    private boolean closed;

    FileCopy(FileDatabase database, FileArchive archive, CopyRequest request) {
        this.database = database;
        this.archive = archive;
        this.request = request;
    }

    RunningCopy asRunning(boolean initialised) {
        return new RunningCopy(
                request.run(), request.type(), request.set(), initialised, Optional.of(FileDatabase.FIRST_COMMIT));
    }

    /** A member that left the view since its pin cannot be part of a cut. */
    void requireInView() {
        if (archive.state != ArchiveFacts.State.RUNNING) {
            throw new HotCopyException("archive " + archive.id + " left the view since it was pinned");
        }
    }

    @Override
    public ArchiveId archive() {
        return archive.id;
    }

    @Override
    public String kind() {
        return "files";
    }

    @Override
    public UUID databaseUuid() {
        return FileDatabase.UUID_OF_DATABASE;
    }

    @Override
    public UUID archiveUuid() {
        return new UUID(1, archive.id.value());
    }

    @Override
    public Lineage lineage() {
        return FileDatabase.LINEAGE;
    }

    @Override
    public SortedSet<StorageGroupName> storageGroups() {
        return archive.groups;
    }

    @Override
    public void initialised() {
        database.before("initialised", archive.id);
        synchronized (database) {
            database.awaitUntil(() -> archive.running.stream().noneMatch(copy -> copy.type() == HotCopyType.JOURNAL));
            archive.running.remove(asRunning(false));
            archive.running.add(asRunning(true));
            archive.newestSet = request.set().orElseThrow();
        }
    }

    @Override
    public Pin pin() {
        database.before("pin", archive.id);
        synchronized (database) {
            pinPoint = archive.persistedMark;
            archive.leases.put(this, pinPoint);
            held = archive.pin();
            return this;
        }
    }

    @Override
    public CommitNumber pinPoint() {
        return new CommitNumber(pinPoint);
    }

    @Override
    public List<SourceFile> files() {
        return held.stream().map(name -> file(name, archive.length(name))).toList();
    }

    @Override
    public JournalSlice journal(Cut cut) {
        return journal(new CommitRange(pinPoint(), cut.number()));
    }

    @Override
    public JournalSlice journal(Continuation from, Cut cut) {
        return journal(new CommitRange(from.after(), cut.number()));
    }

    private JournalSlice journal(CommitRange range) {
        database.before("journal", archive.id);
        synchronized (database) {
            List<SourceFile> files = archive.segmentsAfter(range.from().value()).stream()
                    .map(segment -> file(segment.name, segment.length))
                    .toList();
            return new JournalSlice(range, files, earliest(range), latest(range));
        }
    }

    private static Optional<Instant> earliest(CommitRange range) {
        return range.isEmpty() ? Optional.empty() : time(range.from().value() + 1);
    }

    private static Optional<Instant> latest(CommitRange range) {
        return range.isEmpty() ? Optional.empty() : time(range.through().value());
    }

    private static Optional<Instant> time(long commit) {
        return Optional.of(FileDatabase.FIRST_COMMIT.plusSeconds(commit));
    }

    private SourceFile file(String name, long length) {
        return new SourceFile() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public long length() {
                return length;
            }

            @Override
            public ReadableByteChannel open() throws IOException {
                database.before("open", archive.id);
                return watched(FileChannel.open(archive.directory.resolve(name)));
            }
        };
    }

    private ReadableByteChannel watched(FileChannel file) {
        return new ReadableByteChannel() {
            @Override
            public int read(ByteBuffer target) throws IOException {
                database.before("read", archive.id);
                return file.read(target);
            }

            @Override
            public boolean isOpen() {
                return file.isOpen();
            }

            @Override
            public void close() throws IOException {
                file.close();
            }
        };
    }

    @Override
    public Continuation continuation(Optional<Continuation> inSet) {
        database.before("continuation", archive.id);
        synchronized (database) {
            Continuation from = newest(inSet).orElseThrow(() -> mustReopen(request.type()));
            if (from.after().value() < archive.recycledThrough) {
                throw new Refusal("the journal after commit " + from.after() + " is gone", List.of()).exception();
            }
            archive.leases.put(this, from.after().value());
            return from;
        }
    }

    private Optional<Continuation> newest(Optional<Continuation> inSet) {
        boolean journal = request.type() == HotCopyType.JOURNAL;
        if (journal && (archive.suspended || !archive.journalHotCopy)) {
            throw mustReopen(request.type());
        }
        FileArchive.Known known =
                journal ? archive.chain : archive.sets.get(request.set().orElseThrow());
        if (known == null) {
            return inSet;
        }
        boolean shown = inSet.filter(last -> !known.last().after().isAfter(last.after()))
                .isPresent();
        boolean expected =
                request.set().equals(Optional.of(known.set())) && (!journal || known.type() == request.type());
        if (expected && !shown) {
            throw new Refusal("element " + known.last().previous() + " is missing in the backup set", List.of())
                    .exception();
        }
        return shown ? inSet : Optional.of(known.last());
    }

    private static CopyRefusedException mustReopen(HotCopyType type) {
        String reason = "Full or incremental hot copy must be completed before " + type.word() + " hot copy";
        return new Refusal(reason, List.of("Take a full or incremental hot copy.")).exception();
    }

    @Override
    public Changes changes(Continuation from, Cut cut) {
        database.before("changes", archive.id);
        CommitRange range = new CommitRange(from.after(), cut.number());
        synchronized (database) {
            List<List<byte[]>> halves = List.of(new ArrayList<>(), new ArrayList<>());
            FileDatabase.quietly(() -> archive.records(range)
                    .forEach(bytes -> halves.get(bytes[7] & 1).add(bytes)));
            return new Changes(
                    range,
                    List.of(produced("changes/even", halves.get(0)), produced("changes/odd", halves.get(1))),
                    earliest(range),
                    latest(range));
        }
    }

    private ProducedFile produced(String name, List<byte[]> records) {
        return new ProducedFile() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void writeTo(WritableByteChannel target) throws IOException {
                for (byte[] record : records) {
                    database.before("produce", archive.id);
                    target.write(ByteBuffer.wrap(record));
                }
            }
        };
    }

    /** One file with every record through the cut, and nothing else. */
    @Override
    public void finish(Path copied, Cut cut) {
        database.before("finish", archive.id);
        FileDatabase.quietly(() -> {
            SortedMap<Long, byte[]> records = new TreeMap<>();
            for (String part : List.of("files", "journal")) {
                read(copied.resolve(part), cut, records);
                SyncedFiles.deleteTree(copied.resolve(part));
            }
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            records.values().forEach(all::writeBytes);
            SyncedFiles.writeFile(copied.resolve(FileDatabase.ARCHIVE_FILE), all.toByteArray());
            SyncedFiles.syncDirectory(copied);
        });
    }

    private static void read(Path directory, Cut cut, SortedMap<Long, byte[]> records) throws IOException {
        if (Files.exists(directory)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
                for (Path file : files) {
                    FileArchive.split(FileArchive.read(file)).forEach((number, record) -> {
                        if (number <= cut.number().value()) {
                            records.put(number, record);
                        }
                    });
                }
            }
        }
    }

    @Override
    public void published(CommitNumber cut) {
        database.before("published", archive.id);
        synchronized (database) {
            archive.published(request, cut);
        }
    }

    @Override
    public void close() {
        synchronized (database) {
            if (closed) {
                return;
            }
            closed = true;
            archive.leases.remove(this);
            archive.running.removeIf(copy -> copy.run().equals(request.run()));
            FileDatabase.quietly(() -> archive.unpin(held));
            database.closed(this);
            database.notifyAll();
        }
        database.before("close", archive.id);
    }
}
