package io.hotcopy.embedded.journal;

import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.Lineage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What reading a whole journal, or a copied piece of one, found.
 *
 * @param end how it ends
 * @param file the file it ends in; empty when there is no segment
 * @param offset where the next frame was looked for in that file and not found
 * @param reason why it is torn or damaged, for people; empty when clean
 * @param identity whose journal it is, with the lineage of its newest segment; empty when there is no segment
 * @param nextLsn log sequence number after the last whole frame; one for an empty journal
 * @param lastSegment highest segment number seen; zero for an empty journal
 * @param before the highest commit in segments that lie before the first one here: everything after it is here
 * @param highestCommit the highest commit number in it or before it, void ones too; zero when there is none
 * @param highestStable the highest stable number that a frame carries; zero when there is none
 * @param highestView the highest view number of a view frame or commit; zero when there is none
 * @param views the views in it, oldest first
 * @param segments the segments, oldest first; when damaged, only those before the damaged one and it itself
 */
public record JournalScan(
        End end,
        Optional<Path> file,
        long offset,
        String reason,
        Optional<JournalIdentity> identity,
        long nextLsn,
        long lastSegment,
        CommitNumber before,
        CommitNumber highestCommit,
        CommitNumber highestStable,
        long highestView,
        List<View> views,
        List<Segment> segments) {

    public JournalScan {
        views = List.copyOf(views);
        segments = List.copyOf(segments);
    }

    /**
     * What stands before the first frame of a journal that begins behind a gap: no segment is left, but numbers go on.
     *
     * @param before the journal is to hold every commit after this one
     * @param earlier the journal that lay there before
     */
    public static JournalScan behind(CommitNumber before, JournalScan earlier) {
        return new JournalScan(
                End.CLEAN,
                Optional.empty(),
                0,
                "",
                Optional.empty(),
                earlier.nextLsn(),
                earlier.lastSegment(),
                before,
                before,
                before,
                earlier.highestView(),
                List.of(),
                List.of());
    }

    /** How a journal ends. */
    public enum End {
        /** With its last frame. */
        CLEAN,
        /** In the middle of a write that was never acknowledged; nothing that was synced is missing here. */
        TORN,
        /** Before frames that had been synced, or that another frame says had been. */
        DAMAGED
    }

    /**
     * One segment.
     *
     * @param number its number
     * @param path where it lies
     * @param lineage the life of the database that its frames belong to
     * @param before the highest commit in all earlier segments
     * @param end the block boundary after its last whole frame
     * @param bytes length of its file
     */
    public record Segment(long number, Path path, Lineage lineage, CommitNumber before, long end, long bytes) {}
}
