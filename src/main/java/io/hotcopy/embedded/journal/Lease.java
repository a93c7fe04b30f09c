package io.hotcopy.embedded.journal;

import io.hotcopy.term.CommitNumber;
import java.util.UUID;

/**
 * Someone's claim on the journal: all commits after {@code number} are kept.
 *
 * @param owner {@code journal-chain}, {@code set:<id>} or {@code pin:<run>}
 * @param lineage id of the lineage the number belongs to
 * @param number the last commit its owner no longer needs
 */
public record Lease(String owner, UUID lineage, CommitNumber number) {

    public Lease {
        if (owner.isBlank()) {
            throw new IllegalArgumentException("lease without an owner");
        }
    }
}
