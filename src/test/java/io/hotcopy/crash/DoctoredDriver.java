package io.hotcopy.crash;

import io.hotcopy.driver.ArchiveCopy;
import io.hotcopy.driver.Changes;
import io.hotcopy.driver.CommitLatency;
import io.hotcopy.driver.Continuation;
import io.hotcopy.driver.CopyRequest;
import io.hotcopy.driver.Cut;
import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.driver.DomainDriver;
import io.hotcopy.driver.JournalSlice;
import io.hotcopy.driver.Pin;
import io.hotcopy.driver.PinnedCopies;
import io.hotcopy.driver.SourceFile;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.Lineage;
import io.hotcopy.term.StorageGroupName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;

/** A real driver with a bug planted in the copy path: what it gives is not what the archive holds. */
final class DoctoredDriver implements DomainDriver {

    /** What becomes of what an archive gives; as it is, unless said otherwise. */
    interface Doctoring {
        /** The pinned files of a full or simple hot copy. */
        default List<SourceFile> pinned(ArchiveCopy of, List<SourceFile> files) {
            return files;
        }

        /** What an incremental writes. */
        default Changes changes(ArchiveCopy of, Changes changes) {
            return changes;
        }

        /** What a journal hot copy copies. */
        default JournalSlice journal(ArchiveCopy of, JournalSlice journal) {
            return journal;
        }
    }

    private final DomainDriver real;
    private final Doctoring doctoring;

    DoctoredDriver(DomainDriver real, Doctoring doctoring) {
        this.real = real;
        this.doctoring = doctoring;
    }

    @Override
    public DatabaseFacts facts(DatabaseName database) {
        return real.facts(database);
    }

    @Override
    public PinnedCopies copies(DatabaseName database) {
        return new DoctoredCopies(real.copies(database));
    }

    private final class DoctoredCopies implements PinnedCopies {
        private final PinnedCopies copies;

        DoctoredCopies(PinnedCopies copies) {
            this.copies = copies;
        }

        @Override
        public ArchiveCopy begin(ArchiveId archive, CopyRequest request) {
            return new DoctoredCopy(copies.begin(archive, request));
        }

        @Override
        public Cut cut(List<ArchiveCopy> members, Duration patience) {
            return copies.cut(
                    members.stream().map(member -> ((DoctoredCopy) member).copy).toList(), patience);
        }

        @Override
        public CommitNumber stable() {
            return copies.stable();
        }

        @Override
        public CommitLatency commitLatency() {
            return copies.commitLatency();
        }
    }

    private record DoctoredPin(CommitNumber pinPoint, List<SourceFile> files, Pin pin) implements Pin {
        @Override
        public JournalSlice journal(Cut cut) {
            return pin.journal(cut);
        }
    }

    private final class DoctoredCopy implements ArchiveCopy {
        private final ArchiveCopy copy;

        DoctoredCopy(ArchiveCopy copy) {
            this.copy = copy;
        }

        @Override
        public Pin pin() {
            Pin pin = copy.pin();
            return new DoctoredPin(pin.pinPoint(), doctoring.pinned(copy, pin.files()), pin);
        }

        @Override
        public ArchiveId archive() {
            return copy.archive();
        }

        @Override
        public String kind() {
            return copy.kind();
        }

        @Override
        public UUID databaseUuid() {
            return copy.databaseUuid();
        }

        @Override
        public UUID archiveUuid() {
            return copy.archiveUuid();
        }

        @Override
        public Lineage lineage() {
            return copy.lineage();
        }

        @Override
        public SortedSet<StorageGroupName> storageGroups() {
            return copy.storageGroups();
        }

        @Override
        public void initialised() {
            copy.initialised();
        }

        @Override
        public Continuation continuation(Optional<Continuation> inSet) {
            return copy.continuation(inSet);
        }

        @Override
        public Changes changes(Continuation from, Cut cut) {
            return doctoring.changes(copy, copy.changes(from, cut));
        }

        @Override
        public JournalSlice journal(Continuation from, Cut cut) {
            return doctoring.journal(copy, copy.journal(from, cut));
        }

        @Override
        public void finish(Path copied, Cut cut) {
            copy.finish(copied, cut);
        }

        @Override
        public void published(CommitNumber cut) {
            copy.published(cut);
        }

        @Override
        public void close() {
            copy.close();
        }
    }
}
