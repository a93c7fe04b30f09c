package io.hotcopy.embedded;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** The journals of the members, as a start opens them. Used by one thread. */
final class MemberJournals {

    private final StartContext context;
    private final List<OpenJournal> opened = new ArrayList<>();

    /** One opened journal, with what it knew before. */
    private record OpenJournal(Member member, long highestView, JournalRelay relay) {}

    MemberJournals(StartContext context) {
        this.context = context;
    }

    /** Opens the journal of one archive behind what was found in it. */
    void open(FoundArchive archive, DatabaseState state) {
        EmbeddedSettings settings = context.environment().settings();
        Leases leases = Leases.open(ArchiveLayout.leases(archive.directory()));
        forgetPins(leases);
        JournalRelay relay = new JournalRelay(archive.id(), this::quota);
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

    /** A pin ends with the process that held it. */
    private static void forgetPins(Leases leases) {
        leases.all().stream()
                .map(Lease::owner)
                .filter(owner -> owner.startsWith(LeaseOwners.PIN))
                .forEach(leases::remove);
    }

    private void quota(ArchiveId archive, long used, long quota, Optional<Lease> dropped) {
        DomainEvent event = dropped.<DomainEvent>map(
                        lease -> new DomainEvent.LeaseDropped(context.name(), archive, lease.owner(), lease.number()))
                .orElseGet(() -> new DomainEvent.JournalFilling(
                        context.name(), archive, new ByteSize(used), new ByteSize(quota)));
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
