package io.hotcopy.embedded.commit;

import io.hotcopy.embedded.journal.FingerprintDifference;
import io.hotcopy.embedded.journal.Operation;
import io.hotcopy.embedded.store.StoreBatch;
import io.hotcopy.embedded.store.TableInGroup;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.StorageGroupName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Brings stable commits into the stores, in their order and in rounds: old values into the overlay, one batch into each
 * member's store, then the round becomes visible, and only then its clients are answered. One thread calls it.
 */
final class Applier {

    private final CommitSequence sequence;
    private final Stability stability;
    private final Health health;
    private final UndoOverlay overlay;
    private final Snapshots snapshots;
    private final Upkeep upkeep;
    private final Consumer<PendingCommit> applied;
    /** As of the last round. */
    private final Map<TableInGroup, Fingerprint> fingerprints;

    /**
     * @param fingerprints as of the commit that all stores hold
     * @param applied hears of each commit once it is visible
     */
    Applier(
            CommitSequence sequence,
            Stability stability,
            Health health,
            UndoOverlay overlay,
            Snapshots snapshots,
            Upkeep upkeep,
            SortedMap<TableInGroup, Fingerprint> fingerprints,
            Consumer<PendingCommit> applied) {
        this.sequence = sequence;
        this.stability = stability;
        this.health = health;
        this.overlay = overlay;
        this.snapshots = snapshots;
        this.upkeep = upkeep;
        this.fingerprints = new HashMap<>(fingerprints);
        this.applied = applied;
    }

    /** The content of some groups as of the last round. */
    SortedMap<TableInGroup, Fingerprint> content(SortedSet<StorageGroupName> groups) {
        SortedMap<TableInGroup, Fingerprint> content = new TreeMap<>(fingerprints);
        content.keySet().removeIf(part -> !groups.contains(part.group()));
        return content;
    }

    /** Applies commits that are stable, all of them. */
    void apply(List<PendingCommit> round) {
        List<Member> members = sequence.membership().members();
        CommitNumber stable = stability.stable();
        members.forEach(member -> member.journal().stable(stable));
        round.forEach(this::keepOldValues);
        Set<TableInGroup> changed = advanceFingerprints(round);
        members.stream().filter(health::isWell).forEach(member -> apply(round, changed, member));
        snapshots.publish(round.get(round.size() - 1).number().value());
        overlay.forget(snapshots.oldest());
        round.forEach(applied);
    }

    private void keepOldValues(PendingCommit commit) {
        commit.drop().ifPresent(drop -> health.dropped(drop.table()));
        for (PendingCommit.Change change : commit.changes()) {
            overlay.add(commit.number().value(), change.row(), change.old());
        }
    }

    private Set<TableInGroup> advanceFingerprints(List<PendingCommit> round) {
        Set<TableInGroup> changed = new TreeSet<>();
        for (PendingCommit commit : round) {
            for (FingerprintDifference difference : commit.differences()) {
                TableInGroup part = new TableInGroup(difference.group(), difference.table());
                fingerprints.merge(part, difference.difference(), Fingerprint::plus);
                changed.add(part);
            }
            commit.drop().ifPresent(drop -> drop.groups().forEach(group -> {
                fingerprints.remove(new TableInGroup(group, drop.table()));
                changed.remove(new TableInGroup(group, drop.table()));
            }));
        }
        return changed;
    }

    private void apply(List<PendingCommit> round, Set<TableInGroup> changed, Member member) {
        StoreBatch batch = new StoreBatch();
        round.forEach(commit -> add(commit, member, batch));
        changed.stream()
                .filter(part -> member.serves().contains(part.group()))
                .forEach(part -> batch.fingerprint(part.group(), part.table(), fingerprints.get(part)));
        batch.applied(round.get(round.size() - 1).number());
        try {
            member.store().apply(batch);
            upkeep.wrote(member, round.stream().mapToLong(PendingCommit::bytes).sum());
        } catch (HotCopyException trouble) {
            health.failed(member, trouble);
        }
    }

    private static void add(PendingCommit commit, Member member, StoreBatch batch) {
        for (PendingCommit.Change change : commit.changes()) {
            Operation operation = change.operation();
            if (!member.serves().contains(operation.group())) {
                continue;
            }
            if (operation.isTombstone()) {
                batch.delete(operation.group(), operation.key());
            } else {
                batch.put(operation.group(), operation.key(), operation.value());
            }
        }
        commit.drop().ifPresent(drop -> drop.groups().stream()
                .filter(member.serves()::contains)
                .forEach(group -> batch.dropTable(group, drop.table())));
    }
}
