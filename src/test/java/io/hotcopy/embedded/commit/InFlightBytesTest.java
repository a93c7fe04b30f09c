package io.hotcopy.embedded.commit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.hotcopy.problem.HotCopyException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class InFlightBytesTest {

    private final InFlightBytes bytes = new InFlightBytes(100);

    @Test
    void makesWritersWaitUntilThereIsRoom() throws Exception {
        bytes.enter(60);
        bytes.enter(40);
        CompletableFuture<Void> third = CompletableFuture.runAsync(() -> bytes.enter(50));
        assertThrows(TimeoutException.class, () -> third.get(50, TimeUnit.MILLISECONDS));
        bytes.leave(40);
        assertThrows(TimeoutException.class, () -> third.get(50, TimeUnit.MILLISECONDS));
        bytes.leave(60);
        third.get(120, TimeUnit.SECONDS);
    }

    @Test
    void letsACommitAboveTheLimitGoAlone() throws Exception {
        bytes.enter(1000);
        CompletableFuture<Void> next = CompletableFuture.runAsync(() -> bytes.enter(1));
        assertThrows(TimeoutException.class, () -> next.get(50, TimeUnit.MILLISECONDS));
        bytes.leave(1000);
        next.get(120, TimeUnit.SECONDS);
    }

    @Test
    void tellsThoseWhoWaitWhenTheDatabaseStops() {
        bytes.enter(100);
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> bytes.enter(1));
        assertFalse(waiting.isDone());
        bytes.stop(new HotCopyException("the disk is full", "Free space."));
        ExecutionException told = assertThrows(ExecutionException.class, () -> waiting.get(120, TimeUnit.SECONDS));
        assertEquals("the disk is full", told.getCause().getMessage());
        assertThrows(HotCopyException.class, () -> bytes.enter(1));
    }
}
