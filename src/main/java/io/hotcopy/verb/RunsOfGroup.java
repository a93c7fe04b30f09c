package io.hotcopy.verb;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.ElementFacts.Member;
import io.hotcopy.model.BackupGroup;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.plan.PastRun;
import io.hotcopy.recovery.CopyRun;
import io.hotcopy.term.ElementId;
import io.hotcopy.verb.TimelineResult.Run;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a backup group has run: what the run ledger tells, and of runs that it does not know, what they left on disk.
 *
 * @param ledger the runs since a moment, of any policy
 * @param onDisk the runs that any set tells of
 */
record RunsOfGroup(List<PastRun> ledger, List<CopyRun> onDisk) {

    List<Run> of(BackupPolicy policy, BackupGroup group, Instant since) {
        List<Run> runs = new ArrayList<>();
        Set<ElementId> known = new HashSet<>();
        for (PastRun run : ledger) {
            run.id().ifPresent(known::add);
            if (run.database().equals(policy.protects())
                    && run.policy().equals(policy.name())
                    && run.backupGroup().equals(group.name())) {
                runs.add(new Run(run.type(), run.began(), run.ended(), run.outcome()));
            }
        }
        onDisk.stream()
                .filter(run -> !known.contains(run.id())
                        && isOf(run, group)
                        && !run.ended().isBefore(since))
                .map(RunsOfGroup::asTold)
                .forEach(runs::add);
        runs.sort(Comparator.comparing(Run::began));
        return runs;
    }

    private static boolean isOf(CopyRun run, BackupGroup group) {
        return group.archives()
                .containsAll(run.members().stream().map(Member::archive).toList());
    }

    private static Run asTold(CopyRun run) {
        Instant began = run.present().stream()
                .map(part -> part.base())
                .map(ElementFacts::began)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return new Run(run.type(), began, run.ended(), run.isUsable() ? PastRun.Outcome.DONE : PastRun.Outcome.FAILED);
    }
}
