package io.hotcopy.simulate;

import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.HotCopyType;

/** What goes wrong, once, in a scenario. */
public sealed interface Failure {

    /** In words, as the beginning of a sentence: {@code storage manager of archive 0 down}. */
    String words();

    /** Nothing goes wrong. */
    record None() implements Failure {

        @Override
        public String words() {
            return "no failure";
        }
    }

    /**
     * A storage manager is down for a while; then it catches up from the others. Its sets are not lost.
     *
     * @param archive that it keeps
     */
    record StorageManagerDown(ArchiveId archive) implements Failure {

        @Override
        public String words() {
            return "storage manager of archive " + archive + " down";
        }
    }

    /**
     * All processes of a region are lost, and the sets that lie on its hosts: those of backup groups that are not
     * {@code shared}.
     *
     * @param region its name
     */
    record RegionLost(String region) implements Failure {

        @Override
        public String words() {
            return "region " + region + " lost";
        }
    }

    /**
     * One run of a line of the policy fails: it takes its time and leaves nothing behind.
     *
     * @param line the type of the line
     */
    record RunFailed(HotCopyType line) implements Failure {

        @Override
        public String words() {
            return "one " + line.word() + " hot copy failed";
        }
    }
}
