package io.hotcopy.recovery;

import io.hotcopy.backupset.ElementFacts.Member;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.recovery.RestoreRefusedException.Reason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says why a state cannot be restored and what can: the one place of the planner's sentences. */
final class Refusals {

    /** More would bury the sentence above them. */
    private static final int TARGETS_SHOWN = 5;

    private final List<SetFacts> sets;
    private final List<CopyRun> runs;
    private final RestoreTarget target;

    Refusals(List<SetFacts> sets, List<CopyRun> runs, RestoreTarget target) {
        this.sets = sets;
        this.runs = runs;
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

    RestoreRefusedException severalLives(List<CopyRun> usable) {
        List<String> hints = new ArrayList<>();
        hints.add("Name the sets of one lineage, or an element: --element ID.");
        usable.forEach(run -> hints.add(inWords(run)));
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

    /** A run that would do, were it whole. */
    RestoreRefusedException unusable(CopyRun run) {
        Optional<String> contradiction = run.contradiction();
        if (contradiction.isPresent()) {
            return contradiction(contradiction.orElseThrow());
        }
        List<String> hints = new ArrayList<>();
        run.missing().forEach(member -> hints.add(whereabouts(member)));
        hints.add("To restore only " + run.archives() + ", name the element: --element " + run.id() + ".");
        hints.addAll(whatThereIs());
        return new RestoreRefusedException(
                Reason.INCOMPLETE,
                "cannot restore " + target + ": backup collection " + run.id() + " is incomplete: "
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
        List<CopyRun> usable = runs.stream()
                .filter(CopyRun::isUsable)
                .sorted(Comparator.comparing(CopyRun::ended).reversed())
                .toList();
        List<String> hints =
                usable.stream().limit(TARGETS_SHOWN).map(Refusals::inWords).collect(Collectors.toList());
        if (usable.size() > TARGETS_SHOWN) {
            hints.add("And " + (usable.size() - TARGETS_SHOWN) + " older ones.");
        }
        return hints;
    }

    private static String inWords(CopyRun run) {
        return "Restorable: " + run.targets() + " of lineage " + run.lineage() + ", from element " + run.id() + " of "
                + run.archives() + ".";
    }

    private String places() {
        return sets.stream().map(set -> "\"" + set.location() + "\"").collect(Collectors.joining(", "));
    }
}
