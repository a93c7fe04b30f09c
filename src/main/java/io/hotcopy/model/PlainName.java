package io.hotcopy.model;

import java.util.regex.Pattern;

/**
 * The form of the names that people invent for domains, databases, regions, hosts, policies and backup groups: such a
 * name can stand in a path and on a command line as it is.
 */
public final class PlainName {

    /** The form in words, for messages. */
    public static final String FORM = "letters, digits, '_', '-' and '.', beginning with a letter or digit, at most 64";

    private static final Pattern PATTERN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_.-]{0,63}");

    private PlainName() {}

    public static boolean isValid(String text) {
        return PATTERN.matcher(text).matches();
    }
}
