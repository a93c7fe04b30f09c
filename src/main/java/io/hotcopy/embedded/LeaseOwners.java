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

    /** Whoever reads frames, followed by what for. */
    static final String READ = "read:";
    /** A SYNC of another archive while it runs; followed by that archive's number. */
    static final String SYNC = "sync:";

    private LeaseOwners() {}

    /** Whether such an owner is gone when its process is. */
    static boolean endsWithTheProcess(String owner) {
        return owner.startsWith(PIN) || owner.startsWith(READ) || owner.startsWith(SYNC);
    }

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
