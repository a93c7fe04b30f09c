package io.hotcopy.recovery;

import io.hotcopy.backupset.SetFacts;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Decides how a state is restored from sets (protocol §6). A full gives every commit from its pin point to its cut,
 * since the journal in between lies in it; a coordinated run gives those commits that all its members give. From its
 * cut on it is carried forward, each storage group by itself, by whichever elements cover that group without a gap; all
 * groups end at one commit. Within a lineage the newest run is the one with the highest cut; between lineages, the one
 * that ended last.
 */
public final class RecoveryPlanner {

    private RecoveryPlanner() {}

    /**
     * Plans a restore.
     *
     * @param sets everything there is to choose from, of one database; half-made sets among them are of use for the
     *     journals that were copied into them
     * @param target the state asked for
     * @throws RestoreRefusedException when it cannot be given; says why, and what can
     */
    public static RestorePlan plan(List<SetFacts> sets, RestoreTarget target) {
        return new Planning(sets, target, false).plan();
    }

    /**
     * Plans a restore of as many storage groups as can be had; which are missing, the plan says.
     *
     * @param sets as for {@link #plan}
     * @param target the state asked for
     * @throws RestoreRefusedException when not one archive can be brought to it
     */
    public static RestorePlan planPart(List<SetFacts> sets, RestoreTarget target) {
        return new Planning(sets, target, true).plan();
    }

    /**
     * Plans a restore of one archive from one set by itself, also when other archives were copied together with it:
     * those the plan says are missing. Whether several archives so restored fit together is for the caller to see to.
     *
     * @param set the only set that is used
     * @param target the state asked for
     * @throws RestoreRefusedException when this set alone cannot give it; says why, and what it can
     */
    public static RestorePlan planAlone(SetFacts set, RestoreTarget target) {
        return new LoneSet(set).plan(target);
    }

    /** Everything that {@link #planAlone} can give. */
    public static Coverage coverageAlone(SetFacts set) {
        return coverage(List.of(new LoneSet(set).alone()));
    }

    /**
     * Asks which commit a time means; when answered, it is restored as any commit.
     *
     * @param sets as for {@link #plan}, at least one
     * @param time the wall clock as the database reads it
     * @return what must be read to tell, and what is certain already
     * @throws RestoreRefusedException when the time lies before all that is known, or after the last moment up to which
     *     the elements are known to hold every commit
     */
    public static TimeQuestion timeQuestion(List<SetFacts> sets, Instant time) {
        return new TimeLookup(sets).ask(time);
    }

    /** Every run that left an element of any type in one of the sets, complete or not, in order of lineage and cut. */
    public static List<CopyRun> runs(List<SetFacts> sets) {
        return CopyRuns.of(sets);
    }

    /** Everything that {@link #plan} can give. */
    public static Coverage coverage(List<SetFacts> sets) {
        return Coverage.of(new LineageTree(sets), runs(sets));
    }

    /** The run with the highest cut in the lineage in which that run ended last. */
    static CopyRun newest(List<CopyRun> runs) {
        return runs.stream().collect(Collectors.groupingBy(CopyRun::lineage)).values().stream()
                .map(ofOneLineage -> ofOneLineage.stream().max(newer()).orElseThrow())
                .max(Comparator.comparing(CopyRun::ended).thenComparing(newer()))
                .orElseThrow();
    }

    /** Orders runs of one lineage. */
    static Comparator<CopyRun> newer() {
        return Comparator.comparing(CopyRun::cut).thenComparing(CopyRun::ended).thenComparing(run -> run.id()
                .value());
    }
}
