package io.hotcopy.recovery;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.Lineage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The lives of a database, as far as the sets know them. A commit number means one commit within one lineage, and in
 * the parent at or below the fork (protocol §1).
 */
final class LineageTree {

    private final Map<UUID, Lineage> known = new HashMap<>();

    LineageTree(List<SetFacts> sets) {
        for (SetFacts set : sets) {
            known.put(set.lineage().id(), set.lineage());
            for (ElementFacts element : set.elements()) {
                known.put(element.lineage().id(), element.lineage());
            }
        }
    }

    /** The lineage in which a commit, reached by way of another lineage, was really made. */
    UUID home(Lineage lineage, CommitNumber commit) {
        Lineage at = lineage;
        while (at.parent().isPresent() && !commit.isAfter(at.fork())) {
            UUID parent = at.parent().orElseThrow();
            if (!known.containsKey(parent)) {
                return parent;
            }
            at = known.get(parent);
        }
        return at.id();
    }
}
