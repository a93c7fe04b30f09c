package io.hotcopy.embedded;

import static io.hotcopy.embedded.SampleDomain.SG1;
import static io.hotcopy.embedded.SampleDomain.bytes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.driver.CopyRefusedException;
import io.hotcopy.driver.Refusal;
import io.hotcopy.embedded.SampleCopies.Copied;
import io.hotcopy.embedded.commit.Member;
import io.hotcopy.restore.SourceStep;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal that is leased longer than its quota lasts. */
class QuotaTest {

    private static final ByteSize SEGMENT = new ByteSize(64 << 10);
    private static final ByteSize QUOTA = new ByteSize(1 << 20);

    @TempDir
    private Path directory;

    private final List<DomainEvent> events = Collections.synchronizedList(new ArrayList<>());
    private SampleDomain sample;
    private EmbeddedDomain domain;
    private CopySeries series;
    private SampleCopies copies;
    private int rows;

    @BeforeEach
    void start() {
        sample = new SampleDomain(directory.resolve("live")).with(0, SG1);
        domain = open();
        SampleDomain.database(domain).createTable("t", 4, List.of(SG1));
        series = new CopySeries(domain, 0, directory.resolve("further"));
        copies = new SampleCopies(directory.resolve("fulls"));
    }

    private EmbeddedDomain open() {
        EmbeddedSettings settings =
                new EmbeddedSettings(SEGMENT, QUOTA, ByteSize.ofMegabytes(32), ByteSize.ofMegabytes(8));
        return EmbeddedDomain.start(
                sample.declared(),
                StartOptions.NONE,
                new EmbeddedEnvironment(Clock.systemUTC(), new SplittableRandom(++rows), settings, events::add));
    }

    @AfterEach
    void stop() {
        domain.close();
    }

    @Test
    void warnsThenDropsTheLeasesAndTheNextCopiesSayWhyTheyCannotContinue() {
        load(10);
        Copied full = series.full(copies);
        loadUntilDropped("journal-chain", "set:");

        assertTrue(
                indexOf(DomainEvent.JournalFilling.class) < indexOf(DomainEvent.LeaseDropped.class),
                "no warning came before: " + events);
        requireRefusals(full);
        assertTrue(suspended().orElseThrow().contains("the journal reached its quota"));
        domain.crash();
        domain = open();
        series.goOnWith(domain);
        requireRefusals(full);

        Copied next = series.full(copies);
        assertEquals(Optional.empty(), suspended());
        load(10);
        SourceStep incremental = series.incremental(next);
        SourceStep journal = series.journal(next);
        assertEquals(incremental.element().fingerprints(), series.scanned(next, List.of(incremental)));
        assertEquals(journal.element().fingerprints(), series.scanned(next, List.of(journal)));
    }

    private void requireRefusals(Copied full) {
        CopyRefusedException incremental = assertThrows(CopyRefusedException.class, () -> series.incremental(full));
        assertEquals(Refusal.Kind.NO_BASE_SET, incremental.kind());
        assertTrue(incremental.getMessage().contains("the journal reached its quota"), incremental.getMessage());
        CopyRefusedException journal = assertThrows(CopyRefusedException.class, () -> series.journal(full));
        assertEquals(Refusal.Kind.JOURNAL_SUSPENDED, journal.kind());
        assertTrue(
                journal.hints().get(0).contains("the journal reached its quota"),
                journal.hints().toString());
    }

    /** Commits are never held up: what is not leased is recycled. */
    @Test
    void withoutLeasesNothingIsDroppedAndTheJournalStaysWithinItsQuota() {
        for (int round = 0; round < 6; round++) {
            load(60);
            flush();
        }
        assertEquals(-1, indexOf(DomainEvent.LeaseDropped.class));
    }

    private Optional<String> suspended() {
        return domain.facts(SampleDomain.NAME)
                .archive(new ArchiveId(0))
                .orElseThrow()
                .journalSuspended();
    }

    private void loadUntilDropped(String... owners) {
        for (String owner : owners) {
            while (!wasDropped(owner)) {
                load(20);
                flush();
            }
        }
    }

    private boolean wasDropped(String owner) {
        return List.copyOf(events).stream()
                .anyMatch(event -> event instanceof DomainEvent.LeaseDropped dropped
                        && dropped.owner().startsWith(owner));
    }

    private int indexOf(Class<? extends DomainEvent> kind) {
        List<DomainEvent> all = List.copyOf(events);
        for (int index = 0; index < all.size(); index++) {
            if (kind.isInstance(all.get(index))) {
                return index;
            }
        }
        return -1;
    }

    /** Commits about so many times 10 KiB. */
    private void load(int count) {
        for (int done = 0; done < count; done++) {
            try (Transaction transaction = SampleDomain.database(domain).begin()) {
                transaction.put("t", bytes("k" + ++rows % 50), new byte[10 << 10]);
                transaction.commit();
            }
        }
    }

    private void flush() {
        Member member = SampleDomain.database(domain).running().members().get(0);
        member.store().flush();
        member.journal().recycle(member.store().persistedMark());
    }
}
