package io.hotcopy.recovery;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.SetId;

/**
 * One archive's element of a run, and where it lies.
 *
 * @param set the set that holds it
 * @param element the element; of any type
 */
record Part(SetFacts set, ElementFacts element) {

    /** What tells elements apart; a set holds one element of a run. */
    record Key(SetId set, ElementId run) {}

    Key key() {
        return new Key(set.id(), element.id());
    }
}
