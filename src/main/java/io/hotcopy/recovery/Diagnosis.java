package io.hotcopy.recovery;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.recovery.BaseChoice.Choice;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.StorageGroupName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds out why no base reaches a target: what would reach it if it were whole, or where the covers break off. */
final class Diagnosis {

    private final List<CopyRun> runs;
    private final LineageTree lineages;
    private final Refusals refuse;

    Diagnosis(List<CopyRun> runs, LineageTree lineages, Refusals refuse) {
        this.runs = runs;
        this.lineages = lineages;
        this.refuse = refuse;
    }

    /** @param lives those in which the commit may have been made */
    RestoreRefusedException why(List<Life> lives, CommitNumber commit) {
        return unusable(lives, commit)
                .or(() -> first(lives, life -> missingGroups(life, commit)))
                .or(() -> first(lives, life -> gap(life, commit)))
                .orElseGet(refuse::unreachable);
    }

    private interface Look {
        Optional<RestoreRefusedException> at(Life life);
    }

    private static Optional<RestoreRefusedException> first(List<Life> lives, Look look) {
        return lives.stream().map(look::at).flatMap(Optional::stream).findFirst();
    }

    /** Something is there that would reach it, and is damaged or lacks a member. */
    private Optional<RestoreRefusedException> unusable(List<Life> lives, CommitNumber commit) {
        List<CopyRun> needed = new ArrayList<>();
        for (Life life : lives) {
            Life all = Life.ofAll(life.id(), lineages, runs);
            SortedSet<StorageGroupName> had = all.served().at(commit);
            List<CopyRun> wouldDo =
                    all.bases().stream().filter(base -> base.wasToHold(had)).toList();
            new BaseChoice(all, commit).withAll(wouldDo, Set.of()).ifPresent(choice -> needed.addAll(unusable(choice)));
        }
        return needed.isEmpty() ? Optional.empty() : Optional.of(refuse.unusable(RecoveryPlanner.newest(needed)));
    }

    private List<CopyRun> unusable(Choice choice) {
        if (!choice.base().isUsable()) {
            return List.of(choice.base());
        }
        Set<ElementId> used = choice.archives().stream()
                .flatMap(ArchivePlan::elements)
                .map(ElementFacts::id)
                .collect(Collectors.toSet());
        return runs.stream()
                .filter(run -> used.contains(run.id()) && run.contradiction().isPresent())
                .toList();
    }

    private Optional<RestoreRefusedException> missingGroups(Life life, CommitNumber commit) {
        SortedSet<StorageGroupName> missing = new TreeSet<>(life.served().at(commit));
        return new BaseChoice(life, commit).withMost(life.bases(), missing).map(choice -> {
            missing.removeAll(choice.base().storageGroups());
            return refuse.missingGroups(choice.base(), missing);
        });
    }

    private Optional<RestoreRefusedException> gap(Life life, CommitNumber commit) {
        if (!life.hasElementsAt(commit)) {
            return Optional.empty();
        }
        BaseChoice choice = new BaseChoice(life, commit);
        return life.bases().stream()
                .filter(base -> life.canBeCarriedOn(base) && commit.isAfter(base.cut()))
                .filter(base -> base.storageGroups().containsAll(life.served().at(commit)))
                .max(RecoveryPlanner.newer())
                .or(() -> life.bases().stream()
                        .filter(base -> life.canBeCarriedOn(base) && commit.isAfter(base.cut()))
                        .max(RecoveryPlanner.newer()))
                .map(choice::brokenAt)
                .filter(broken -> !broken.isEmpty())
                .map(broken -> gap(life, broken));
    }

    private RestoreRefusedException gap(Life life, SortedMap<StorageGroupName, Long> broken) {
        long earliest = broken.values().stream().min(Comparator.naturalOrder()).orElseThrow();
        broken.values().removeIf(reached -> reached > earliest);
        return refuse.gap(life, new TreeSet<>(broken.keySet()), new CommitNumber(earliest));
    }
}
