package io.hotcopy.embedded;

import io.hotcopy.embedded.commit.Member;
import io.hotcopy.embedded.journal.Lease;
import io.hotcopy.embedded.journal.VoidFilter;
import io.hotcopy.embedded.sync.KeptFrames;
import io.hotcopy.embedded.sync.PeerFrames;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.Lineage;
import java.util.List;
import java.util.Optional;

/** The storage managers of a running database, as sources of frames for one archive. Safe for several threads. */
final class SyncPeers implements PeerFrames.Peers {

    private final RunningDatabase running;
    private final ArchiveId archive;
    private final boolean ownCounts;

    /** @param ownCounts whether the archive's own frames are of use: it runs */
    SyncPeers(RunningDatabase running, ArchiveId archive, boolean ownCounts) {
        this.running = running;
        this.archive = archive;
        this.ownCounts = ownCounts;
    }

    @Override
    public Optional<KeptFrames> own() {
        return ownCounts ? serving(true).stream().findFirst().map(Member::kept) : Optional.empty();
    }

    @Override
    public List<KeptFrames> others() {
        return members().stream().map(Member::kept).toList();
    }

    /** The other ones that have caught up. */
    List<Member> members() {
        return serving(false);
    }

    private List<Member> serving(boolean own) {
        return running.members().stream()
                .filter(member -> member.archive().equals(archive) == own)
                .filter(member -> running.pipeline().serves(member.archive()))
                .toList();
    }

    @Override
    public Lineage lineage() {
        return running.state().state().lineage();
    }

    @Override
    public VoidFilter voids() {
        return new VoidFilter(running.state().state().views());
    }

    /** Has all of them keep what comes after a commit. */
    void hold(CommitNumber after) {
        members().forEach(member -> member.leases()
                .put(new Lease(owner(), lineage().id(), after)));
    }

    void letGo() {
        members().forEach(member -> member.leases().remove(owner()));
    }

    private String owner() {
        return LeaseOwners.SYNC + archive;
    }
}
