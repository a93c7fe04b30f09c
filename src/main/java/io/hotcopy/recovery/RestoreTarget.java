package io.hotcopy.recovery;

import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.ElementId;

/** The state of the database that is asked for. */
public sealed interface RestoreTarget {

    /** The newest state that can be reached. */
    record Latest() implements RestoreTarget {

        @Override
        public String toString() {
            return "the newest state";
        }
    }

    /** Every commit up to this one, and nothing after it. */
    record ToCommit(CommitNumber commit) implements RestoreTarget {

        @Override
        public String toString() {
            return "commit " + commit;
        }
    }

    /**
     * Every commit before this one: the state that it found.
     *
     * @param commit one or more
     */
    record BeforeCommit(CommitNumber commit) implements RestoreTarget {

        public BeforeCommit {
            if (commit.equals(CommitNumber.ZERO)) {
                throw new IllegalArgumentException("there is no commit before " + commit);
            }
        }

        @Override
        public String toString() {
            return "the state before commit " + commit;
        }
    }

    /** The cut of one element's run, named by the caller; only so is an incomplete collection restored, in part. */
    record ToElement(ElementId element) implements RestoreTarget {

        @Override
        public String toString() {
            return "element " + element;
        }
    }
}
