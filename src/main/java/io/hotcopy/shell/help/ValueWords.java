package io.hotcopy.shell.help;

import io.hotcopy.shell.help.ArgumentDoc.Taken;
import io.hotcopy.term.HotCopyType;
import java.util.List;
import java.util.stream.Stream;

/** What the labels of values mean to a shell that asks nobody. */
final class ValueWords {
    private static final List<String> SETS = List.of("latest", "latest-full", "oldest");
    private static final List<String> FILES = List.of("FILE", "SCRIPT", "PLAN", "WHAT");
    private static final List<String> DIRECTORIES = List.of("DIR", "ARCHIVE_DIR", "SET");

    private ValueWords() {}

    /** The words that stand for a value of this label; none when it is no word. */
    static List<String> of(String label) {
        return switch (label) {
            case "SET" -> SETS;
            case "TYPE" ->
                Stream.of(HotCopyType.values()).map(HotCopyType::word).toList();
            default -> List.of();
        };
    }

    static Taken taken(String label) {
        if (FILES.contains(label)) {
            return Taken.FILES;
        }
        return DIRECTORIES.contains(label) ? Taken.DIRECTORIES : Taken.NOWHERE;
    }
}
