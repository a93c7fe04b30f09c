package io.hotcopy.service.attach;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * The jobs of one shared domain: those at work, and those ended whose callers may still ask. Safe for several threads.
 */
final class AttachJobs {
    static final int AT_ONCE = 64;

    /** Callers that did not get an answer ask again at once. */
    private static final int TOLD_KEPT = 64;

    private static final Duration UNTOLD_KEPT = Duration.ofMinutes(10);
    /** Within this time a caller that is still there has asked for the end. */
    private static final Duration ASKS_AGAIN = Duration.ofSeconds(10);

    private static final Duration IDLE_THREAD = Duration.ofSeconds(30);

    private final Map<String, AttachJob> jobs = new LinkedHashMap<>();
    private final ThreadPoolExecutor threads;

    /** @param threads makes those that work */
    AttachJobs(ThreadFactory threads) {
        this.threads = new ThreadPoolExecutor(
                0, AT_ONCE, IDLE_THREAD.toSeconds(), TimeUnit.SECONDS, new SynchronousQueue<>(), threads);
    }

    /**
     * Begins a job, unless it has begun already.
     *
     * @param id chosen by the caller, so that who asks twice is worked for once
     * @return empty when so many are at work that no other can begin, or all is ending
     */
    synchronized Optional<AttachJob> begin(String id, AttachJob job) {
        forget();
        AttachJob known = jobs.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        try {
            threads.execute(job);
        } catch (RejectedExecutionException tooMany) {
            return Optional.empty();
        }
        jobs.put(id, job);
        return Optional.of(job);
    }

    synchronized Optional<AttachJob> find(String id) {
        return Optional.ofNullable(jobs.get(id));
    }

    private void forget() {
        jobs.values().removeIf(job -> job.isEndedFor(UNTOLD_KEPT));
        long told = jobs.values().stream().filter(AttachJob::isTold).count();
        Iterator<AttachJob> oldest = jobs.values().iterator();
        while (told > TOLD_KEPT) {
            if (oldest.next().isTold()) {
                oldest.remove();
                told--;
            }
        }
    }

    /**
     * Lets none begin, interrupts those at work, and gives the callers time to hear how theirs has ended.
     *
     * @param forEnds how long to wait for the ends
     * @param forCallers how long to wait then until each caller has heard of its end
     */
    void close(Duration forEnds, Duration forCallers) {
        List<AttachJob> left = closing();
        left.forEach(job -> job.interrupt(Long.MAX_VALUE));
        within(forEnds, left, AttachJob::awaitEnd);
        within(forCallers, left.stream().filter(AttachJob::isEnded).toList(), AttachJob::awaitTold);
        left.forEach(AttachJob::hurry);
    }

    private static void within(Duration limit, List<AttachJob> jobs, BiConsumer<AttachJob, Duration> waiting) {
        long from = System.nanoTime();
        jobs.forEach(job -> waiting.accept(job, limit.minusNanos(System.nanoTime() - from)));
    }

    private synchronized List<AttachJob> closing() {
        threads.shutdown();
        return jobs.values().stream()
                .filter(job -> !job.isTold() && !job.isEndedFor(ASKS_AGAIN))
                .toList();
    }
}
