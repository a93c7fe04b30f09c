package io.hotcopy.verb;

import io.hotcopy.retention.ExpiryDecision;
import io.hotcopy.retention.Fate;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.DatabaseName;
import java.nio.file.Path;
import java.util.List;

/**
 * What may go, or went.
 *
 * @param planned whether nothing has been deleted: a preview, or a dry run
 * @param databases one entry for each database
 */
public record ExpireResult(boolean planned, List<OfDatabase> databases) implements VerbResult {

    public ExpireResult {
        databases = List.copyOf(databases);
    }

    /**
     * One database.
     *
     * @param database its full name
     * @param decision what was decided; of what may go, what did not go is told in {@code spared}
     * @param unfinished sets that an earlier expire began to delete and did not finish
     * @param deleted what is gone; none when planned
     * @param spared what was to go and stays, and why: a sentence each
     */
    public record OfDatabase(
            DatabaseName database,
            ExpiryDecision decision,
            List<Path> unfinished,
            List<Path> deleted,
            List<String> spared) {

        public OfDatabase {
            unfinished = List.copyOf(unfinished);
            deleted = List.copyOf(deleted);
            spared = List.copyOf(spared);
        }

        /** Whether there is anything to delete. */
        public boolean isIdle() {
            return decision.going().isEmpty() && unfinished.isEmpty();
        }
    }

    /** Whether there is nothing to delete at all. */
    public boolean isIdle() {
        return databases.stream().allMatch(OfDatabase::isIdle);
    }

    /** Bytes of what may go, or went; of sets that were begun to be deleted before nobody knows. */
    public ByteSize freed() {
        return databases.stream()
                .flatMap(of -> of.decision().going().stream())
                .filter(fate -> planned || went(fate))
                .map(Fate::size)
                .reduce(new ByteSize(0), ByteSize::plus);
    }

    private boolean went(Fate fate) {
        return databases.stream().anyMatch(of -> of.deleted()
                .containsAll(
                        fate.sets().stream().map(set -> set.facts().location()).toList()));
    }
}
