package io.hotcopy.simulate;

import java.util.List;
import java.util.Optional;

/** One failure, tried at every moment at which it may hurt most; what came of the worst is kept. */
final class Trial {

    /**
     * One moment of it.
     *
     * @param at the moment just before the failure begins
     * @param disturbance what goes wrong then
     * @param withBases whether it is followed until the copies stand on the same fulls again
     * @param through until when it is followed at most
     */
    record Attempt(long at, Disturbance disturbance, boolean withBases, long through) {

        /** The same, followed for longer. */
        Attempt through(long end) {
            return new Attempt(at, disturbance, withBases, end);
        }

        private Attempt with(Disturbance other) {
            return new Attempt(at, other, withBases, through);
        }
    }

    /**
     * What came of an attempt.
     *
     * @param begin how it stood just before
     * @param before what had been published by then
     * @param attempt which
     * @param loss the most that could be lost from there on
     */
    record Outcome(Playback begin, Measures before, Attempt attempt, long loss) {

        /** The same, had it been this storage manager. */
        private Outcome of(int manager) {
            Disturbance same = attempt.disturbance();
            return new Outcome(begin, before, attempt.with(Disturbance.down(manager, same.from(), same.to())), loss);
        }
    }

    private final int policy;
    private final AssumedFailure failure;
    private final List<Attempt> attempts;
    private final LossWatch loss;
    private Outcome first;
    private Outcome worst;
    private Restores.Longest longest;
    private Outcome slowest;
    /** The trial that comes to the same, and the storage manager that is down in this one; null for none. */
    private Trial searched;

    private int manager;

    /**
     * @param policy whose failure it is; {@link World#NONE} for one that concerns all
     * @param loss what can be lost without the failure
     * @param longest the longest restore without the failure
     */
    Trial(int policy, AssumedFailure failure, List<Attempt> attempts, LossWatch loss, Restores.Longest longest) {
        this.policy = policy;
        this.failure = failure;
        this.attempts = List.copyOf(attempts);
        this.loss = loss;
        this.longest = longest;
    }

    /** The same with another storage manager, of which all comes to the same. */
    Trial alike(AssumedFailure other, int manager) {
        Trial twin = new Trial(policy, other, attempts, loss, longest);
        twin.searched = this;
        twin.manager = manager;
        return twin;
    }

    /** Whether it has to be searched; else another one is. */
    boolean isSearched() {
        return searched == null;
    }

    boolean concerns(int asked) {
        return policy == World.NONE || policy == asked;
    }

    AssumedFailure failure() {
        return failure;
    }

    /** The sets that are lost with a region. */
    Optional<LostSets> lost() {
        return attempts.get(0).disturbance().lostSets();
    }

    List<Attempt> attempts() {
        return attempts;
    }

    /** What can be lost, with or without the failure. */
    LossWatch loss() {
        return searched == null ? loss : searched.loss;
    }

    Restores.Longest longest() {
        return searched == null ? longest : searched.longest;
    }

    /** The attempt that was made first. */
    Outcome first() {
        return first;
    }

    /** The attempt in which the most can be lost. */
    Outcome worst() {
        return searched == null ? worst : searched.worst.of(manager);
    }

    /** The attempt in which a restore takes the longest; null when it takes no longer than without the failure. */
    Outcome slowest() {
        if (searched == null) {
            return slowest;
        }
        return searched.slowest == null ? null : searched.slowest.of(manager);
    }

    /** @param measures what was measured in the attempt */
    void take(Outcome outcome, Measures measures, Restores restores) {
        first = first == null ? outcome : first;
        if (worst == null || outcome.loss() > worst.loss()) {
            worst = outcome;
        }
        loss.worseOf(measures.loss());
        restores.longerThan(longest, measures).ifPresent(found -> {
            longest = found;
            slowest = outcome;
        });
    }
}
