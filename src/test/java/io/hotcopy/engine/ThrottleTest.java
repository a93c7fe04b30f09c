package io.hotcopy.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hotcopy.driver.CommitLatency;
import io.hotcopy.plan.Pace;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.ByteSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The rate is kept, in time that the test makes; {@link HotCopyRateTest} measures it in real time. */
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
    void severalThreadsTogetherKeepTheRateAndShareEvenly() throws Exception {
        ByteSize rate = ByteSize.ofMegabytes(8);
        TimeOfMany time = new TimeOfMany(3);
        List<AtomicLong> moved = moveUntil(10 * SECOND, throttle(rate, time), time);
        long all = moved.stream().mapToLong(AtomicLong::get).sum();
        int piece = throttle(rate, time).piece(1 << 20);
        assertEquals(10 * rate.bytes(), all, 3 * piece, "moved in ten seconds");
        for (AtomicLong own : moved) {
            assertEquals(all / 3, own.get(), 2 * piece, "one thread's share");
        }
    }

    private static List<AtomicLong> moveUntil(long end, Throttle throttle, TimeOfMany time) throws Exception {
        List<AtomicLong> moved = List.of(new AtomicLong(), new AtomicLong(), new AtomicLong());
        List<Workers.Task> tasks = new ArrayList<>();
        for (AtomicLong own : moved) {
            tasks.add(() -> {
                while (time.nanos() < end) {
                    int piece = throttle.piece(1 << 20);
                    throttle.take(piece);
                    own.addAndGet(piece);
                }
                time.leave();
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
        return new Throttle(new Pacer(pace, 1, () -> CommitLatency.IDLE, clock, ProgressListener.NONE), clock);
    }
}
