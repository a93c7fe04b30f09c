package io.hotcopy.recovery;

import io.hotcopy.backupset.SetFacts;
import io.hotcopy.recovery.RestoreTarget.BeforeCommit;
import io.hotcopy.recovery.RestoreTarget.Latest;
import io.hotcopy.recovery.RestoreTarget.ToCommit;
import io.hotcopy.recovery.RestoreTarget.ToElement;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.ElementId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Decides how a state is restored from sets (protocol §6). A full gives every commit from its pin point to its cut,
 * since the journal in between lies in it; a coordinated run gives those commits that all its members give. Within a
 * lineage the newest run is the one with the highest cut; between lineages, the one that ended last.
 */
public final class RecoveryPlanner {

    private RecoveryPlanner() {}

    /**
     * Plans a restore.
     *
     * @param sets everything there is to choose from, of one database; half-made sets among them are passed over
     * @param target the state asked for
     * @throws RestoreRefusedException when it cannot be given; says why, and what can
     */
    public static RestorePlan plan(List<SetFacts> sets, RestoreTarget target) {
        List<CopyRun> runs = runs(sets);
        Refusals refuse = new Refusals(sets, runs, target);
        if (databases(sets).size() > 1) {
            throw refuse.severalDatabases(databases(sets).values());
        }
        if (runs.isEmpty()) {
            throw refuse.nothing();
        }
        if (target instanceof Latest) {
            return latest(runs, refuse);
        }
        if (target instanceof ToElement to) {
            return toElement(runs, to.element(), refuse);
        }
        return toCommit(new LineageTree(sets), runs, lastCommit(target), refuse);
    }

    /** Every run that left a full in one of the sets, complete or not, in order of lineage and cut. */
    public static List<CopyRun> runs(List<SetFacts> sets) {
        return CopyRuns.of(sets);
    }

    /** Everything that {@link #plan} can give. */
    public static Coverage coverage(List<SetFacts> sets) {
        return Coverage.of(runs(sets));
    }

    private static RestorePlan latest(List<CopyRun> runs, Refusals refuse) {
        List<CopyRun> usable = runs.stream().filter(CopyRun::isUsable).toList();
        if (usable.isEmpty()) {
            throw refuse.unusable(newest(runs));
        }
        CopyRun chosen = newest(usable);
        return plan(chosen, chosen.cut(), unusable(runs, run -> newest(List.of(chosen, run)) == run));
    }

    private static RestorePlan toCommit(
            LineageTree lineages, List<CopyRun> runs, CommitNumber commit, Refusals refuse) {
        List<CopyRun> reaching =
                runs.stream().filter(run -> run.targets().contains(commit)).toList();
        List<CopyRun> usable = reaching.stream().filter(CopyRun::isUsable).toList();
        if (usable.isEmpty()) {
            throw reaching.isEmpty() ? refuse.unreachable() : refuse.unusable(newest(reaching));
        }
        long meanings = usable.stream()
                .map(run -> lineages.home(run.lineage(), commit))
                .distinct()
                .count();
        if (meanings > 1) {
            throw refuse.severalLives(usable);
        }
        CopyRun chosen = usable.stream().max(bestFor(commit)).orElseThrow();
        return plan(chosen, commit, unusable(reaching, run -> true));
    }

    private static CommitNumber lastCommit(RestoreTarget target) {
        if (target instanceof BeforeCommit before) {
            return new CommitNumber(before.commit().value() - 1);
        }
        return ((ToCommit) target).commit();
    }

    private static RestorePlan toElement(List<CopyRun> runs, ElementId element, Refusals refuse) {
        List<CopyRun> named =
                runs.stream().filter(run -> run.id().equals(element)).toList();
        if (named.isEmpty()) {
            throw refuse.unreachable();
        }
        if (named.size() > 1) {
            throw refuse.contradiction("run " + element + " has parts with different cuts, lineages or members");
        }
        CopyRun chosen = named.get(0);
        chosen.contradiction().ifPresent(what -> {
            throw refuse.contradiction(what);
        });
        return plan(chosen, chosen.cut(), List.of());
    }

    private static RestorePlan plan(CopyRun chosen, CommitNumber target, List<CopyRun> passedOver) {
        SetFacts any = chosen.present().get(0).set();
        return new RestorePlan(
                any.database(),
                any.kind(),
                chosen.lineage(),
                target,
                chosen.id(),
                chosen.present(),
                chosen.missing(),
                passedOver);
    }

    private static List<CopyRun> unusable(List<CopyRun> runs, Predicate<CopyRun> better) {
        return runs.stream().filter(run -> !run.isUsable()).filter(better).toList();
    }

    /** The run with the highest cut in the lineage in which that run ended last. */
    static CopyRun newest(List<CopyRun> runs) {
        return runs.stream().collect(Collectors.groupingBy(CopyRun::lineage)).values().stream()
                .map(ofOneLineage -> ofOneLineage.stream().max(newer()).orElseThrow())
                .max(Comparator.comparing(CopyRun::ended).thenComparing(newer()))
                .orElseThrow();
    }

    private static Comparator<CopyRun> newer() {
        return Comparator.comparing(CopyRun::cut).thenComparing(CopyRun::ended).thenComparing(run -> run.id()
                .value());
    }

    /** At a cut the content is known and nothing need be dropped; else the least redo; then the newest. */
    private static Comparator<CopyRun> bestFor(CommitNumber commit) {
        return Comparator.comparing((CopyRun run) -> run.cut().equals(commit))
                .thenComparing(run -> run.targets().first())
                .thenComparing(CopyRun::ended)
                .thenComparing(run -> run.id().value());
    }

    private static Map<UUID, String> databases(List<SetFacts> sets) {
        return sets.stream()
                .collect(Collectors.toMap(
                        SetFacts::databaseUuid,
                        set -> "\"" + set.database() + "\"",
                        (one, other) -> one,
                        TreeMap::new));
    }
}
