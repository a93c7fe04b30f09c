package io.hotcopy.verify;

import java.util.Locale;

/** How deep a verification looks; each includes those before it. */
public enum Depth {
    /** Seals are right, and exactly the files of the manifests are there in their sizes. */
    PRESENT,
    /** Every byte has been read, and checksums are right. */
    CHECKSUMS,
    /** The restore has been planned, and every byte it would read has been decoded. */
    READ,
    /** The restore has been done into scratch, and the content of every storage group compared. */
    DRILL;

    /** The word of the option {@code --depth}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean includes(Depth other) {
        return compareTo(other) >= 0;
    }
}
