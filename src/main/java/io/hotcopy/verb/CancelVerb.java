package io.hotcopy.verb;

import io.hotcopy.engine.HotCopyStatus;
import io.hotcopy.live.LiveCopies;
import io.hotcopy.problem.HotCopyException;
import java.util.List;
import java.util.Optional;

/** {@code cancel}: ends a hot copy that was left running, and waits until it has cleared away what it began. */
public final class CancelVerb {
    private final Session session;

    CancelVerb(Session session) {
        this.session = session;
    }

    /**
     * Cancels one, and with it the steps of its plan that have not begun.
     *
     * @param id of a hot copy that runs or waits, or a unique beginning of it; empty for the only one
     * @throws HotCopyException when there is none, or several
     */
    public CancelResult run(Optional<String> id) {
        LiveCopies copies = session.requireRunning().copies();
        return new CancelResult(copies.cancel(choose(copies.all(), id).id()));
    }

    private static HotCopyStatus choose(List<HotCopyStatus> all, Optional<String> id) {
        List<HotCopyStatus> running = all.stream()
                .filter(hotCopy -> !hotCopy.state().isEnded())
                .filter(hotCopy -> id.isPresent() || hotCopy.state() == HotCopyStatus.State.RUNNING)
                .filter(hotCopy -> hotCopy.id().toString().startsWith(id.orElse("")))
                .toList();
        if (running.isEmpty()) {
            throw new HotCopyException(
                    id.map(word -> "no hot copy \"" + word + "\" is running").orElse("no hot copy is running"),
                    "status shows those that are");
        }
        if (running.size() > 1) {
            throw new HotCopyException(
                    running.size() + " hot copies are running: which one is meant",
                    running.stream()
                            .map(hotCopy -> "cancel " + hotCopy.id() + " ends " + hotCopy.step())
                            .toArray(String[]::new));
        }
        return running.get(0);
    }
}
