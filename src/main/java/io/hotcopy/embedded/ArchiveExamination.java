package io.hotcopy.embedded;

import io.hotcopy.embedded.journal.JournalReader;
import io.hotcopy.embedded.journal.JournalScan;
import io.hotcopy.embedded.journal.Leases;
import io.hotcopy.embedded.state.DatabaseState;
import io.hotcopy.embedded.store.ArchiveStore;
import io.hotcopy.embedded.store.SstFile;
import io.hotcopy.embedded.store.StoreMemory;
import io.hotcopy.embedded.sync.SyncSegments;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressEvent;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.restore.ArchiveCheck;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.StorageGroupName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Looks over an archive that nobody has open: identity, every file of records, whether the records add up to what was
 * kept of them, the journal and how it goes on from the records, leases. One part that is damaged does not keep it from
 * the others. Writes nothing. Used by one thread.
 */
final class ArchiveExamination {

    private final StoppedArchive stopped;
    private final Path archive;
    private final ProgressListener progress;
    private final List<String> errors = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final SortedSet<StorageGroupName> counted = new TreeSet<>();
    private Optional<ArchiveIdentity> identity = Optional.empty();
    private Optional<CommitNumber> holds = Optional.empty();
    private CommitNumber received = CommitNumber.ZERO;

    ArchiveExamination(StoppedArchive stopped, ProgressListener progress) {
        this.stopped = stopped;
        this.archive = stopped.directory();
        this.progress = progress;
    }

    ArchiveCheck run(StoreMemory memory) {
        part("identity", () -> identity = Optional.of(ArchiveIdentityYaml.read(archive)));
        part("records", () -> records(memory));
        part("frames of a SYNC", this::received);
        part("journal", this::journal);
        part("leases", () -> Leases.open(ArchiveLayout.leases(archive)));
        return new ArchiveCheck(
                identity.map(its -> new ArchiveCheck.Identity(its.database(), its.archive())),
                holds,
                counted,
                errors,
                notes);
    }

    /** What cannot be read is as bad as what was read and is wrong. */
    private void part(String stage, Runnable look) {
        progress.on(new ProgressEvent.StageEntered("check " + stage));
        try {
            look.run();
        } catch (HotCopyException trouble) {
            errors.add(trouble.getMessage());
        }
    }

    private void records(StoreMemory memory) {
        Path rocks = ArchiveLayout.rocks(archive);
        if (!ArchiveStore.exists(rocks)) {
            throw new HotCopyException("there are no records in \"" + rocks + "\"");
        }
        try (ArchiveStore store = ArchiveStore.openReadOnly(rocks, memory)) {
            holds = Optional.of(store.persistedMark());
            identity.flatMap(ArchiveIdentity::restored)
                    .filter(restored -> !restored.cut().equals(store.persistedMark()))
                    .ifPresent(restored -> errors.add("the archive is said to be restored to commit " + restored.cut()
                            + ", and its records hold commits through " + store.persistedMark()));
            if (checksums(store.liveFiles())) {
                fingerprints(store);
            }
        }
    }

    /** Says whether all of them are whole. */
    private boolean checksums(List<Path> files) {
        long began = System.nanoTime();
        String task = "checksums of " + archive.getFileName();
        progress.on(new ProgressEvent.TaskStarted(task, 0));
        int before = errors.size();
        long bytes = 0;
        for (Path file : files) {
            try {
                bytes += SstFile.verify(file);
                progress.on(new ProgressEvent.TaskAdvanced(task, bytes, 0));
            } catch (HotCopyException damaged) {
                errors.add(damaged.getMessage());
            }
        }
        progress.on(new ProgressEvent.TaskFinished(task, bytes, System.nanoTime() - began));
        return errors.size() == before;
    }

    private void fingerprints(ArchiveStore store) {
        SortedMap<StorageGroupName, Fingerprint> kept =
                FingerprintFold.byGroup(store.groups(), store.runningFingerprints());
        SortedMap<StorageGroupName, Fingerprint> found =
                new ContentScan(store, archive.getFileName().toString(), progress).run();
        counted.addAll(found.keySet());
        kept.forEach((group, expected) -> {
            if (!expected.equals(found.get(group))) {
                errors.add("the records of storage group " + group + " at commit " + store.persistedMark()
                        + " are not those that were written: expected fingerprint " + expected + ", found "
                        + found.get(group));
            }
        });
    }

    /** A restored or copied archive has none until it serves. */
    private void journal() {
        Path directory = ArchiveLayout.journal(archive);
        JournalScan scan = JournalReader.scan(directory, entry -> {});
        boolean mayHaveNone = identity.flatMap(ArchiveIdentity::restored).isPresent();
        if (scan.segments().isEmpty() && scan.end() != JournalScan.End.DAMAGED) {
            if (!mayHaveNone) {
                errors.add("there is no journal in \"" + directory + "\"");
            }
            return;
        }
        ending(scan);
        scan.identity()
                .ifPresent(owner -> identity.filter(own -> !own.archiveUuid().equals(owner.archiveUuid()))
                        .ifPresent(own -> errors.add("the journal in \"" + directory + "\" belongs to archive "
                                + owner.archiveUuid() + ", the directory to archive " + own.archiveUuid())));
        holds.ifPresent(mark -> joins(scan, mark));
    }

    private void ending(JournalScan scan) {
        String place = "in \"" + scan.file().orElse(archive) + "\" at offset " + scan.offset() + ": " + scan.reason();
        switch (scan.end()) {
            case CLEAN -> {}
            case TORN ->
                notes.add("the journal ends in a write that was never acknowledged, as after a crash, " + place);
            case DAMAGED -> errors.add("the journal is damaged " + place);
        }
    }

    /** Nothing is taken in here, so no quota is needed. */
    private void received() {
        received = new SyncSegments(ArchiveLayout.sync(archive), Long.MAX_VALUE).check(errors::add);
    }

    /** Of an archive that left the view, records and journal need not fit: it begins anew with a SYNC. */
    private void joins(JournalScan scan, CommitNumber mark) {
        if (isOutsideTheView()) {
            notes.add("the archive is not in the newest view: it can only come back by SYNC");
            return;
        }
        if (scan.before().isAfter(mark)) {
            errors.add("commits are missing: the records hold them through " + mark + ", the journal only after "
                    + scan.before());
        }
        boolean whole = scan.end() != JournalScan.End.DAMAGED;
        CommitNumber reached = CommitNumber.max(scan.highestCommit(), scan.highestStable());
        if (whole && mark.isAfter(CommitNumber.max(reached, received))) {
            errors.add("the journal has lost its end: the records hold commits through " + mark
                    + ", and the journal, from which they came, ends at " + reached);
        }
    }

    private boolean isOutsideTheView() {
        Optional<ArchiveId> own = identity.map(ArchiveIdentity::archive);
        return stopped.database()
                .flatMap(DatabaseState::newestView)
                .filter(view -> own.filter(view.members()::contains).isEmpty())
                .isPresent();
    }
}
