package io.hotcopy.embedded;

import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.backupset.SyncedFiles;
import io.hotcopy.embedded.commit.CommitPipeline;
import io.hotcopy.embedded.commit.JournalRelay;
import io.hotcopy.embedded.commit.Member;
import io.hotcopy.embedded.journal.Journal;
import io.hotcopy.embedded.journal.JournalIdentity;
import io.hotcopy.embedded.journal.JournalSettings;
import io.hotcopy.embedded.journal.Lease;
import io.hotcopy.embedded.journal.Leases;
import io.hotcopy.embedded.journal.View;
import io.hotcopy.embedded.journal.ViewFrame;
import io.hotcopy.embedded.state.DatabaseState;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** The journals of the members, as a start opens them. Used by one thread. */
final class MemberJournals {

    private final StartContext context;
    private final LeaseBook book;
    private final List<OpenJournal> opened = new ArrayList<>();

    /** One opened journal, with what it knew before. */
    private record OpenJournal(Member member, long highestView, JournalRelay relay) {}

    MemberJournals(StartContext context, LeaseBook book) {
        this.context = context;
        this.book = book;
    }

    /** Opens the journal of one archive behind what was found in it. */
    void open(FoundArchive archive, DatabaseState state) {
        EmbeddedSettings settings = context.environment().settings();
        Leases leases = Leases.open(ArchiveLayout.leases(archive.directory()));
        forgetCopies(archive, leases);
        JournalRelay relay = new JournalRelay(
                archive.id(), (id, used, quota, dropped) -> quota(id, leases, new Filling(used, quota, dropped)));
        Journal journal = Journal.open(
                ArchiveLayout.journal(archive.directory()),
                new JournalIdentity(
                        state.databaseUuid(),
                        state.lineage(),
                        archive.id(),
                        archive.known().uuid()),
                new JournalSettings(
                        settings.journalSegment().bytes(),
                        settings.journalQuota().bytes()),
                archive.scan(),
                leases,
                relay,
                new SplittableRandom(context.ids().seed()),
                context.environment().clock());
        Member member = new Member(
                archive.id(),
                archive.known().uuid(),
                archive.known().serves(),
                archive.directory(),
                archive.store(),
                journal,
                leases);
        opened.add(new OpenJournal(member, archive.scan().highestView(), relay));
    }

    /** What a hot copy held ends with the process that made it, and so does what it put aside. */
    private static void forgetCopies(FoundArchive archive, Leases leases) {
        Path scratch = ArchiveLayout.scratch(archive.directory());
        try {
            SyncedFiles.deleteTree(scratch);
        } catch (IOException trouble) {
            throw FileTrouble.cannot("delete", scratch, trouble);
        }
        leases.all().stream()
                .map(Lease::owner)
                .filter(owner -> owner.startsWith(LeaseOwners.PIN))
                .forEach(leases::remove);
    }

    /** How full a journal is, and what was dropped for that. */
    private record Filling(long used, long quota, Optional<Lease> dropped) {}

    private void quota(ArchiveId archive, Leases leases, Filling filling) {
        filling.dropped().ifPresent(lease -> book.dropped(archive, leases, lease));
        DomainEvent event = filling.dropped()
                .<DomainEvent>map(
                        lease -> new DomainEvent.LeaseDropped(context.name(), archive, lease.owner(), lease.number()))
                .orElseGet(() -> new DomainEvent.JournalFilling(
                        context.name(), archive, new ByteSize(filling.used()), new ByteSize(filling.quota())));
        context.environment().events().accept(event);
    }

    /** Writes into every journal the views that it does not know yet, and waits until all have synced them. */
    void tell(List<View> views) {
        for (OpenJournal journal : opened) {
            views.stream()
                    .filter(view -> view.number() > journal.highestView())
                    .forEach(view -> journal.member().journal().append(new ViewFrame(view)));
        }
        opened.forEach(journal -> journal.member().journal().sync());
    }

    List<Member> members() {
        return opened.stream().map(OpenJournal::member).toList();
    }

    void connect(CommitPipeline pipeline) {
        opened.forEach(journal -> journal.relay().connect(pipeline));
    }

    /** Stops them, for a start that cannot go on. */
    void abandon() {
        opened.forEach(journal -> journal.member().journal().crash());
    }
}
