package io.hotcopy.backupset;

/** The fixed names within a backup set; the vendor's tree, with {@code set.yaml} in place of its {@code state.xml}. */
final class SetLayout {

    /** Identity of the set, written once. */
    static final String SET_FILE = "set.yaml";

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
