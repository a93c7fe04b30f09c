package io.hotcopy.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.driver.CommitLatency;
import io.hotcopy.plan.Pace;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressEvent;
import io.hotcopy.progress.ProgressEvent.Noted;
import io.hotcopy.progress.ProgressEvent.Paced;
import io.hotcopy.term.ByteSize;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A hot copy gives way to commits, and only to them; in time that the test makes. */
class PacerTest {
    private static final long LOOK = 500_000_000L;
    private static final CommitLatency BEFORE = latency(10);
    private static final CommitLatency SLOW = latency(13);

    private final MadeTime time = new MadeTime();
    private final List<String> notes = new ArrayList<>();
    private final List<ProgressEvent> told = new ArrayList<>();
    private CommitLatency lately = BEFORE;

    @Test
    void besideCommitsItBeginsSlowlyAndGoesFasterAsLongAsTheyTakeNotMuchLonger() {
        Pacer pacer = begun(Pace.DEFAULT);
        assertEquals(Optional.of(ByteSize.ofMegabytes(20)), pacer.rate());
        lately = latency(12);
        copyAt(pacer, 20, 1);
        assertEquals(Optional.of(ByteSize.ofMegabytes(23)), pacer.rate());
        copyAt(pacer, 400, 20);
        assertTrue(pacer.rate().orElseThrow().compareTo(ByteSize.ofMegabytes(300)) > 0);
    }

    @Test
    void oneSlowLookIsNotEnough() {
        Pacer pacer = begun(Pace.DEFAULT);
        ByteSize last = pacer.rate().orElseThrow();
        for (int round = 0; round < 5; round++) {
            lately = SLOW;
            copyAt(pacer, 400, 1);
            assertEquals(Optional.of(last), pacer.rate());
            lately = BEFORE;
            copyAt(pacer, 400, 1);
            assertTrue(pacer.rate().orElseThrow().compareTo(last) > 0);
            last = pacer.rate().orElseThrow();
        }
    }

    @Test
    void commitsThatTakeLongerHalveWhatWasReallyCopied() {
        Pacer pacer = fast(begun(Pace.DEFAULT));
        lately = SLOW;
        copyAt(pacer, 400, 2);
        assertEquals(Optional.of(ByteSize.ofMegabytes(200)), pacer.rate());
        copyAt(pacer, 200, 2);
        assertEquals(Optional.of(ByteSize.ofMegabytes(100)), pacer.rate());
    }

    @Test
    void twoArchivesShareWhatWasCopied() {
        Pacer pacer = new Pacer(Pace.DEFAULT, 2, () -> lately, time, this::hear);
        pacer.begin();
        fast(pacer);
        lately = SLOW;
        copyAt(pacer, 400, 2);
        assertEquals(Optional.of(ByteSize.ofMegabytes(100)), pacer.rate());
    }

    @Test
    void rateNeverGoesBelowTheLeastAndThatIsToldOnce() {
        Pacer pacer = fast(begun(Pace.of(Optional.empty(), Optional.of(ByteSize.ofMegabytes(30)))));
        lately = SLOW;
        copyAt(pacer, 400, 2);
        copyAt(pacer, 200, 2);
        copyAt(pacer, 100, 2);
        copyAt(pacer, 50, 2);
        copyAt(pacer, 30, 6);
        assertEquals(Optional.of(ByteSize.ofMegabytes(30)), pacer.rate());
        assertEquals(
                List.of("commits take longer than before the hot copy (99 of 100 within 13.0 ms,"
                        + " before within 10.0 ms): it goes on with the least rate of 30.0 MB/s"
                        + " for each storage manager"),
                notes);
    }

    @Test
    void rateIsRaisedSlowlyAndOnlyWhileItIsUsed() {
        Pacer pacer = fast(begun(Pace.DEFAULT));
        lately = SLOW;
        copyAt(pacer, 400, 2);
        lately = BEFORE;
        copyAt(pacer, 200, 1);
        assertEquals(Optional.of(ByteSize.ofMegabytes(230)), pacer.rate());
        copyAt(pacer, 100, 1);
        assertEquals(Optional.of(ByteSize.ofMegabytes(230)), pacer.rate());
    }

    @Test
    void rateNeverGoesAboveTheGreatest() {
        Pace pace = Pace.of(Optional.of(ByteSize.ofMegabytes(100)), Optional.empty());
        Pacer pacer = fast(begun(pace));
        assertEquals(pace.maxRate(), pacer.rate());
        lately = SLOW;
        copyAt(pacer, 100, 2);
        assertEquals(Optional.of(ByteSize.ofMegabytes(50)), pacer.rate());
        lately = BEFORE;
        copyAt(pacer, 50, 20);
        assertEquals(pace.maxRate(), pacer.rate());
    }

    @Test
    void howItStandsIsToldAtEveryLookAndNotInBetween() {
        Pacer pacer = begun(Pace.DEFAULT);
        pacer.moving(1_000);
        pacer.moving(1_000);
        lately = new CommitLatency(BEFORE.commits() / 2, BEFORE.p99());
        copyAt(pacer, 20, 1);
        lately = CommitLatency.IDLE;
        copyAt(pacer, 20, 1);
        Optional<Long> before = Optional.of(BEFORE.commits());
        assertEquals(
                List.of(
                        new Paced(BEFORE.commits(), before, Optional.of(20_000_000L)),
                        new Paced(BEFORE.commits() / 2, before, Optional.of(23_000_000L)),
                        new Paced(0, before, Optional.empty())),
                told);
    }

    @Test
    void idleDatabaseHoldsNothingBackUntilCommitsComeAgain() {
        Pacer pacer = begun(Pace.DEFAULT);
        lately = CommitLatency.IDLE;
        copyAt(pacer, 20, 1);
        assertEquals(Optional.empty(), pacer.rate());
        lately = BEFORE;
        copyAt(pacer, 400, 1);
        assertEquals(Optional.of(ByteSize.ofMegabytes(20)), pacer.rate());
    }

    @Test
    void databaseThatWasIdleBeforeIsComparedWithItsFirstCommitsBesideASlowCopy() {
        lately = CommitLatency.IDLE;
        Pacer pacer = begun(Pace.DEFAULT);
        assertEquals(Optional.empty(), pacer.rate());
        lately = latency(100);
        copyAt(pacer, 400, 1);
        assertEquals(Optional.of(ByteSize.ofMegabytes(20)), pacer.rate());
        lately = SLOW;
        copyAt(pacer, 20, 1);
        fast(pacer);
        lately = latency(20);
        copyAt(pacer, 400, 2);
        assertEquals(Optional.of(ByteSize.ofMegabytes(200)), pacer.rate());
    }

    @Test
    void throttleFollowsTheRateWhileItChanges() throws InterruptedException {
        Pacer pacer = begun(Pace.of(Optional.of(ByteSize.ofMegabytes(40)), Optional.empty()));
        Throttle throttle = new Throttle(pacer, time);
        lately = SLOW;
        long began = time.now;
        for (int moved = 0; moved < 200_000_000; moved += 1_000_000) {
            throttle.take(1_000_000);
        }
        double seconds = (time.now - began) / 1e9;
        assertTrue(seconds > 15 && seconds < 20, "200 MB, soon with 10 MB/s, took " + seconds + " s");
    }

    @Test
    void leastRateAboveTheGreatestIsRefused() {
        HotCopyException refused = assertThrows(
                HotCopyException.class,
                () -> Pace.of(Optional.of(ByteSize.ofMegabytes(5)), Optional.of(ByteSize.ofMegabytes(6))));
        assertEquals("the least rate of 6.0 MB/s is above the greatest of 5.0 MB/s", refused.getMessage());
        assertEquals(
                ByteSize.ofMegabytes(5),
                Pace.of(Optional.of(ByteSize.ofMegabytes(5)), Optional.empty()).minRate());
    }

    private void hear(ProgressEvent event) {
        if (event instanceof Noted noted) {
            notes.add(noted.text());
        } else {
            told.add(event);
        }
    }

    private Pacer begun(Pace pace) {
        Pacer pacer = new Pacer(pace, 1, () -> lately, time, this::hear);
        pacer.begin();
        return pacer;
    }

    /** Lets it raise the rate above 400 MB/s, while commits take as long as before. */
    private Pacer fast(Pacer pacer) {
        copyAt(pacer, 400, 40);
        return pacer;
    }

    /** Copies with so many MB/s from one look to the next, so often. */
    private void copyAt(Pacer pacer, int megabytesPerSecond, int looks) {
        for (int look = 0; look < looks; look++) {
            time.now += LOOK;
            pacer.moving(megabytesPerSecond * 500_000L);
        }
    }

    private static CommitLatency latency(int milliseconds) {
        return new CommitLatency(1000, Duration.ofMillis(milliseconds));
    }
}
