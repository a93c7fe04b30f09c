package io.hotcopy.testkit;

import io.hotcopy.plan.HotCopyStep;
import io.hotcopy.plan.PlannedRun;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The steps of one plan, of which one runs at a time. */
final class Chain {
    private final Deque<HotCopyStep> waiting;
    private PlannedRun running;
    private Instant end;

    Chain(List<HotCopyStep> steps) {
        this.waiting = new ArrayDeque<>(steps);
    }

    Optional<PlannedRun> running() {
        return Optional.ofNullable(running);
    }

    /** When what runs is to end. */
    Instant end() {
        return end;
    }

    boolean isEnded() {
        return running == null && waiting.isEmpty();
    }

    /** The step that is to begin next, which waits no longer; empty when there is none. */
    Optional<HotCopyStep> next() {
        return Optional.ofNullable(waiting.poll());
    }

    void begin(PlannedRun run, Instant runEnds) {
        running = run;
        end = runEnds;
    }

    /** What has been running. */
    PlannedRun end(PlannedRun run) {
        running = null;
        return run;
    }

    /** The steps that will not begin. */
    List<HotCopyStep> abandon() {
        running = null;
        List<HotCopyStep> left = List.copyOf(waiting);
        waiting.clear();
        return left;
    }
}
