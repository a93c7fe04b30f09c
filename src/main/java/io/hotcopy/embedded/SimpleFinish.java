package io.hotcopy.embedded;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.driver.ArchiveCopy;
import io.hotcopy.driver.Cut;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.restore.RestoredState;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.CommitRange;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.SetId;
import io.hotcopy.term.StorageGroupName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Makes a restored archive of a simple hot copy, at its cut: its files are those of a full, so they are finished as a
 * full is by a restore, from what the manifest of a full would say.
 */
final class SimpleFinish {

    private final ArchiveCopy copy;
    private final DatabaseName database;
    private final ElementId run;
    private final CommitNumber pinPoint;
    private final Cut cut;

    SimpleFinish(ArchiveCopy copy, DatabaseName database, ElementId run, CommitNumber pinPoint, Cut cut) {
        this.copy = copy;
        this.database = database;
        this.run = run;
        this.pinPoint = pinPoint;
        this.cut = cut;
    }

    /**
     * Redoes the journal through the cut; on disk when this returns.
     *
     * @param copied the files
     * @param archiveUuid the new archive's identity
     */
    void run(Path copied, UUID archiveUuid) {
        RestoredState state = new RestoredState(set(copied), List.of(), archiveUuid, copy.lineage(), cut.number(), run);
        new EmbeddedArchiveFormat().finish(copied, state, ProgressListener.NONE);
    }

    private SetFacts set(Path copied) {
        return new SetFacts(
                copied,
                copy.kind(),
                new SetId(run.value()),
                copy.lineage(),
                database,
                copy.databaseUuid(),
                copy.archive(),
                copy.archiveUuid(),
                copy.storageGroups(),
                run,
                cut.stableMark(),
                List.of(full(copied)));
    }

    private ElementFacts full(Path copied) {
        SortedMap<StorageGroupName, CommitRange> covers = new TreeMap<>();
        SortedMap<StorageGroupName, Fingerprint> fingerprints = new TreeMap<>();
        for (StorageGroupName group : copy.storageGroups()) {
            covers.put(group, new CommitRange(pinPoint, cut.number()));
            fingerprints.put(group, cut.fingerprints().getOrDefault(group, Fingerprint.ZERO));
        }
        return new ElementFacts(
                run,
                HotCopyType.FULL,
                copied.getFileName().toString(),
                Optional.empty(),
                copy.lineage(),
                copy.archive(),
                copy.archiveUuid(),
                List.of(new ElementFacts.Member(copy.archive(), new SetId(run.value()), copy.storageGroups())),
                pinPoint,
                cut.number(),
                covers,
                new ElementFacts.CommitTimes(Optional.empty(), Optional.empty(), cut.stableMark()),
                fingerprints,
                cut.stableMark(),
                cut.stableMark(),
                new ByteSize(0));
    }
}
