package io.hotcopy.embedded.commit;

import io.hotcopy.embedded.journal.CommitFrame;
import io.hotcopy.embedded.journal.FingerprintDifference;
import io.hotcopy.embedded.journal.Operation;
import io.hotcopy.embedded.journal.View;
import io.hotcopy.embedded.journal.ViewFrame;
import io.hotcopy.embedded.store.TableInGroup;
import io.hotcopy.embedded.store.TableKeys;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.StorageGroupName;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The one short lock that orders commits: under it a commit gets its number and its participants, the fingerprints
 * advance, and its frames are queued to every participant's journal; so numbers rise with the log sequence in every
 * journal, and the content at any number is known. Changes of the view are ordered by the same lock. No disk is touched
 * under it, but when numbers have to be reserved. Safe for several threads.
 */
final class CommitSequence {

    private final ReentrantLock lock = new ReentrantLock();
    private final NumberSource numbers;
    private final Stability stability;
    private final Clock clock;
    private final SortedMap<TableInGroup, Fingerprint> fingerprints;
    private final Set<Integer> droppedTables = new HashSet<>();

    private volatile Membership membership;
    private long last;
    private HotCopyException refusal;

    CommitSequence(
            Membership membership,
            CommitNumber last,
            SortedMap<TableInGroup, Fingerprint> fingerprints,
            NumberSource numbers,
            Stability stability,
            Clock clock) {
        this.membership = membership;
        this.last = last.value();
        this.fingerprints = new TreeMap<>(fingerprints);
        this.numbers = numbers;
        this.stability = stability;
        this.clock = clock;
    }

    /** The present members; those of a change under way only once its frames are queued. */
    Membership membership() {
        return membership;
    }

    /**
     * Gives the commit its number and queues its frames.
     *
     * @throws WriteConflictException when it writes into a table that has been dropped
     * @throws HotCopyException when the database takes no commits any more
     */
    void issue(PendingCommit commit) {
        underLock(() -> {
            requireOpen();
            requireTables(commit);
            List<Member> participants = membership.participants(commit.touched());
            SortedSet<ArchiveId> archives = new TreeSet<>();
            participants.forEach(member -> archives.add(member.archive()));
            long number = numbers.next();
            commit.issued(new CommitNumber(number), membership.view().number(), archives);
            last = number;
            advanceFingerprints(commit);
            stability.issued(commit);
            queueFrames(commit, participants);
            return null;
        });
    }

    private void requireOpen() {
        if (refusal != null) {
            throw new HotCopyException(
                    refusal.getMessage(), refusal, refusal.hints().toArray(String[]::new));
        }
    }

    private void requireTables(PendingCommit commit) {
        for (PendingCommit.Change change : commit.changes()) {
            if (!droppedTables.isEmpty()
                    && droppedTables.contains(TableKeys.table(change.row().bytes()))) {
                throw new WriteConflictException("the table was dropped meanwhile");
            }
        }
    }

    private void advanceFingerprints(PendingCommit commit) {
        commit.drop().ifPresent(drop -> {
            droppedTables.add(drop.table());
            drop.groups().forEach(group -> fingerprints.remove(new TableInGroup(group, drop.table())));
        });
        for (FingerprintDifference difference : commit.differences()) {
            fingerprints.merge(
                    new TableInGroup(difference.group(), difference.table()),
                    difference.difference(),
                    Fingerprint::plus);
        }
    }

    /** Each participant's frame holds the operations of the groups it serves; equal ones share one frame. */
    private void queueFrames(PendingCommit commit, List<Member> participants) {
        Instant now = clock.instant();
        Map<SortedSet<StorageGroupName>, CommitFrame> frames = new HashMap<>();
        for (Member member : participants) {
            SortedSet<StorageGroupName> served = new TreeSet<>(commit.touched());
            served.retainAll(member.serves());
            member.journal().append(frames.computeIfAbsent(served, groups -> frame(commit, groups, now)));
        }
    }

    private static CommitFrame frame(PendingCommit commit, SortedSet<StorageGroupName> served, Instant now) {
        List<Operation> operations = commit.changes().stream()
                .map(PendingCommit.Change::operation)
                .filter(operation -> served.contains(operation.group()))
                .toList();
        return new CommitFrame(
                commit.number(),
                commit.view(),
                now,
                commit.participants(),
                commit.touched(),
                commit.differences(),
                operations);
    }

    /** The last commit that was given a number, and the content at it. */
    Issued issued() {
        return underLock(() -> {
            SortedMap<StorageGroupName, Fingerprint> sums = new TreeMap<>();
            membership.groups().forEach(group -> sums.put(group, Fingerprint.ZERO));
            fingerprints.forEach((part, sum) -> sums.merge(part.group(), sum, Fingerprint::plus));
            return new Issued(new CommitNumber(last), sums, new TreeMap<>(fingerprints));
        });
    }

    CommitNumber lastIssued() {
        return underLock(() -> new CommitNumber(last));
    }

    /** Makes the next view the present one: its frame is queued to every member before any commit under it. */
    Membership change(View next) {
        return underLock(() -> {
            membership = membership.under(next);
            membership.members().forEach(member -> member.journal().append(new ViewFrame(next)));
            return membership;
        });
    }

    /**
     * Makes the next view, in which a member has joined, the present one: later commits have it as participant.
     *
     * @return the last commit that was given a number before
     */
    CommitNumber join(Member member, View next) {
        return underLock(() -> {
            membership = membership.with(member, next);
            membership.members().forEach(each -> each.journal().append(new ViewFrame(next)));
            return new CommitNumber(last);
        });
    }

    /** Puts another member in its archive's place: it serves more groups. */
    void replace(Member member) {
        underLock(() -> {
            membership = membership.with(member, membership.view());
            return null;
        });
    }

    /** Gives no numbers any more. */
    void refuse(HotCopyException cause) {
        underLock(() -> {
            refusal = refusal == null ? cause : refusal;
            return null;
        });
    }

    private <T> T underLock(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }
}
