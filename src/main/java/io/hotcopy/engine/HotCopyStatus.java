package io.hotcopy.engine;

import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.HotCopyType;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How one hot copy stands at one moment.
 *
 * @param id its id
 * @param step the id of the plan's step
 * @param database what is copied
 * @param type its type
 * @param state how far it is
 * @param stage the phase it is in, or was in last; empty before it began
 * @param archives what has been copied of each archive so far, in order of their ids
 * @param began when it began; empty before
 * @param ended when it ended; empty before
 * @param message a sentence for people
 * @param reason why it failed, bare of what the message says around it; empty unless it did
 */
public record HotCopyStatus(
        ElementId id,
        String step,
        DatabaseName database,
        HotCopyType type,
        State state,
        String stage,
        List<Archive> archives,
        Optional<Instant> began,
        Optional<Instant> ended,
        String message,
        Optional<String> reason) {

    public HotCopyStatus {
        archives = List.copyOf(archives);
    }

    /** How far a hot copy is. */
    public enum State {
        /** A step of its plan before it runs. */
        WAITING,
        RUNNING,
        COMPLETED,
        FAILED,
        CANCELLED;

        public boolean isEnded() {
            return this != WAITING && this != RUNNING;
        }
    }

    /**
     * One archive of it.
     *
     * @param archive its id
     * @param directory where its copy goes: the backup set, or the archive that a simple hot copy makes
     * @param element the name of its element's directory, {@code "full"} or {@code "1.inc"}, which lies in {@code tmp/}
     *     of the set until all is published, and in the set afterwards; empty before that is known, and of a simple hot
     *     copy, which makes none
     * @param copied how much has been copied
     * @param expected how much that will be as far as is known; zero when unknown
     * @param megabytesPerSecond mean rate while bytes were moving; zero before
     */
    public record Archive(
            ArchiveId archive,
            Path directory,
            Optional<String> element,
            ByteSize copied,
            ByteSize expected,
            double megabytesPerSecond) {}
}
