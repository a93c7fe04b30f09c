package io.hotcopy.engine;

import io.hotcopy.term.ElementId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The plans that an engine carries out, and the latest of those that it has. Safe for several threads. */
final class HotCopyLedger {
    private static final int KEPT_ENDED = 50;

    private final Deque<PlanRun> runs = new ArrayDeque<>();
    private boolean closed;

    /** Enters one and starts it; {@code false} when the engine has been closed. */
    synchronized boolean start(PlanRun run) {
        if (closed) {
            return false;
        }
        runs.addLast(run);
        List<PlanRun> ended = runs.stream().filter(PlanRun::isEnded).toList();
        runs.removeAll(ended.subList(0, Math.max(0, ended.size() - KEPT_ENDED)));
        run.start();
        return true;
    }

    /** The newest first. */
    synchronized List<HotCopyStatus> status() {
        List<HotCopyStatus> all = new ArrayList<>();
        runs.forEach(run -> all.addAll(run.status()));
        Collections.reverse(all);
        return all;
    }

    synchronized Optional<PlanRun> find(ElementId id) {
        return runs.stream().filter(run -> run.has(id)).findFirst();
    }

    /** Lets no other begin; gives those that run. */
    synchronized List<PlanRun> close() {
        closed = true;
        return runs.stream().filter(run -> !run.isEnded()).toList();
    }
}
