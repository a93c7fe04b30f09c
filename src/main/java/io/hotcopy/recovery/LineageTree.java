package io.hotcopy.recovery;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.Lineage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
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

    /** Every lineage, also a parent of which no set tells more than the id. */
    SortedSet<UUID> ids() {
        SortedSet<UUID> ids = new TreeSet<>(known.keySet());
        known.values().forEach(lineage -> lineage.parent().ifPresent(ids::add));
        return ids;
    }

    /** What the sets tell of a lineage; empty for a parent of which only the id is known. */
    Optional<Lineage> lineage(UUID id) {
        return Optional.ofNullable(known.get(id));
    }

    /** The last commit that a lineage shares with its parent; empty when it has none that is known. */
    Optional<CommitNumber> fork(UUID id) {
        return lineage(id).filter(lineage -> lineage.parent().isPresent()).map(Lineage::fork);
    }

    /** The lineage in which a commit, reached by way of another lineage, was really made. */
    UUID home(UUID lineage, CommitNumber commit) {
        UUID at = lineage;
        Optional<CommitNumber> fork = fork(at);
        while (fork.isPresent() && !commit.isAfter(fork.orElseThrow())) {
            at = known.get(at).parent().orElseThrow();
            fork = fork(at);
        }
        return at;
    }

    /**
     * The highest number up to which commits of two lineages are the same commits: the least fork on the way from one
     * to the other; empty when they have no commit in common.
     */
    Optional<CommitNumber> shared(UUID one, UUID other) {
        Map<UUID, CommitNumber> above = ancestors(one);
        Map<UUID, CommitNumber> aboveOther = ancestors(other);
        return aboveOther.keySet().stream()
                .filter(above::containsKey)
                .map(common -> CommitNumber.min(above.get(common), aboveOther.get(common)))
                .max(CommitNumber::compareTo);
    }

    /** A lineage and those that it came from, each with the highest commit number shared with it. */
    private Map<UUID, CommitNumber> ancestors(UUID lineage) {
        Map<UUID, CommitNumber> shared = new HashMap<>();
        UUID at = lineage;
        CommitNumber highest = Ranges.END;
        shared.put(at, highest);
        Optional<CommitNumber> fork = fork(at);
        while (fork.isPresent()) {
            highest = CommitNumber.min(highest, fork.orElseThrow());
            at = known.get(at).parent().orElseThrow();
            shared.put(at, highest);
            fork = fork(at);
        }
        return shared;
    }
}
