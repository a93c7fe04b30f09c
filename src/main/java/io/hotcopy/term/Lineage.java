package io.hotcopy.term;

import java.util.Optional;
import java.util.UUID;

/**
 * One unbroken life of a database: a random id, and where it forked from the life before it.
 *
 * <p>Commit numbers compare only within one lineage, or in the parent at or below the fork (protocol §1).
 *
 * @param id random id of this life
 * @param parent id of the life it forked from, empty for a database created new
 * @param fork the last commit shared with the parent; zero for a database created new
 */
public record Lineage(UUID id, Optional<UUID> parent, CommitNumber fork) {

    /** The life of a database created new. */
    public static Lineage created(UUID id) {
        return new Lineage(id, Optional.empty(), CommitNumber.ZERO);
    }

    /** The life that begins when a database of this lineage is started again at {@code fork}. */
    public Lineage forkedAt(CommitNumber fork, UUID newId) {
        return new Lineage(newId, Optional.of(id), fork);
    }

    @Override
    public String toString() {
        return id.toString().substring(0, 8);
    }
}
