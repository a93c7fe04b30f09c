package io.hotcopy.engine;

import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ElementId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A plan that is carried out on a thread of its own, step after step; those of a backup group end with its first
 * failure. Looked at and cancelled by any thread.
 */
final class PlanRun {
    private final List<TrackedCopy> copies;
    private final Thread thread;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final List<Consumer<List<HotCopyStatus>>> listeners = new ArrayList<>();
    private RunReport report;
    private Throwable failure;
    private boolean placed;
    private volatile boolean isCancelling;

    /** @param jobs its steps, in order, at least one */
    PlanRun(List<Job> jobs) {
        this.copies = jobs.stream().map(TrackedCopy::new).toList();
        this.thread = new Thread(this::run, "hotcopy-plan-" + copies.get(0).id());
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            report = new RunReport(completed());
        } catch (RuntimeException | Error failed) {
            failure = failed;
        } finally {
            copies.forEach(TrackedCopy::skip);
            ended.countDown();
            tell();
        }
    }

    /** A backup group whose hot copy fails keeps no other from being copied. */
    private List<RunReport.HotCopy> completed() {
        List<RunReport.HotCopy> complete = new ArrayList<>();
        Map<String, HotCopyException> failures = new LinkedHashMap<>();
        for (TrackedCopy copy : copies) {
            if (copy.isWaiting()) {
                try {
                    complete.add(copy.run());
                } catch (HotCopyException failed) {
                    failures.put(copy.status().step(), failed);
                    (isCancelling ? copies : laterOf(copy)).forEach(TrackedCopy::skip);
                }
            }
        }
        if (!failures.isEmpty()) {
            throw Failure.of(failures, complete, untaken());
        }
        return complete;
    }

    private List<TrackedCopy> laterOf(TrackedCopy failed) {
        return copies.stream().filter(copy -> copy.isOfSameGroup(failed)).toList();
    }

    private List<String> untaken() {
        return copies.stream()
                .map(TrackedCopy::status)
                .filter(status -> status.began().isEmpty())
                .map(HotCopyStatus::step)
                .toList();
    }

    private void tell() {
        List<Consumer<List<HotCopyStatus>>> all;
        synchronized (listeners) {
            all = List.copyOf(listeners);
            listeners.clear();
        }
        all.forEach(listener -> listener.accept(status()));
    }

    /** Has somebody hear how it ended, at once if it has. */
    void whenEnded(Consumer<List<HotCopyStatus>> listener) {
        synchronized (listeners) {
            listeners.add(listener);
        }
        if (isEnded()) {
            tell();
        }
    }

    boolean isEnded() {
        return ended.getCount() == 0;
    }

    CountDownLatch ended() {
        return ended;
    }

    /** Zero when nobody refuses its first hot copy any more, and when that has ended. */
    CountDownLatch accepted() {
        return copies.get(0).accepted();
    }

    /** What its first hot copy was refused with. */
    Optional<HotCopyException> refusal() {
        return copies.get(0).refusal();
    }

    /** Stops it at the next point where that is safe; does nothing when it has ended. */
    void cancel() {
        isCancelling = true;
        thread.interrupt();
    }

    List<HotCopyStatus> status() {
        return copies.stream().map(TrackedCopy::status).toList();
    }

    boolean has(ElementId id) {
        return copies.stream().anyMatch(copy -> copy.id().equals(id));
    }

    /**
     * What came of it, once it has ended. Its failure also tells where the caller stands: a script is told its line by
     * it.
     */
    synchronized RunReport result() {
        if (failure != null && !placed) {
            placed = true;
            failure.setStackTrace(Stream.of(failure.getStackTrace(), new Throwable().getStackTrace())
                    .flatMap(Arrays::stream)
                    .toArray(StackTraceElement[]::new));
        }
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure != null) {
            throw (RuntimeException) failure;
        }
        return report;
    }

    /** Whether it ended because it was cancelled. */
    boolean isCancelled() {
        return failure instanceof HotCopyFailedException known && known.cancelled();
    }
}
