package io.hotcopy.embedded;

import static io.hotcopy.embedded.SampleDomain.SG1;
import static io.hotcopy.embedded.SampleDomain.bytes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.driver.ArchiveCopy;
import io.hotcopy.driver.Continuation;
import io.hotcopy.driver.CopyRefusedException;
import io.hotcopy.driver.CopyRequest;
import io.hotcopy.driver.Cut;
import io.hotcopy.driver.PinnedCopies;
import io.hotcopy.embedded.SampleCopies.Copied;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.SetId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hot copies of one archive by several clients (M21 to M26). */
class CopiesAtOnceTest {

    private static final ArchiveId ARCHIVE = new ArchiveId(0);

    @TempDir
    private Path directory;

    private final ExecutorService clients = Executors.newCachedThreadPool();
    private EmbeddedDomain domain;
    private SetId first;
    private long ids;

    @BeforeEach
    void start() {
        domain = new SampleDomain(directory.resolve("live")).with(0, SG1).start();
        SampleDomain.database(domain).createTable("t", 4, List.of(SG1));
        try (Transaction transaction = SampleDomain.database(domain).begin()) {
            transaction.put("t", bytes("k"), bytes("v"));
            transaction.commit();
        }
        Copied full = new CopySeries(domain, 0, directory.resolve("further"))
                .full(new SampleCopies(directory.resolve("fulls")));
        first = CopySeries.set(full);
    }

    @AfterEach
    void stop() {
        clients.shutdownNow();
        domain.close();
    }

    @Test
    void aFullInitialisesItsSetWhenTheRunningJournalCopyHasEnded() throws Exception {
        ArchiveCopy journal = copies().begin(ARCHIVE, request(HotCopyType.JOURNAL, first));
        SetId second = set();
        ArchiveCopy full = copies().begin(ARCHIVE, request(HotCopyType.FULL, second));
        AtomicReference<Thread> waiting = new AtomicReference<>();
        Future<?> initialised = clients.submit(() -> {
            waiting.set(Thread.currentThread());
            full.initialised();
        });
        awaitBlocked(waiting);
        assertFalse(initialised.isDone());
        assertEquals(Optional.of(first), newestSet());
        // M21 for the old set, M23 for the new one.
        assertThrows(CopyRefusedException.class, () -> begin(HotCopyType.JOURNAL, first));
        assertThrows(CopyRefusedException.class, () -> begin(HotCopyType.JOURNAL, second));

        journal.close();

        // From this moment on, however late the full's own thread wakes up (M26).
        assertThrows(CopyRefusedException.class, () -> begin(HotCopyType.JOURNAL, first));
        begin(HotCopyType.JOURNAL, second).close();
        initialised.get();
        assertEquals(Optional.of(second), newestSet());
        full.close();
    }

    /** M23, when there was no full before: the chain begins where the running full's files were pinned. */
    @Test
    void journalCopiesNeedNotWaitForAnArchivesFirstFullToEnd() throws Exception {
        domain.close();
        domain = new SampleDomain(directory.resolve("other")).with(0, SG1).start();
        SetId set = set();
        CopyRequest request = request(HotCopyType.FULL, set);
        ArchiveCopy full = copies().begin(ARCHIVE, request);
        full.initialised();
        CommitNumber pinPoint = full.pin().pinPoint();

        try (ArchiveCopy journal = copies().begin(ARCHIVE, request(HotCopyType.JOURNAL, set))) {
            Continuation from = journal.continuation(Optional.empty());
            assertEquals(new Continuation(request.run(), pinPoint), from);
            Cut cut = copies().cut(List.of(journal), Duration.ofMinutes(2));
            assertEquals(cut.number(), journal.journal(from, cut).range().through());
            journal.published(cut.number());
        }
        full.close();
        begin(HotCopyType.JOURNAL, set).close();
    }

    @Test
    void aFullThatWaitsForAJournalCopyCanBeCancelled() throws Exception {
        ArchiveCopy journal = copies().begin(ARCHIVE, request(HotCopyType.JOURNAL, first));
        ArchiveCopy full = copies().begin(ARCHIVE, request(HotCopyType.FULL, set()));
        AtomicReference<Thread> waiting = new AtomicReference<>();
        Future<HotCopyException> cancelled = clients.submit(() -> {
            waiting.set(Thread.currentThread());
            HotCopyException told = assertThrows(HotCopyException.class, full::initialised);
            assertTrue(Thread.interrupted());
            return told;
        });
        awaitBlocked(waiting);
        waiting.get().interrupt();
        assertTrue(cancelled.get().getMessage().startsWith("interrupted while waiting for the journal hot copy"));
        full.close();
        journal.close();
        assertEquals(Optional.of(first), newestSet());
        begin(HotCopyType.JOURNAL, first).close();
    }

    /** M21, and M22 between the two types. */
    @Test
    void ofTwoClientsThatRaceForOneTypeOneIsRefused() throws Exception {
        for (HotCopyType type : List.of(HotCopyType.INCREMENTAL, HotCopyType.JOURNAL)) {
            for (int round = 0; round < 20; round++) {
                assertEquals(1, begunAtOnce(List.of(request(type, first), request(type, first))), type.toString());
            }
        }
        for (int round = 0; round < 20; round++) {
            SetId set = set();
            assertEquals(
                    1, begunAtOnce(List.of(request(HotCopyType.FULL, set), request(HotCopyType.INCREMENTAL, set))));
        }
    }

    private long begunAtOnce(List<CopyRequest> requests) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(requests.size());
        List<Callable<Optional<ArchiveCopy>>> clientsOf = new ArrayList<>();
        for (CopyRequest request : requests) {
            clientsOf.add(() -> {
                barrier.await();
                try {
                    return Optional.of(copies().begin(ARCHIVE, request));
                } catch (CopyRefusedException refused) {
                    return Optional.empty();
                }
            });
        }
        long begun = 0;
        for (Future<Optional<ArchiveCopy>> client : clients.invokeAll(clientsOf)) {
            Optional<ArchiveCopy> copy = client.get();
            begun += copy.isPresent() ? 1 : 0;
            copy.ifPresent(ArchiveCopy::close);
        }
        return begun;
    }

    /** Until the thread waits for something. */
    private static void awaitBlocked(AtomicReference<Thread> thread) {
        while (thread.get() == null || thread.get().getState() != Thread.State.WAITING) {
            LockSupport.parkNanos(100_000);
        }
    }

    private ArchiveCopy begin(HotCopyType type, SetId set) {
        return copies().begin(ARCHIVE, request(type, set));
    }

    private PinnedCopies copies() {
        return domain.copies(SampleDomain.NAME);
    }

    private Optional<SetId> newestSet() {
        return domain.facts(SampleDomain.NAME).archive(ARCHIVE).orElseThrow().newestSet();
    }

    private SetId set() {
        return new SetId(new UUID(31, ++ids));
    }

    private CopyRequest request(HotCopyType type, SetId set) {
        return new CopyRequest(new ElementId(new UUID(30, ++ids)), type, Optional.of(set));
    }
}
