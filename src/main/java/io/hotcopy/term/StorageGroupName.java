package io.hotcopy.term;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of a storage group: letters, digits and underscore; case-insensitive, kept and shown in upper case (the
 * vendor's rule).
 *
 * @param value the name in upper case
 */
public record StorageGroupName(String value) implements Comparable<StorageGroupName> {

    /** Before the constant below, whose construction needs it. */
    private static final Pattern FORM = Pattern.compile("[A-Z0-9_]+");

    /** The group that every archive serves; it carries the schema and every table of a database without groups. */
    public static final StorageGroupName UNPARTITIONED = new StorageGroupName("UNPARTITIONED");

    public StorageGroupName {
        value = value.toUpperCase(Locale.ROOT);
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a storage group name: \"" + value + "\"");
        }
    }

    /** Whether the text can be a name, in whatever case. */
    public static boolean isValid(String text) {
        return FORM.matcher(text.toUpperCase(Locale.ROOT)).matches();
    }

    @Override
    public int compareTo(StorageGroupName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
