package io.hotcopy.embedded;

import static io.hotcopy.embedded.SampleDomain.SG1;
import static io.hotcopy.embedded.SampleDomain.SG2;
import static io.hotcopy.embedded.SampleDomain.bytes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.driver.ArchiveCopy;
import io.hotcopy.driver.CopyRefusedException;
import io.hotcopy.driver.CopyRequest;
import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.driver.PinnedCopies;
import io.hotcopy.embedded.commit.Member;
import io.hotcopy.embedded.journal.Lease;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.SetId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What hot copies hold back, and from when on. */
class LeaseTest {

    @TempDir
    private Path directory;

    private SampleDomain sample;
    private EmbeddedDomain domain;
    private int runs;

    /** Journal hot copy is enabled on archives 0 and 2; 0 and 1 share no group but UNPARTITIONED. */
    @BeforeEach
    void start() {
        sample = new SampleDomain(directory).with(0, SG1).with(1, SG2).with(2, SG1, SG2);
        domain = sample.start();
        SampleDomain.database(domain).createTable("t", 4, List.of(SG1, SG2));
    }

    @AfterEach
    void stop() {
        domain.close();
    }

    @Test
    void aPinHoldsTheJournalFromItsPinPointUntilItIsClosed() {
        CopyRequest request = full();
        ArchiveCopy copy = copies().begin(new ArchiveId(0), request);
        assertEquals(Map.of(), leases(0));
        CommitNumber pinPoint = copy.pin().pinPoint();
        assertEquals(Map.of("pin:" + request.run(), pinPoint, "journal-chain", pinPoint), leases(0));
        copy.close();
        assertEquals(Map.of(), leases(0));
    }

    @Test
    void aPinThatFailsLeavesNoLease() throws IOException {
        load(100);
        flushAndRecycle();
        Path lost = aTableOf(0);
        Files.delete(lost);
        try (ArchiveCopy copy = copies().begin(new ArchiveId(0), full())) {
            HotCopyException failed = assertThrows(HotCopyException.class, copy::pin);
            assertTrue(failed.getMessage().startsWith("cannot read the size of \"" + lost), failed.getMessage());
            assertEquals(Map.of(), leases(0));
        }
    }

    @Test
    void onlyAPublishedFullOpensTheChainAndLeasesItsCutEverywhere() {
        CopyRequest failed = full();
        try (ArchiveCopy copy = copies().begin(new ArchiveId(0), failed)) {
            copy.initialised();
            copy.pin();
        }
        assertEquals(Map.of(), leases(0));

        SetId set = published(0, 41);
        assertEquals(
                Map.of("journal-chain", number(41), "set:" + set, number(41), "seed:" + set, number(41)), leases(0));
        assertEquals(Map.of("seed:" + set, number(41)), leases(1));
        assertEquals(Map.of("seed:" + set, number(41)), leases(2));
    }

    @Test
    void theNextFullEndsTheSetLeasesOfTheOneBeforeAndLeavesTheChainWhereItIs() {
        SetId first = published(0, 41);
        SetId other = published(1, 42);
        SetId second = published(0, 43);
        assertEquals(
                Map.of(
                        "journal-chain",
                        number(41),
                        "set:" + second,
                        number(43),
                        "seed:" + second,
                        number(43),
                        "seed:" + other,
                        number(42)),
                leases(0));
        assertEquals(
                Map.of("set:" + other, number(42), "seed:" + other, number(42), "seed:" + second, number(43)),
                leases(1));
        assertEquals(
                0,
                leases(2).keySet().stream()
                        .filter(owner -> owner.contains(first.toString()))
                        .count());
    }

    @Test
    void incrementalAndJournalCopiesMoveTheirOwnLeaseOnly() {
        SetId set = published(0, 41);
        finish(0, new CopyRequest(run(), HotCopyType.INCREMENTAL, Optional.of(set)), 45);
        assertEquals(number(45), leases(0).get("set:" + set));
        assertEquals(number(41), leases(0).get("journal-chain"));
        finish(0, new CopyRequest(run(), HotCopyType.JOURNAL, Optional.of(set)), 47);
        assertEquals(number(45), leases(0).get("set:" + set));
        assertEquals(number(47), leases(0).get("journal-chain"));
    }

    @Test
    void aSimpleCopyLeavesNothingBehind() {
        finish(0, new CopyRequest(run(), HotCopyType.SIMPLE, Optional.empty()), 41);
        assertEquals(Map.of(), leases(0));
    }

    @Test
    void leasesAndTheNewestSetOutliveARestartAndPinsDoNot() {
        SetId complete = published(0, 41);
        CopyRequest cutShort = full();
        ArchiveCopy copy = copies().begin(new ArchiveId(0), cutShort);
        copy.initialised();
        copy.pin();
        domain.crash();
        DatabaseFacts saved = EmbeddedDomain.savedFacts(sample.declared(), SampleDomain.NAME.database());
        assertFalse(saved.running());
        assertEquals(cutShort.set(), saved.archives().get(0).newestSet());
        domain = sample.start();
        assertEquals(saved.lineage(), domain.facts(SampleDomain.NAME).lineage());

        assertEquals(
                Map.of("journal-chain", number(41), "set:" + complete, number(41), "seed:" + complete, number(41)),
                leases(0));
        assertEquals(
                cutShort.set(),
                domain.facts(SampleDomain.NAME)
                        .archive(new ArchiveId(0))
                        .orElseThrow()
                        .newestSet());
        // M26: the set that was initialised last is the newest, though its full failed.
        assertThrows(CopyRefusedException.class, () -> copies().begin(
                        new ArchiveId(0), new CopyRequest(run(), HotCopyType.JOURNAL, Optional.of(complete))));
        copies().begin(new ArchiveId(0), new CopyRequest(run(), HotCopyType.JOURNAL, cutShort.set()))
                .close();
    }

    @Test
    void whatIsLeasedIsNotRecycledAndCanBeCopied() {
        CopyRequest request = full();
        try (ArchiveCopy copy = copies().begin(new ArchiveId(0), request)) {
            copy.initialised();
            CommitNumber pinPoint = copy.pin().pinPoint();
            for (int round = 0; round < 6; round++) {
                load(600);
                flushAndRecycle();
            }
            assertEquals(pinPoint, CommitNumber.max(member(0).journal().reachesBackTo(), pinPoint));
            copy.published(SampleDomain.database(domain).stable());
        }
        load(600);
        flushAndRecycle();
        CommitNumber chain = leases(0).get("journal-chain");
        assertEquals(chain, CommitNumber.max(member(0).journal().reachesBackTo(), chain));
    }

    /** Commits about so many KiB. */
    private void load(int kib) {
        for (int row = 0; row < kib / 10; row++) {
            try (Transaction transaction = SampleDomain.database(domain).begin()) {
                transaction.put("t", bytes("k" + row), new byte[10 << 10]);
                transaction.commit();
            }
        }
    }

    private void flushAndRecycle() {
        for (Member member : SampleDomain.database(domain).running().members()) {
            member.store().flush();
            member.journal().recycle(member.store().persistedMark());
        }
    }

    private Path aTableOf(int archive) throws IOException {
        try (Stream<Path> files = Files.walk(sample.archive(archive))) {
            return files.filter(file -> file.toString().endsWith(".sst"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private SetId published(int archive, long cut) {
        CopyRequest request = full();
        finish(archive, request, cut);
        return request.set().orElseThrow();
    }

    private void finish(int archive, CopyRequest request, long cut) {
        try (ArchiveCopy copy = copies().begin(new ArchiveId(archive), request)) {
            if (request.type() == HotCopyType.FULL) {
                copy.initialised();
            }
            copy.pin();
            copy.published(number(cut));
        }
    }

    private PinnedCopies copies() {
        return domain.copies(SampleDomain.NAME);
    }

    private CopyRequest full() {
        return new CopyRequest(run(), HotCopyType.FULL, Optional.of(new SetId(new UUID(2, ++runs))));
    }

    private ElementId run() {
        return new ElementId(new UUID(1, ++runs));
    }

    private static CommitNumber number(long value) {
        return new CommitNumber(value);
    }

    private Member member(int archive) {
        return SampleDomain.database(domain).running().members().get(archive);
    }

    private Map<String, CommitNumber> leases(int archive) {
        Map<String, CommitNumber> leases = new TreeMap<>();
        for (Lease lease : member(archive).leases().all()) {
            leases.put(lease.owner(), lease.number());
        }
        return leases;
    }
}
