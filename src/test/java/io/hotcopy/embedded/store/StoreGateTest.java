package io.hotcopy.embedded.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class StoreGateTest {

    private final StoreGate gate = new StoreGate("the archive");
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @Test
    void closingWaitsForWhoIsInsideAndLetsNobodyInMeanwhile() throws Exception {
        gate.enter();
        gate.enter();
        Future<Boolean> closing = threads.submit(gate::close);
        while (gate.tryEnter()) {
            gate.exit();
        }
        IllegalStateException late = assertThrows(IllegalStateException.class, gate::enter);
        assertEquals("the archive is closed", late.getMessage());
        gate.exit();
        assertThrows(TimeoutException.class, () -> closing.get(50, TimeUnit.MILLISECONDS));
        gate.exit();
        assertTrue(closing.get(120, TimeUnit.SECONDS));
        assertFalse(gate.close());
        threads.shutdown();
    }

    @Test
    void whoeverIsInsideNeverSeesItClosed() throws Exception {
        for (int round = 0; round < 200; round++) {
            StoreGate fresh = new StoreGate("the archive");
            AtomicBoolean released = new AtomicBoolean();
            CountDownLatch begun = new CountDownLatch(3);
            List<Future<Boolean>> users = new ArrayList<>();
            for (int user = 0; user < 3; user++) {
                users.add(threads.submit(() -> useUntilClosed(fresh, released, begun)));
            }
            begun.await();
            assertTrue(fresh.close());
            released.set(true);
            for (Future<Boolean> user : users) {
                assertTrue(user.get(120, TimeUnit.SECONDS), "round " + round);
            }
        }
        threads.shutdown();
    }

    private static boolean useUntilClosed(StoreGate gate, AtomicBoolean released, CountDownLatch begun) {
        boolean sound = true;
        begun.countDown();
        while (gate.tryEnter()) {
            sound &= !released.get();
            gate.exit();
        }
        return sound;
    }
}
