package io.hotcopy.recovery;

import io.hotcopy.backupset.ElementFacts.Member;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.recovery.RestoreRefusedException.Reason;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.StorageGroupName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says why a state cannot be restored and what can: the one place of the planner's sentences. */
final class Refusals {

    private final List<SetFacts> sets;
    private final Restorable restorable;
    private final RestoreTarget target;

    Refusals(List<SetFacts> sets, Restorable restorable, RestoreTarget target) {
        this.sets = sets;
        this.restorable = restorable;
        this.target = target;
    }

    RestoreRefusedException nothing() {
        String what = sets.isEmpty() ? "no backup set was given" : "no full hot copy was ever published in " + places();
        return new RestoreRefusedException(
                Reason.NOTHING,
                "cannot restore " + target + ": " + what,
                List.of("Name the sets of a full hot copy that completed."));
    }

    RestoreRefusedException severalDatabases(Collection<String> names) {
        return new RestoreRefusedException(
                Reason.AMBIGUOUS,
                "cannot restore " + target + ": the sets belong to " + names.size() + " databases: "
                        + names.stream().sorted().collect(Collectors.joining(", ")),
                List.of("Name the sets of one database."));
    }

    RestoreRefusedException severalLives(List<RestorePlan> plans) {
        List<String> hints = new ArrayList<>();
        hints.add("Name the sets of one lineage, or an element: --element ID.");
        plans.forEach(plan -> hints.add("Restorable: " + target + " of lineage " + plan.lineage() + ", from element "
                + plan.run() + " of " + archives(plan) + "."));
        return new RestoreRefusedException(
                Reason.AMBIGUOUS,
                "cannot restore " + target
                        + ": the database was restored in between, and it means another state in each" + " lineage",
                hints);
    }

    RestoreRefusedException unreachable() {
        return new RestoreRefusedException(
                Reason.UNREACHABLE, "cannot restore " + target + ": no element reaches it", whatThereIs());
    }

    RestoreRefusedException contradiction(String what) {
        return new RestoreRefusedException(
                Reason.CONTRADICTION,
                "cannot restore " + target + ": damaged backup collection: " + what,
                whatThereIs());
    }

    /** A base reaches it, and lacks storage groups that the database had. */
    RestoreRefusedException missingGroups(CopyRun base, SortedSet<StorageGroupName> missing) {
        List<String> hints = new ArrayList<>();
        hints.add("A full hot copy of archives that serve " + inWords(missing) + " is needed, made before or after.");
        hints.add("To restore only " + base.archives() + ", at commit " + base.cut() + ", name the element: --element "
                + base.id() + ".");
        hints.addAll(whatThereIs());
        return new RestoreRefusedException(
                Reason.INCOMPLETE,
                "cannot restore " + target + ": no full hot copy that reaches it holds " + inWords(missing),
                hints);
    }

    /** Covers break off before it. */
    RestoreRefusedException gap(Life life, SortedSet<StorageGroupName> groups, CommitNumber reached) {
        List<String> hints = new ArrayList<>();
        for (StorageGroupName group : groups) {
            hints.add("Needed: journals or incrementals that cover storage group " + group + " from commit "
                    + reached.next() + " on, of " + ArchiveWords.list(serving(life, group)) + ".");
        }
        hints.addAll(whatThereIs());
        return new RestoreRefusedException(
                Reason.UNREACHABLE,
                "cannot restore " + target + ": " + inWords(groups) + (groups.size() == 1 ? " is" : " are")
                        + " missing after commit " + reached,
                hints);
    }

    /** The archives that serve a group, as runs or the beginnings of sets say. */
    private List<ArchiveId> serving(Life life, StorageGroupName group) {
        SortedSet<ArchiveId> archives = new TreeSet<>(life.archivesOf(group));
        sets.stream()
                .filter(set -> set.storageGroups().contains(group))
                .map(SetFacts::archive)
                .forEach(archives::add);
        return List.copyOf(archives);
    }

    /** A run that would do, were it whole. */
    RestoreRefusedException unusable(CopyRun run) {
        Optional<String> contradiction = run.contradiction();
        if (contradiction.isPresent()) {
            return contradiction(contradiction.orElseThrow());
        }
        List<String> hints = new ArrayList<>();
        run.missing().forEach(member -> hints.add(whereabouts(member)));
        if (run.isFull() && !run.present().isEmpty()) {
            hints.add("To restore only " + run.archives() + ", name the element: --element " + run.id() + ".");
        }
        hints.addAll(whatThereIs());
        return new RestoreRefusedException(
                Reason.INCOMPLETE,
                "cannot restore " + target
                        + (run.isFull()
                                ? ": backup collection "
                                : ": " + run.type().word() + " hot copy ")
                        + run.id() + " is incomplete: "
                        + run.missingArchives() + (run.missing().size() == 1 ? " is" : " are") + " missing",
                hints);
    }

    /** Whether the missing member's set lies here half-made or is not here at all. */
    private String whereabouts(Member member) {
        return sets.stream()
                .filter(set -> set.id().equals(member.set()))
                .findFirst()
                .map(set -> "Set \"" + set.location() + "\" of archive " + member.archive()
                        + " holds no published element of this run.")
                .orElse("Set " + member.set() + " of archive " + member.archive() + " is not among those given.");
    }

    private List<String> whatThereIs() {
        return restorable.inWords();
    }

    private static String archives(RestorePlan plan) {
        return ArchiveWords.list(
                plan.archives().stream().map(ArchivePlan::archive).toList());
    }

    private static String inWords(SortedSet<StorageGroupName> groups) {
        return (groups.size() == 1 ? "storage group " : "storage groups ")
                + groups.stream().map(StorageGroupName::toString).collect(Collectors.joining(", "));
    }

    private String places() {
        return sets.stream().map(set -> "\"" + set.location() + "\"").collect(Collectors.joining(", "));
    }
}
