package io.hotcopy.embedded.start;

import io.hotcopy.embedded.journal.CommitFrame;
import io.hotcopy.embedded.journal.JournalScan.End;
import io.hotcopy.embedded.journal.VoidFilter;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * Judges what the present members of the newest view tell (protocol §2). A commit that anybody knows to have been
 * stable is kept; one in doubt is kept when all its participants that are here hold it, and all before it are kept.
 * Memory is bounded by what can be in flight and by one bit a commit, not by the journals.
 */
public final class InDoubt {

    private final SortedMap<ArchiveId, Evidence> members = new TreeMap<>();
    private final VoidFilter voids;
    private final CommitNumber stable;

    /** A commit that nobody knows to have been stable. */
    private record Doubtful(SortedSet<ArchiveId> participants, SortedSet<ArchiveId> holders) {}

    /**
     * @param members the present archives that the newest view names
     * @param voids what earlier starts have voided
     */
    public InDoubt(Collection<Evidence> members, VoidFilter voids) {
        members.forEach(member -> this.members.put(member.archive(), member));
        this.voids = voids;
        this.stable = members.stream()
                .map(Evidence::stable)
                .max(CommitNumber::compareTo)
                .orElse(CommitNumber.ZERO);
    }

    /**
     * The members that have lost what they had synced, and how that shows.
     *
     * @param runFrom the first number given out since the last start
     * @param complete whether all members of the newest view are here: only then must every stable commit be found
     * @throws HotCopyException when a stable commit is in no journal, and none shows that it has lost it
     */
    public SortedMap<ArchiveId, String> damaged(CommitNumber runFrom, boolean complete) {
        SortedMap<ArchiveId, String> damaged = new TreeMap<>();
        members.values().forEach(member -> ownTale(member).ifPresent(tale -> damaged.put(member.archive(), tale)));
        CommitNumber base = base(runFrom);
        BitSet found = new BitSet();
        eachCommit(leastReach(base), (holder, commit) -> {
            lacking(commit)
                    .forEach(archive ->
                            damaged.putIfAbsent(archive, lackingTale(members.get(archive), commit.number(), holder)));
            if (commit.number().isAfter(base) && !commit.number().isAfter(stable)) {
                found.set(index(commit.number(), base));
            }
        });
        int gone = found.nextClearBit(1);
        if (complete && damaged.isEmpty() && base.value() + gone <= stable.value()) {
            blameTorn(new CommitNumber(base.value() + gone), damaged);
        }
        return damaged;
    }

    /** What a journal tells against itself. */
    private static Optional<String> ownTale(Evidence member) {
        if (member.scan().end() == End.DAMAGED) {
            return Optional.of("its journal is damaged at offset "
                    + member.scan().offset() + " of \"" + member.scan().file().orElseThrow() + "\": "
                    + member.scan().reason());
        }
        if (member.scan().before().isAfter(member.persisted())) {
            return Optional.of("its files hold commits up to " + member.persisted()
                    + ", and its journal only those after " + member.scan().before());
        }
        return Optional.empty();
    }

    /** Above it every number up to the stable one must be found in some journal. */
    private CommitNumber base(CommitNumber runFrom) {
        CommitNumber beforeRun = new CommitNumber(Math.max(runFrom.value() - 1, 0));
        return members.values().stream().map(member -> member.scan().before()).reduce(beforeRun, CommitNumber::max);
    }

    private CommitNumber leastReach(CommitNumber atMost) {
        return members.values().stream().map(Evidence::reach).reduce(atMost, CommitNumber::min);
    }

    private static int index(CommitNumber number, CommitNumber base) {
        return Math.toIntExact(number.value() - base.value());
    }

    /** The participants that must hold the commit, for it was stable, and do not. */
    private List<ArchiveId> lacking(CommitFrame commit) {
        if (commit.number().isAfter(stable)) {
            return List.of();
        }
        return commit.participants().stream()
                .filter(members::containsKey)
                .filter(archive -> commit.number().isAfter(members.get(archive).reach()))
                .toList();
    }

    private static String lackingTale(Evidence member, CommitNumber lacking, ArchiveId holder) {
        return "commit " + lacking + ", which was stable and which the journal of archive " + holder
                + " holds, is missing in its own, " + ending(member);
    }

    private static String ending(Evidence member) {
        return "which ends at offset " + member.scan().offset()
                + member.scan().file().map(file -> " of \"" + file + "\"").orElse(" of nothing");
    }

    private void blameTorn(CommitNumber gone, SortedMap<ArchiveId, String> damaged) {
        members.values().stream()
                .filter(member -> member.scan().end() == End.TORN)
                .forEach(member -> damaged.put(
                        member.archive(),
                        "commit " + gone + " was stable and no journal holds it; its own, " + ending(member)
                                + ", may have lost it"));
        if (damaged.isEmpty()) {
            throw new HotCopyException(
                    "commit " + gone + " was acknowledged, and no journal of the members " + members.keySet()
                            + " holds it",
                    "A journal was cut short: put it back, or declare its archive lost.");
        }
    }

    /**
     * Through which commit the database is whole.
     *
     * @param voters those members that are not damaged
     */
    public Decision decide(SortedSet<ArchiveId> voters) {
        SortedMap<CommitNumber, Doubtful> doubtful = new TreeMap<>();
        eachCommit(stable, (holder, commit) -> {
            if (voters.contains(holder) && commit.number().isAfter(stable)) {
                doubtful.computeIfAbsent(
                                commit.number(), number -> new Doubtful(commit.participants(), new TreeSet<>()))
                        .holders()
                        .add(holder);
            }
        });
        CommitNumber through = stable;
        long kept = 0;
        for (Map.Entry<CommitNumber, Doubtful> commit : doubtful.entrySet()) {
            SortedSet<ArchiveId> wanted = new TreeSet<>(commit.getValue().participants());
            wanted.retainAll(voters);
            if (!commit.getValue().holders().containsAll(wanted)) {
                break;
            }
            through = commit.getKey();
            kept++;
        }
        return new Decision(through, doubtful.size() - kept);
    }

    /** Shows the commits of all members that no earlier start has voided, at least those after a number. */
    private void eachCommit(CommitNumber after, BiConsumer<ArchiveId, CommitFrame> each) {
        members.values()
                .forEach(member -> member.read(after, entry -> {
                    if (entry.frame() instanceof CommitFrame commit && !voids.isVoid(commit)) {
                        each.accept(member.archive(), commit);
                    }
                }));
    }
}
