package io.hotcopy.service.attach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.progress.ProgressEvent;
import io.hotcopy.progress.ProgressEvent.Noted;
import io.hotcopy.progress.ProgressEvent.Paced;
import io.hotcopy.progress.ProgressEvent.TaskAdvanced;
import io.hotcopy.progress.ProgressEvent.TaskCounted;
import io.hotcopy.progress.ProgressEvent.TaskFinished;
import io.hotcopy.progress.ProgressEvent.TaskStarted;
import io.hotcopy.progress.ProgressListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A job is worked for once, tells what is new, and hears its caller's interrupts; and no other job's. */
@Timeout(120)
class AttachJobTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final AttachEnd DONE =
            new AttachEnd(AttachEnd.How.DONE, Optional.empty(), Optional.empty(), "", false);

    private final AttachJobs jobs = new AttachJobs(Thread::new);

    @AfterEach
    void close() {
        jobs.close(LONG, Duration.ZERO);
    }

    @Test
    void ofHowFarATaskIsOnlyTheLatestIsKept() {
        AttachEvents events = new AttachEvents();
        List<ProgressEvent> all = List.of(
                new TaskStarted("a", 9),
                new TaskAdvanced("a", 1, 9),
                new TaskAdvanced("b", 1, 9),
                new TaskAdvanced("a", 2, 9),
                new TaskAdvanced("b", 2, 9),
                new TaskFinished("a", 9, 1));
        all.forEach(events::add);

        assertEquals(
                List.of(all.get(0), all.get(4), all.get(5)),
                List.copyOf(events.waiting().values()));
        events.arrived(5);
        assertEquals(List.of(6L), List.copyOf(events.waiting().keySet()));
    }

    @Test
    void ofThePaceAndOfWhatIsCountedOnlyTheLatestIsKept() {
        AttachEvents events = new AttachEvents();
        List<ProgressEvent> all = List.of(
                new Paced(10, Optional.of(20L), Optional.of(1L)),
                new TaskCounted("a", "failures", 1, 9),
                new Paced(11, Optional.of(20L), Optional.empty()),
                new TaskCounted("a", "failures", 2, 9));
        all.forEach(events::add);

        assertEquals(all.subList(2, 4), List.copyOf(events.waiting().values()));
    }

    @Test
    void noMoreIsKeptThanACallerNeeds() {
        AttachEvents events = new AttachEvents();
        for (int number = 1; number <= AttachEvents.LIMIT + 10; number++) {
            events.add(new Noted("" + number));
        }
        assertEquals(AttachEvents.LIMIT, events.waiting().size());
        assertEquals(11, events.waiting().firstKey());
    }

    @Test
    void whatHasNotArrivedIsToldAgain() {
        AttachJob job = begin("1", listener -> {
            listener.on(new Noted("one"));
            listener.on(new Noted("two"));
            return DONE;
        });
        job.awaitEnd(LONG);

        assertEquals(2, job.news(0, LONG).events().size());
        assertEquals(2, job.news(0, LONG).events().size());
        assertEquals(1, job.news(1, LONG).events().size());
        assertEquals(0, job.news(2, LONG).events().size());
        assertEquals(Optional.of(DONE), job.news(2, LONG).end());
    }

    @Test
    void whoAsksTwiceIsWorkedForOnce() {
        AtomicInteger times = new AtomicInteger();
        Function<ProgressListener, AttachEnd> work = listener -> {
            times.incrementAndGet();
            return DONE;
        };
        AttachJob first = begin("1", work);
        first.awaitEnd(LONG);

        assertSame(first, begin("1", work));
        assertEquals(1, times.get());
    }

    @Test
    void anInterruptReachesTheWorkOnceAndNotTheNext() {
        AtomicInteger heard = new AtomicInteger();
        CountDownLatch twice = new CountDownLatch(2);
        AttachJob job = begin("1", listener -> {
            while (twice.getCount() > 0) {
                try {
                    twice.await();
                } catch (InterruptedException interrupt) {
                    heard.incrementAndGet();
                    listener.on(new Noted("heard"));
                }
            }
            return DONE;
        });
        assertTrue(job.interrupt(1));
        job.news(0, LONG);
        assertTrue(job.interrupt(1));
        twice.countDown();
        twice.countDown();
        job.awaitEnd(LONG);

        assertEquals(1, heard.get());
        assertFalse(job.interrupt(2), "it has ended");
        AttachJob next = begin("2", listener -> Thread.interrupted() ? DONE.leavingInterrupt() : DONE);
        assertFalse(next.news(0, LONG).end().orElseThrow().interrupted());
    }

    @Test
    void anInterruptThatTheWorkLeavesIsTold() {
        AttachJob job = begin("1", listener -> {
            Thread.currentThread().interrupt();
            return DONE;
        });
        assertTrue(job.news(0, LONG).end().orElseThrow().interrupted());
    }

    @Test
    void noMoreAreAtWorkThanThereAreThreadsFor() {
        CountDownLatch released = new CountDownLatch(1);
        Function<ProgressListener, AttachEnd> work = listener -> {
            try {
                released.await();
            } catch (InterruptedException interrupt) {
                return DONE;
            }
            return DONE;
        };
        List<AttachJob> begun = new ArrayList<>();
        for (int number = 0; number < AttachJobs.AT_ONCE; number++) {
            begun.add(begin("job " + number, work));
        }
        assertEquals(Optional.empty(), jobs.begin("one more", new AttachJob(work)));
        released.countDown();
        begun.forEach(job -> job.awaitEnd(LONG));
    }

    @Test
    void whenAllEndsEachJobIsInterruptedAndNoneBegins() {
        AttachJob job = begin("1", listener -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException interrupt) {
                return DONE;
            }
            return DONE.leavingInterrupt();
        });
        jobs.close(LONG, Duration.ZERO);

        assertEquals(Optional.of(DONE), job.news(0, Duration.ZERO).end());
        assertEquals(Optional.empty(), jobs.begin("2", new AttachJob(listener -> DONE)));
    }

    @Test
    void whenAllEndsWhoHasNotHeardOfAnEndYetIsWaitedFor() throws InterruptedException {
        AttachJob job = begin("1", listener -> DONE);
        job.awaitEnd(LONG);
        Thread closing = new Thread(() -> jobs.close(Duration.ZERO, LONG));
        closing.start();
        while (closing.getState() != Thread.State.TIMED_WAITING) {
            assertTrue(closing.isAlive(), "it does not wait");
            Thread.onSpinWait();
        }
        job.news(0, LONG);
        closing.join();
    }

    private AttachJob begin(String id, Function<ProgressListener, AttachEnd> work) {
        return jobs.begin(id, new AttachJob(work)).orElseThrow();
    }
}
