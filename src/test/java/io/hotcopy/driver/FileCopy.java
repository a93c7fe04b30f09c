package io.hotcopy.driver;

import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.CommitRange;
import io.hotcopy.term.Lineage;
import io.hotcopy.term.StorageGroupName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
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
        return new RunningCopy(request.run(), request.type(), request.set(), initialised);
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
        database.before("journal", archive.id);
        synchronized (database) {
            List<SourceFile> files = archive.segmentsAfter(pinPoint).stream()
                    .map(segment -> file(segment.name, segment.length))
                    .toList();
            CommitRange range = new CommitRange(pinPoint(), cut.number());
            return range.isEmpty()
                    ? new JournalSlice(range, files, Optional.empty(), Optional.empty())
                    : new JournalSlice(
                            range, files, time(pinPoint + 1), time(cut.number().value()));
        }
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
        throw new UnsupportedOperationException("only simple and full hot copies so far");
    }

    @Override
    public Changes changes(Continuation from, Cut cut) {
        throw new UnsupportedOperationException("only simple and full hot copies so far");
    }

    @Override
    public JournalSlice journal(Continuation from, Cut cut) {
        throw new UnsupportedOperationException("only simple and full hot copies so far");
    }

    @Override
    public void finish(Path copied, Cut cut) {
        throw new UnsupportedOperationException("only simple and full hot copies so far");
    }

    @Override
    public void published(CommitNumber cut) {
        database.before("published", archive.id);
        synchronized (database) {
            archive.leases.put("journal-chain", cut.value());
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
        }
        database.before("close", archive.id);
    }
}
