package io.hotcopy.embedded;

import io.hotcopy.driver.Cut;
import io.hotcopy.driver.JournalSlice;
import io.hotcopy.driver.Pin;
import io.hotcopy.driver.SourceFile;
import io.hotcopy.embedded.commit.Member;
import io.hotcopy.embedded.journal.Lease;
import io.hotcopy.embedded.store.PinnedFiles;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.CommitRange;
import io.hotcopy.term.ElementId;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** The files of one archive, held for one hot copy. Used by one thread at a time. */
final class EmbeddedPin implements Pin {

    /** A flush comes every some megabytes; so many in a row, each between two calls, mean that something is wrong. */
    private static final int ATTEMPTS = 100;

    private final Member member;
    private final String owner;
    private final CommitNumber pinPoint;
    private final PinnedFiles files;

    private EmbeddedPin(Member member, String owner, CommitNumber pinPoint, PinnedFiles files) {
        this.member = member;
        this.owner = owner;
        this.pinPoint = pinPoint;
        this.files = files;
    }

    /**
     * Leases the journal at the persisted mark, and only then pins the files; again, when they were flushed between:
     * the files must not hold more than the pin point says, or the copy could not give the states from there on.
     * Whatever fails, the lease does not stay.
     *
     * @param serving whether the database runs, see {@link #release}
     */
    static EmbeddedPin take(Member member, UUID lineage, ElementId run, BooleanSupplier serving) {
        String owner = LeaseOwners.pin(run);
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                CommitNumber mark = member.store().persistedMark();
                member.leases().put(new Lease(owner, lineage, mark));
                PinnedFiles files = member.store().pinFiles();
                if (isStill(member, mark, files)) {
                    return new EmbeddedPin(member, owner, mark, files);
                }
                files.close();
            }
            throw new HotCopyException(
                    "the files of archive " + member.archive()
                            + " could not be pinned: they were flushed again and again",
                    "Try again when less is written.");
        } catch (RuntimeException | Error failed) {
            giveUp(member, owner, serving, failed);
            throw failed;
        }
    }

    /** Whether the files hold what the mark says, and the journal still reaches back to it. */
    private static boolean isStill(Member member, CommitNumber mark, PinnedFiles files) {
        try {
            return member.store().persistedMark().equals(mark)
                    && !member.journal().reachesBackTo().isAfter(mark);
        } catch (RuntimeException | Error failed) {
            files.close();
            throw failed;
        }
    }

    private static void giveUp(Member member, String owner, BooleanSupplier serving, Throwable failed) {
        try {
            if (serving.getAsBoolean()) {
                member.leases().remove(owner);
            }
        } catch (RuntimeException stays) {
            failed.addSuppressed(stays);
        }
    }

    @Override
    public CommitNumber pinPoint() {
        return pinPoint;
    }

    @Override
    public List<SourceFile> files() {
        return files.files();
    }

    @Override
    public JournalSlice journal(Cut cut) {
        return new JournalPiece(member, new CommitRange(pinPoint, cut.number())).toCopy();
    }

    /**
     * Gives the files and the lease back.
     *
     * @param serving whether the database runs: if not, the home may be somebody else's by now, and a start forgets
     *     pins
     */
    void release(boolean serving) {
        files.close();
        if (serving) {
            member.leases().remove(owner);
        }
    }
}
