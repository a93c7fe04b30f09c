package io.hotcopy.embedded;

import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.backupset.SyncedFiles;
import io.hotcopy.embedded.commit.CommitPipeline;
import io.hotcopy.embedded.commit.Member;
import io.hotcopy.embedded.journal.Lease;
import io.hotcopy.embedded.journal.Leases;
import io.hotcopy.embedded.journal.View;
import io.hotcopy.embedded.journal.ViewFrame;
import io.hotcopy.embedded.state.DatabaseState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The journals of the members, as a start opens them. Used by one thread. */
final class MemberJournals {

    private final MemberOpening opening;
    private final List<OpenJournal> opened = new ArrayList<>();

    /** One opened journal, with what it knew before. */
    private record OpenJournal(OpenMember open, long highestView) {
        Member member() {
            return open.member();
        }
    }

    MemberJournals(MemberOpening opening) {
        this.opening = opening;
    }

    /** Opens the journal of one archive behind what was found in it. */
    void open(FoundArchive archive, DatabaseState state) {
        OpenMember open = opening.open(archive, state);
        forgetCopies(archive, open.member().leases());
        open.member().segments().tidy();
        open.member().segments().prune(open.member().leases());
        opened.add(new OpenJournal(open, archive.scan().highestView()));
    }

    /** What a hot copy or a reading held ends with the process that made it, and so does what it put aside. */
    private static void forgetCopies(FoundArchive archive, Leases leases) {
        Path scratch = ArchiveLayout.scratch(archive.directory());
        try {
            SyncedFiles.deleteTree(scratch);
        } catch (IOException trouble) {
            throw FileTrouble.cannot("delete", scratch, trouble);
        }
        leases.all().stream()
                .map(Lease::owner)
                .filter(LeaseOwners::endsWithTheProcess)
                .forEach(leases::remove);
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

    List<OpenMember> members() {
        return opened.stream().map(OpenJournal::open).toList();
    }

    void connect(CommitPipeline pipeline) {
        opened.forEach(journal -> journal.open().relay().connect(pipeline));
    }

    /** Stops them, for a start that cannot go on. */
    void abandon() {
        opened.forEach(journal -> journal.member().journal().crash());
    }
}
