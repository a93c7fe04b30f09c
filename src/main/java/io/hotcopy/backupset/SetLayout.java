package io.hotcopy.backupset;

import java.util.Set;

/** The fixed names within a backup set; the vendor's tree, with {@code set.yaml} in place of its {@code state.xml}. */
final class SetLayout {

    /** Identity of the set, written once. */
    static final String SET_FILE = "set.yaml";

    /** The same file while somebody has claimed the set to delete it. */
    static final String CLAIMED_FILE = SET_FILE + ".claimed";

    /** The same file once the set is being deleted. */
    static final String EXPIRED_FILE = SET_FILE + ".expired";

    /** Empty; whoever uses the set holds a lock on it. */
    static final String LOCK = "lock";

    /** All files of a set that lie beside its elements. */
    static final Set<String> FILES = Set.of(SET_FILE, CLAIMED_FILE, EXPIRED_FILE, LOCK);

    /** Where an element is built before it is renamed into place. */
    static final String TMP = "tmp";

    /** Within an element: what later elements need. */
    static final String CONTROL = "control";

    /** Within {@code control}: the sealed list of everything in the element. */
    static final String MANIFEST = "manifest.yaml";

    /** Within an element: the copied files. */
    static final String DATA = "data";

    private SetLayout() {}
}
