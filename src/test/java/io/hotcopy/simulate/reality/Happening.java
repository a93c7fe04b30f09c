package io.hotcopy.simulate.reality;

import io.hotcopy.plan.PastRun;
import io.hotcopy.term.ArchiveId;
import java.time.Instant;
import java.util.Set;

/** Something that happened in the real world, in the order in which it did. */
sealed interface Happening {

    /** When; several may happen at one instant. */
    Instant at();

    /** What the run ledger was told. */
    record Ran(Instant at, PastRun run) implements Happening {
        @Override
        public String toString() {
            return at + " " + run.outcome().word() + " " + run.backupGroup() + "/"
                    + run.type().word() + " for " + run.line().word()
                    + (run.failure().isEmpty() ? "" : ": " + run.failure());
        }
    }

    /** A storage manager has come back by SYNC. */
    record Synced(Instant at, ArchiveId archive) implements Happening {}

    /** Sets that lay on the hosts of these archives are gone, but for those of shared backup groups. */
    record SetsLost(Instant at, Set<ArchiveId> archives) implements Happening {}

    /** Something else, in words. */
    record Told(Instant at, String words) implements Happening {
        @Override
        public String toString() {
            return at + " " + words;
        }
    }
}
