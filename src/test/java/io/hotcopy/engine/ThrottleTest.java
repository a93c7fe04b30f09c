package io.hotcopy.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.driver.CommitLatency;
import io.hotcopy.plan.Pace;
import io.hotcopy.term.ByteSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The rate is kept: exactly in time that the test makes, and within five per cent in real time. */
class ThrottleTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void noRateMeansNoWaitAndWholePieces() throws InterruptedException {
        MadeTime time = new MadeTime();
        Throttle throttle = throttle(Optional.empty(), time);
        throttle.take(Integer.MAX_VALUE);
        assertEquals(-17, time.now);
        assertEquals(1 << 20, throttle.piece(1 << 20));
    }

    @Test
    void piecesOfAnySizeTakeAsLongAsTheirBytes() throws InterruptedException {
        MadeTime time = new MadeTime();
        Throttle throttle = throttle(ByteSize.ofMegabytes(7), time);
        Random random = new Random(3);
        long bytes = 0;
        while (bytes < 100_000_000) {
            int piece = 1 + random.nextInt(350_000);
            throttle.take(piece);
            bytes += piece;
        }
        assertEquals(bytes / 7e6, (time.now + 17) / 1e9, 0.06);
    }

    @Test
    void piecesAreSmallEnoughToHearACancelSoon() {
        assertEquals(50_000, throttle(ByteSize.ofMegabytes(1), new MadeTime()).piece(1 << 20));
        assertEquals(
                1 << 20, throttle(ByteSize.ofMegabytes(500), new MadeTime()).piece(1 << 20));
        assertEquals(1, throttle(new ByteSize(3), new MadeTime()).piece(1 << 20));
    }

    @Test
    void shortPauseIsMadeUpForAndALongOneIsNot() throws InterruptedException {
        MadeTime time = new MadeTime();
        Throttle throttle = throttle(new ByteSize(1000), time);
        long began = time.now;
        throttle.take(500);
        time.now += SECOND * 6 / 10;
        throttle.take(500);
        throttle.take(500);
        assertEquals(SECOND, time.now - began, "a tenth of a second late, and made up for");
        time.now += 10 * SECOND;
        long afterPause = time.now;
        throttle.take(500);
        throttle.take(500);
        assertEquals(SECOND / 4, time.now - afterPause, "a quarter of a second's worth at once, no more");
    }

    @Test
    void realThreadsTogetherKeepTheRateAndShareEvenly() throws Exception {
        ByteSize rate = ByteSize.ofMegabytes(8);
        // A machine that stands still for a while makes it slower, never faster: one good run of three is enough.
        double ratio = 0;
        for (int attempt = 0; attempt < 3 && ratio < 0.95; attempt++) {
            long began = System.nanoTime();
            List<AtomicLong> moved = moveFor(2 * SECOND, throttle(rate, NanoClock.SYSTEM));
            double seconds = (System.nanoTime() - began) / 1e9;
            long all = moved.stream().mapToLong(AtomicLong::get).sum();
            ratio = all / seconds / rate.bytes();
            assertTrue(ratio < 1.05, "moved at " + ratio + " of the rate");
            for (AtomicLong own : moved) {
                double share = own.get() * 3.0 / all;
                assertTrue(share > 0.9 && share < 1.1, "one thread had " + share + " of its share");
            }
        }
        assertTrue(ratio >= 0.95, "moved at " + ratio + " of the rate");
    }

    private static List<AtomicLong> moveFor(long nanos, Throttle throttle) throws Exception {
        List<AtomicLong> moved = List.of(new AtomicLong(), new AtomicLong(), new AtomicLong());
        List<Workers.Task> tasks = new ArrayList<>();
        long began = System.nanoTime();
        for (AtomicLong own : moved) {
            tasks.add(() -> {
                while (System.nanoTime() - began < nanos) {
                    int piece = throttle.piece(1 << 20);
                    throttle.take(piece);
                    own.addAndGet(piece);
                }
            });
        }
        new Workers("throttle").together(tasks);
        return moved;
    }

    private static Throttle throttle(ByteSize rate, NanoClock clock) {
        return throttle(Optional.of(rate), clock);
    }

    private static Throttle throttle(Optional<ByteSize> rate, NanoClock clock) {
        Pace pace = new Pace(rate, new ByteSize(1));
        return new Throttle(new Pacer(pace, 1, () -> CommitLatency.IDLE, clock, note -> {}), clock);
    }
}
