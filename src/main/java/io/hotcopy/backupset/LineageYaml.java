package io.hotcopy.backupset;

import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.Lineage;
import java.util.Optional;
import java.util.UUID;

/**
 * A lineage as both files of a set write it.
 *
 * @param id its id
 * @param parent its parent's id; empty text when it has none
 * @param fork the last commit shared with the parent
 */
record LineageYaml(String id, String parent, long fork) {

    static LineageYaml of(Lineage lineage) {
        return new LineageYaml(
                lineage.id().toString(),
                lineage.parent().map(UUID::toString).orElse(""),
                lineage.fork().value());
    }

    Lineage meaning() {
        Optional<UUID> known = parent.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(parent));
        return new Lineage(UUID.fromString(id), known, new CommitNumber(fork));
    }
}
