package io.hotcopy.backupset;

import java.nio.file.Path;

/**
 * The rule for names of files in a manifest: a path that stays below the directory it is resolved against, on any
 * system. Names come from files that anyone may have written, so they are checked before they are used.
 */
final class RelativeName {

    private RelativeName() {}

    /**
     * Checks a name.
     *
     * @return the same name
     * @throws IllegalArgumentException when it is absolute, climbs, or could mean something else on another system
     */
    static String require(String name) {
        if (name.isEmpty() || name.startsWith("/") || name.codePoints().anyMatch(RelativeName::isForbidden)) {
            throw new IllegalArgumentException("not a relative file name: \"" + printable(name) + "\"");
        }
        for (String part : name.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                throw new IllegalArgumentException("file name leaves its directory: \"" + printable(name) + "\"");
            }
        }
        return name;
    }

    /** Resolves a checked name part by part, so that the file system's own idea of a separator plays no part. */
    static Path resolve(Path directory, String name) {
        Path resolved = directory;
        for (String part : require(name).split("/", -1)) {
            resolved = resolved.resolve(part);
        }
        return resolved;
    }

    /** Backslash and colon separate or name drives elsewhere; what breaks lines has no business in a name. */
    private static boolean isForbidden(int character) {
        int type = Character.getType(character);
        boolean breaksLines = type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
        return character == '\\' || character == ':' || breaksLines;
    }

    private static String printable(String name) {
        return name.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\p{Cs}]", "?");
    }
}
