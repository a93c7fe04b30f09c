package io.hotcopy.verb;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.engine.HotCopyStatus;
import io.hotcopy.engine.RunReport;
import io.hotcopy.engine.RunReport.HotCopy;
import java.util.List;
import java.util.Optional;

/**
 * What a backup did.
 *
 * @param plan what it was to do
 * @param report what it did; empty in a dry run
 * @param collections ids of the runs that wrote into sets, or would have; that of a full is its collection's
 * @param left the hot copies that were left running, or waiting for their turn; usually none
 */
public record BackupResult(
        PlanResult plan, Optional<RunReport> report, List<String> collections, List<HotCopyStatus> left)
        implements VerbResult, Referable {

    /** A backup that goes on by itself. */
    static BackupResult left(PlanResult plan, List<HotCopyStatus> left) {
        return new BackupResult(plan, Optional.empty(), List.of(), left);
    }

    @Override
    public boolean planned() {
        return report.isEmpty() && left.isEmpty();
    }

    /** What each hot copy did; none in a dry run. */
    public List<HotCopy> hotCopies() {
        return report.map(RunReport::hotCopies).orElse(List.of());
    }

    /** What was written into sets; none in a dry run. */
    public List<ElementFacts> elements() {
        return hotCopies().stream()
                .flatMap(hotCopy -> hotCopy.archives().stream())
                .flatMap(archive -> archive.element().stream())
                .toList();
    }

    /** The runs, for {@code restore} and {@code verify}. */
    @Override
    public List<String> words() {
        return collections;
    }
}
