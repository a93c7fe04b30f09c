package io.hotcopy.embedded.sync;

import io.hotcopy.embedded.journal.CommitFrame;
import io.hotcopy.embedded.journal.Lease;
import io.hotcopy.embedded.journal.VoidFilter;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.Lineage;
import io.hotcopy.term.StorageGroupName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Frames from whoever keeps them: the archive itself, if it runs and reaches back far enough, else its peers. */
public final class PeerFrames implements FrameSource {

    private final Peers peers;
    private final String owner;

    /** What is to be known of the database; asked anew for each reading. */
    public interface Peers {

        /** The archive itself; empty when its own frames are of no use. */
        Optional<KeptFrames> own();

        /** The other running ones. */
        List<KeptFrames> others();

        Lineage lineage();

        /** Knows all views there were. */
        VoidFilter voids();
    }

    /** @param owner in whose name is leased what is read; one reading at a time */
    public PeerFrames(Peers peers, String owner) {
        this.peers = peers;
        this.owner = owner;
    }

    @Override
    public boolean reachesBackTo(CommitNumber after, SortedSet<StorageGroupName> groups) {
        return sources(after, groups).missing().isEmpty();
    }

    /** Which of the groups nobody keeps all commits of after a number. */
    public SortedSet<StorageGroupName> missing(CommitNumber after, SortedSet<StorageGroupName> groups) {
        return sources(after, groups).missing();
    }

    /** Who is read for which groups. */
    public Map<StorageGroupName, ArchiveId> readFrom(CommitNumber after, SortedSet<StorageGroupName> groups) {
        Map<StorageGroupName, ArchiveId> from = new LinkedHashMap<>();
        sources(after, groups).chosen().forEach((kept, its) -> its.forEach(group -> from.put(group, kept.archive())));
        return from;
    }

    @Override
    public void read(
            CommitNumber after, CommitNumber through, SortedSet<StorageGroupName> groups, Consumer<CommitFrame> each) {
        if (!through.isAfter(after)) {
            return;
        }
        List<KeptFrames> leased = new ArrayList<>(peers.others());
        peers.own().ifPresent(leased::add);
        leased.forEach(
                kept -> kept.leases().put(new Lease(owner, peers.lineage().id(), after)));
        try {
            Sources sources = sources(after, groups);
            if (!sources.missing().isEmpty()) {
                throw nobody(after, sources.missing());
            }
            VoidFilter voids = peers.voids();
            List<FrameFeed> feeds = new ArrayList<>();
            sources.chosen()
                    .forEach((kept, its) ->
                            feeds.add(new FrameFeed(kept.pieces(after, through, peers.lineage()), its, voids)));
            new MergedFrames(feeds).each(each);
        } finally {
            leased.forEach(kept -> kept.leases().remove(owner));
        }
    }

    private record Sources(Map<KeptFrames, SortedSet<StorageGroupName>> chosen, SortedSet<StorageGroupName> missing) {}

    /** The archive itself for all groups, or of the others as few as give all, roughly. */
    private Sources sources(CommitNumber after, SortedSet<StorageGroupName> groups) {
        Map<KeptFrames, SortedSet<StorageGroupName>> chosen = new LinkedHashMap<>();
        SortedSet<StorageGroupName> missing = new TreeSet<>(groups);
        List<KeptFrames> candidates = new ArrayList<>();
        peers.own().ifPresent(candidates::add);
        peers.others().stream()
                .sorted(Comparator.comparing((KeptFrames kept) -> -common(kept, groups))
                        .thenComparing(KeptFrames::archive))
                .forEach(candidates::add);
        for (KeptFrames kept : candidates) {
            SortedSet<StorageGroupName> its = new TreeSet<>(missing);
            its.retainAll(kept.serves());
            if (!its.isEmpty() && !kept.reachesBackTo(peers.lineage()).isAfter(after)) {
                chosen.put(kept, its);
                missing.removeAll(its);
            }
        }
        return new Sources(chosen, missing);
    }

    private static int common(KeptFrames kept, SortedSet<StorageGroupName> groups) {
        SortedSet<StorageGroupName> common = new TreeSet<>(groups);
        common.retainAll(kept.serves());
        return common.size();
    }

    private HotCopyException nobody(CommitNumber after, SortedSet<StorageGroupName> missing) {
        List<KeptFrames> asked = new ArrayList<>(peers.others());
        peers.own().ifPresent(asked::add);
        String reach = asked.stream()
                .filter(kept -> kept.serves().stream().anyMatch(missing::contains))
                .map(kept -> "archive " + kept.archive() + " reaches back to " + kept.reachesBackTo(peers.lineage()))
                .collect(Collectors.joining(", "));
        return new HotCopyException(
                "nobody keeps the commits of storage groups " + missing + " after " + after + " any more: "
                        + (reach.isEmpty() ? "no storage manager that serves them is running" : reach),
                "Make a full hot copy; take hot copies more often than the journal quota allows to wait.");
    }
}
