package io.hotcopy.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hotcopy.backupset.BackupSet;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.backupset.SyncedFiles;
import io.hotcopy.embedded.EmbeddedArchiveFormat;
import io.hotcopy.embedded.OpenedArchives;
import io.hotcopy.engine.RunReport;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.recovery.RecoveryPlanner;
import io.hotcopy.recovery.RestorePlan;
import io.hotcopy.recovery.RestoreTarget;
import io.hotcopy.restore.ArchiveFormats;
import io.hotcopy.restore.RestoreReport;
import io.hotcopy.restore.Restorer;
import io.hotcopy.restore.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/** Restores a collection by the real tools and reads the bank in it. */
final class RestoredBank {

    private RestoredBank() {}

    /** What a complete hot copy gives; {@code target} is made and removed. */
    static BankState restore(RunReport.HotCopy copied, Path target) throws IOException {
        return restore(
                copied.archives().stream()
                        .map(archive -> BackupSet.open(archive.directory()).facts())
                        .toList(),
                target);
    }

    /**
     * What the sets of a collection give at their cut. Each restored archive is compared with the fingerprints in its
     * manifest.
     */
    static BankState restore(List<SetFacts> sets, Path target) throws IOException {
        RestorePlan plan = RecoveryPlanner.plan(sets, new RestoreTarget.Latest());
        assertEquals(sets.get(0).elements().get(0).cut(), plan.target());
        return restore(plan, target);
    }

    /**
     * What a plan gives. Where its target is a cut, each restored archive is compared with the fingerprints taken
     * there.
     */
    static BankState restore(RestorePlan plan, Path target) throws IOException {
        EmbeddedArchiveFormat format = new EmbeddedArchiveFormat();
        RestoreReport restored = new Restorer(
                        new ArchiveFormats(List.of(format)), new SplittableRandom(target.hashCode()), new Workers(2))
                .restore(plan, target, ProgressListener.NONE);
        for (Path archive : restored.archives().values()) {
            format.scan(archive, ProgressListener.NONE).forEach((group, content) -> plan.fingerprints()
                    .ifPresent(recorded -> assertEquals(recorded.get(group), content, group + " in " + archive)));
        }
        try (OpenedArchives opened =
                OpenedArchives.open(List.copyOf(restored.archives().values()))) {
            assertEquals(plan.target(), opened.cut());
            return BankState.of(opened);
        } finally {
            SyncedFiles.deleteTree(target);
        }
    }
}
