package io.hotcopy.embedded;

import io.hotcopy.term.ElementId;
import io.hotcopy.term.SetId;

/** Who may hold a journal back, by name. */
final class LeaseOwners {

    /** A hot copy while it runs; followed by the run's id. */
    static final String PIN = "pin:";
    /** The next incremental into a set; followed by the set's id. */
    static final String SET = "set:";
    /** A replacement for a lost archive, to be seeded from a set; followed by the set's id. */
    static final String SEED = "seed:";
    /** The next journal hot copy. */
    static final String JOURNAL_CHAIN = "journal-chain";

    private LeaseOwners() {}

    static String pin(ElementId run) {
        return PIN + run;
    }

    static String set(SetId set) {
        return SET + set;
    }

    static String seed(SetId set) {
        return SEED + set;
    }

    /** The seed lease of the set whose own lease this is. */
    static String seedOf(String setOwner) {
        return SEED + setOwner.substring(SET.length());
    }
}
