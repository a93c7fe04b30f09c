package io.hotcopy.verb;

import io.hotcopy.backupset.BackupSet;
import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.SealedElement;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.recovery.Coverage;
import io.hotcopy.recovery.RecoveryPlanner;
import io.hotcopy.recovery.TargetRange;
import io.hotcopy.restore.ArchiveFormat;
import io.hotcopy.restore.JournalSource;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.CommitRange;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.StorageGroupName;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * {@code nuoarchive restore --report-timestamps}: which commits one set can be restored to, and when they were made;
 * changes nothing, and holds nothing of what it tells.
 */
public final class ReportTimestampsVerb {
    private final Session session;

    ReportTimestampsVerb(Session session) {
        this.session = session;
    }

    /**
     * @param each hears the commits that the set's journals hold, in their order, each once
     * @throws io.hotcopy.problem.HotCopyException when there is no set, or it is damaged
     */
    public void run(ReportTimestampsRequest request, BiConsumer<CommitNumber, Instant> each) {
        BackupSet set = BackupSet.open(session.resolve(request.set()));
        ArchiveFormat format = session.surroundings().formats().of(set.facts().kind());
        List<TargetRange> restorable = restorable(set.facts());
        CommitNumber[] last = {CommitNumber.ZERO};
        format.commitTimes(journals(set), (commit, time) -> {
            boolean first = commit.isAfter(last[0]);
            last[0] = CommitNumber.max(last[0], commit);
            if (first && request.includes(time) && restorable.stream().anyMatch(range -> range.contains(commit))) {
                each.accept(commit, time);
            }
        });
    }

    /**
     * Every archive serves UNPARTITIONED and every journal carries it. A set without a full gives nothing by itself;
     * what its journals hold counts, since they carry the set before it forward.
     */
    private static List<TargetRange> restorable(SetFacts set) {
        boolean based = set.elements().stream().anyMatch(element -> element.type() == HotCopyType.FULL);
        if (!based) {
            return List.of(new TargetRange(CommitNumber.ZERO, new CommitNumber(Long.MAX_VALUE)));
        }
        Coverage coverage = RecoveryPlanner.coverageAlone(set);
        return coverage.lineages().stream()
                .flatMap(of -> of.ranges().getOrDefault(StorageGroupName.UNPARTITIONED, List.of()).stream())
                .toList();
    }

    /** In the order in which they begin: then what an element repeats is all at its beginning. */
    private static List<JournalSource> journals(BackupSet set) {
        return set.elements().stream()
                .filter(element -> element.facts().type() != HotCopyType.INCREMENTAL)
                .sorted(Comparator.comparing(SealedElement::facts, Comparator.comparing(ReportTimestampsVerb::from)))
                .map(element -> new JournalSource(element.data(), element.facts()))
                .toList();
    }

    private static CommitNumber from(ElementFacts element) {
        return element.covers().values().stream()
                .map(CommitRange::from)
                .min(Comparator.naturalOrder())
                .orElse(element.cut());
    }
}
