package io.hotcopy.retention;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.term.ByteSize;
import java.util.Optional;

/**
 * One set as it was found.
 *
 * @param facts what it is; of a set that cannot be read its identity, without elements
 * @param condition how far what was found can be relied on
 * @param usedBy who writes into it or reads from it now, for people; empty when nobody does
 */
public record StoredSet(SetFacts facts, Condition condition, Optional<String> usedBy) {

    /** How far a set can be relied on. */
    public enum Condition {
        /** All its seals are right; whether it has a full, and all members of its runs, the facts tell. */
        SOUND,
        /** A seal is broken: it counts as absent. */
        DAMAGED,
        /** It could not be read, or is of a newer format: it counts as absent, and may not be deleted. */
        UNREADABLE
    }

    /** A set that nobody uses, and nothing is wrong with. */
    public static StoredSet sound(SetFacts facts) {
        return new StoredSet(facts, Condition.SOUND, Optional.empty());
    }

    /** Bytes of its elements, as far as they are known. */
    public ByteSize size() {
        return facts.elements().stream().map(ElementFacts::size).reduce(new ByteSize(0), ByteSize::plus);
    }
}
