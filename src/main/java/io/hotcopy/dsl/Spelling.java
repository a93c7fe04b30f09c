package io.hotcopy.dsl;

import java.util.Locale;

/** The two ways of writing the same words down; the name of a file says which one it is written in. */
public enum Spelling {
    GROOVY,
    YAML;

    /** How a file of this name is spelled: {@code .yaml} and {@code .yml} are YAML, everything else is Groovy. */
    public static Spelling of(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        return lower.endsWith(".yaml") || lower.endsWith(".yml") ? YAML : GROOVY;
    }
}
