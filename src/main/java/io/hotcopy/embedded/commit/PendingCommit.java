package io.hotcopy.embedded.commit;

import io.hotcopy.embedded.journal.FingerprintDifference;
import io.hotcopy.embedded.journal.Operation;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.StorageGroupName;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * A commit between its writes being locked and its client being answered. The commit sequence gives it its number; the
 * applier answers it.
 */
final class PendingCommit {

    private final List<RowKey> rows;
    private final List<Change> changes;
    private final SortedSet<StorageGroupName> touched;
    private final List<FingerprintDifference> differences;
    private final Optional<TableDrop> drop;
    private final long bytes;
    private final CompletableFuture<CommitNumber> answer = new CompletableFuture<>();

    private CommitNumber number;
    private long view;
    private SortedSet<ArchiveId> participants;

    /**
     * One record's change.
     *
     * @param row the key
     * @param operation what is written
     * @param old the value before; {@code null} when there was none
     */
    record Change(RowKey row, Operation operation, byte[] old) {}

    /**
     * @param rows all records it has locked
     * @param changes what it does to them; those it leaves as they are not among them
     * @param touched the storage groups of its changes
     * @param differences by how much it changes their fingerprints
     * @param drop the table that goes with it
     * @param bytes of memory it is counted for
     */
    PendingCommit(
            List<RowKey> rows,
            List<Change> changes,
            SortedSet<StorageGroupName> touched,
            List<FingerprintDifference> differences,
            Optional<TableDrop> drop,
            long bytes) {
        this.rows = rows;
        this.changes = List.copyOf(changes);
        this.touched = touched;
        this.differences = differences;
        this.drop = drop;
        this.bytes = bytes;
    }

    /** Its place in the order of commits; called once, by the commit sequence. */
    void issued(CommitNumber givenNumber, long underView, SortedSet<ArchiveId> givenParticipants) {
        number = givenNumber;
        view = underView;
        participants = givenParticipants;
    }

    List<RowKey> rows() {
        return rows;
    }

    List<Change> changes() {
        return changes;
    }

    SortedSet<StorageGroupName> touched() {
        return touched;
    }

    List<FingerprintDifference> differences() {
        return differences;
    }

    Optional<TableDrop> drop() {
        return drop;
    }

    long bytes() {
        return bytes;
    }

    CommitNumber number() {
        return number;
    }

    long view() {
        return view;
    }

    SortedSet<ArchiveId> participants() {
        return participants;
    }

    /** Tells the client that it happened; says whether nobody had told it anything before. */
    boolean answer() {
        return answer.complete(number);
    }

    /** Tells the client that nobody knows yet whether it happened; says whether nobody had told it anything before. */
    boolean inDoubt(HotCopyException cause) {
        return answer.completeExceptionally(new HotCopyException(
                "the database stopped while commit " + number + " was under way: " + cause.getMessage(),
                cause,
                "Start the database again: the commit is then there as a whole or not at all."));
    }

    /** Waits for the answer, through interruptions: a commit that has its number is not taken back. */
    CommitNumber await() {
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw (HotCopyException) e.getCause();
        }
    }
}
