package io.hotcopy.recovery;

import io.hotcopy.term.ArchiveId;
import java.util.List;
import java.util.stream.Collectors;

/** Archives as messages name them. */
final class ArchiveWords {

    private ArchiveWords() {}

    /** {@code "archive 1"} or {@code "archives 0, 1"}. */
    static String list(List<ArchiveId> archives) {
        String numbers =
                archives.stream().sorted().distinct().map(ArchiveId::toString).collect(Collectors.joining(", "));
        return (archives.size() == 1 ? "archive " : "archives ") + numbers;
    }
}
