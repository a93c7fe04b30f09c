package io.hotcopy.term;

import java.util.Locale;

/** The four types of hot copy (M12–M15). */
public enum HotCopyType {
    /** An archive that opens at once; neither uses nor makes a backup set. */
    SIMPLE,
    /** A new backup set holding the complete archive with its journal. */
    FULL,
    /** The changes since the newest full or incremental, into a named set. */
    INCREMENTAL,
    /** The journal since the newest journal element, into the newest set. */
    JOURNAL;

    /** The word of the language and of the vendor's options: {@code full}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
