package io.hotcopy.backupset;

import io.hotcopy.term.HotCopyType;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of an element's directory within a set: {@code full}, {@code 1.inc}, {@code 1.jnl}; incrementals and
 * journals are numbered apart, each from one (the vendor's tree).
 *
 * @param type full, incremental or journal
 * @param number zero for a full, else one or more
 */
record ElementDirectory(HotCopyType type, int number) {

    /** The one full of a set. */
    static final String FULL = "full";

    private static final Pattern NUMBERED = Pattern.compile("([1-9][0-9]{0,8})\\.(inc|jnl)");

    /** Reads a directory's name; empty when it is none of an element. */
    static Optional<ElementDirectory> parse(String name) {
        if (name.equals(FULL)) {
            return Optional.of(new ElementDirectory(HotCopyType.FULL, 0));
        }
        Matcher matcher = NUMBERED.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        HotCopyType type = matcher.group(2).equals("inc") ? HotCopyType.INCREMENTAL : HotCopyType.JOURNAL;
        return Optional.of(new ElementDirectory(type, Integer.parseInt(matcher.group(1))));
    }

    /** The directory for a new element of a type, beside those that exist. */
    static ElementDirectory next(HotCopyType type, Collection<ElementDirectory> existing) {
        if (type == HotCopyType.FULL) {
            return new ElementDirectory(type, 0);
        }
        int highest = existing.stream()
                .filter(directory -> directory.type == type)
                .mapToInt(ElementDirectory::number)
                .max()
                .orElse(0);
        return new ElementDirectory(type, highest + 1);
    }

    /** The name on disk. */
    String name() {
        return switch (type) {
            case FULL -> FULL;
            case INCREMENTAL -> number + ".inc";
            case JOURNAL -> number + ".jnl";
            case SIMPLE -> throw new IllegalStateException("a simple hot copy is no element of a set");
        };
    }
}
