package io.hotcopy.simulate;

import io.hotcopy.backupset.SetFacts;
import io.hotcopy.recovery.RecoveryPlanner;
import io.hotcopy.recovery.RestorePlan;
import io.hotcopy.recovery.RestoreTarget;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * The real restore plans of the moments at which a restore may take the longest: they are made by the restore planner
 * from the sets that lie there then. What was promised to be restorable must be: that is checked with each.
 */
final class Restores {
    /** Of so many backup groups all sets are looked at; of more only those that the restore begins and ends with. */
    private static final int FEW = 4;

    private final Stage stage;
    private final Optional<LostSets> lost;

    Restores(Stage stage, Optional<LostSets> lost) {
        this.stage = stage;
        this.lost = lost;
    }

    /**
     * The longest restore so far.
     *
     * @param at when everything live is lost
     * @param estimate of the restore; empty when there was nothing to restore at any moment
     */
    record Longest(long at, Optional<RestoreEstimate> estimate) {
        static final Longest NONE = new Longest(World.NONE, Optional.empty());

        long millis() {
            return estimate.map(RestoreEstimate::whole).orElse(World.NONE);
        }
    }

    /** The longest of these measures, if it is longer than that. */
    Optional<Longest> longerThan(Longest known, Measures measures) {
        Longest longest = known;
        for (RestoreWatch.Moment moment : measures.restore().longest()) {
            if (moment.estimate() > known.millis()) {
                RestoreEstimate found = RestoreEstimate.of(plan(moment, measures.log()), stage.times());
                longest = found.whole() > longest.millis() ? new Longest(moment.at(), Optional.of(found)) : longest;
            }
        }
        return longest == known ? Optional.empty() : Optional.of(longest);
    }

    private RestorePlan plan(RestoreWatch.Moment moment, Log log) {
        int last = log.get(moment.copies() - 1).group();
        boolean few = stage.layout().groups().size() <= FEW;
        RestorePlan plan = plan(moment, log, group -> few || group == moment.group() || group == last);
        if (plan.target().value() == moment.newest()) {
            return plan;
        }
        List<SetFacts> all = VirtualSets.of(stage.layout(), log.first(moment.copies()), lost);
        RestorePlan complete = RecoveryPlanner.plan(all, new RestoreTarget.Latest());
        if (complete.target().value() != moment.newest()) {
            throw new IllegalStateException("at " + moment.at() + " commit " + moment.newest()
                    + " was to be restorable, and the restore planner reaches " + complete.target());
        }
        return complete;
    }

    private RestorePlan plan(RestoreWatch.Moment moment, Log log, IntPredicate groups) {
        List<SetFacts> sets = VirtualSets.since(stage.layout(), log, moment.copies(), lost, groups);
        return RecoveryPlanner.plan(sets, new RestoreTarget.Latest());
    }
}
