package io.hotcopy.embedded;

import io.hotcopy.embedded.commit.JournalRelay;
import io.hotcopy.embedded.commit.Member;
import io.hotcopy.embedded.journal.Journal;
import io.hotcopy.embedded.journal.JournalIdentity;
import io.hotcopy.embedded.journal.JournalScan;
import io.hotcopy.embedded.journal.JournalSettings;
import io.hotcopy.embedded.journal.Lease;
import io.hotcopy.embedded.journal.Leases;
import io.hotcopy.embedded.state.DatabaseState;
import io.hotcopy.embedded.state.KnownArchive;
import io.hotcopy.embedded.store.ArchiveStore;
import io.hotcopy.embedded.sync.SyncSegments;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.CommitNumber;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Makes members of opened stores: journal, leases and what connects them with the pipeline. */
final class MemberOpening {

    private final StartContext context;
    private final LeaseBook book;

    MemberOpening(StartContext context, LeaseBook book) {
        this.context = context;
        this.book = book;
    }

    /**
     * A member whose journal goes on behind what was found in it; behind what the records hold when nothing was found,
     * as in a restored archive: only then is it true that it holds all that comes after.
     */
    OpenMember open(FoundArchive archive, DatabaseState state) {
        Leases leases = Leases.open(ArchiveLayout.leases(archive.directory()));
        JournalRelay relay = relay(archive.id(), leases);
        Journal journal = Journal.open(
                ArchiveLayout.journal(archive.directory()),
                identity(state, archive.known()),
                settings(),
                found(archive),
                leases,
                relay,
                nonces(),
                context.environment().clock());
        return member(archive.known(), archive.directory(), archive.store(), journal, leases, relay);
    }

    private static JournalScan found(FoundArchive archive) {
        return archive.scan().segments().isEmpty()
                ? JournalScan.behind(archive.store().appliedMark(), archive.scan())
                : archive.scan();
    }

    /** A member whose journal waits to begin. */
    OpenMember waiting(
            KnownArchive known,
            Path directory,
            ArchiveStore store,
            Leases leases,
            DatabaseState state,
            CommitNumber stable) {
        JournalRelay relay = relay(known.id(), leases);
        Journal journal = Journal.waiting(
                ArchiveLayout.journal(directory),
                identity(state, known),
                settings(),
                stable,
                leases,
                relay,
                nonces(),
                context.environment().clock());
        return member(known, directory, store, journal, leases, relay);
    }

    private OpenMember member(
            KnownArchive known,
            Path directory,
            ArchiveStore store,
            Journal journal,
            Leases leases,
            JournalRelay relay) {
        return new OpenMember(
                new Member(
                        known.id(),
                        known.uuid(),
                        known.serves(),
                        directory,
                        store,
                        journal,
                        leases,
                        segments(directory)),
                relay);
    }

    SyncSegments segments(Path archive) {
        return new SyncSegments(ArchiveLayout.sync(archive), settings().quotaBytes());
    }

    static JournalIdentity identity(DatabaseState state, KnownArchive known) {
        return new JournalIdentity(state.databaseUuid(), state.lineage(), known.id(), known.uuid());
    }

    JournalSettings settings() {
        EmbeddedSettings settings = context.environment().settings();
        return new JournalSettings(
                settings.journalSegment().bytes(), settings.journalQuota().bytes());
    }

    RandomGenerator nonces() {
        return new SplittableRandom(context.ids().seed());
    }

    private JournalRelay relay(ArchiveId archive, Leases leases) {
        return new JournalRelay(
                archive, (id, used, quota, dropped) -> quota(id, leases, new Filling(used, quota, dropped)));
    }

    /** How full a journal is, and what was dropped for that. */
    private record Filling(long used, long quota, Optional<Lease> dropped) {}

    private void quota(ArchiveId archive, Leases leases, Filling filling) {
        try {
            filling.dropped().ifPresent(lease -> book.dropped(archive, leases, lease));
        } finally {
            tell(archive, filling);
        }
    }

    private void tell(ArchiveId archive, Filling filling) {
        DomainEvent event = filling.dropped()
                .<DomainEvent>map(
                        lease -> new DomainEvent.LeaseDropped(context.name(), archive, lease.owner(), lease.number()))
                .orElseGet(() -> new DomainEvent.JournalFilling(
                        context.name(), archive, new ByteSize(filling.used()), new ByteSize(filling.quota())));
        context.environment().events().accept(event);
    }
}
