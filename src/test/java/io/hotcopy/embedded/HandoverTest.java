package io.hotcopy.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.restore.InterruptedRestoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HandoverTest {

    private final List<Integer> used = new ArrayList<>();

    @Test
    void allIsUsedInOrder() {
        for (int count : new int[] {0, 1, 255, 256, 257, 10_000}) {
            used.clear();
            handover(1).run(taker -> make(count, taker), used::add);
            assertEquals(IntStream.range(0, count).boxed().toList(), used);
        }
    }

    private static Handover<Integer> handover(long bytes) {
        return new Handover<>(each -> bytes);
    }

    private static void make(int count, Consumer<Integer> taker) {
        IntStream.range(0, count).forEach(taker::accept);
    }

    @Test
    void makingDoesNotGetFarAhead() {
        AtomicInteger made = new AtomicInteger();
        AtomicInteger mostAhead = new AtomicInteger();
        handover(1 << 20)
                .run(
                        taker -> make(1_000, each -> {
                            made.incrementAndGet();
                            taker.accept(each);
                        }),
                        each -> mostAhead.accumulateAndGet(made.get() - each, Math::max));
        assertTrue(mostAhead.get() <= 5, "ahead by " + mostAhead);
    }

    @Test
    void whatTheMakerOrTheUserThrowsEndsBoth() {
        IllegalStateException ofMaker = assertThrows(IllegalStateException.class, () -> handover(1)
                .run(
                        taker -> {
                            make(1_000, taker);
                            throw new IllegalStateException("made no more");
                        },
                        used::add));
        assertEquals("made no more", ofMaker.getMessage());
        IllegalStateException ofUser = assertThrows(
                IllegalStateException.class, () -> handover(1).run(taker -> make(1_000_000, taker), each -> {
                    throw new IllegalStateException("used no more");
                }));
        assertEquals("used no more", ofUser.getMessage());
    }

    @Test
    void anInterruptionOfTheCallerEndsBoth() {
        Thread.currentThread().interrupt();
        assertThrows(
                InterruptedRestoreException.class, () -> handover(1).run(taker -> make(1_000_000, taker), used::add));
        assertTrue(Thread.interrupted());
        assertFalse(used.size() == 1_000_000);
    }
}
