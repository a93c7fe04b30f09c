package io.hotcopy.verb;

import java.nio.file.Path;
import java.util.List;

/**
 * Sets that are meant.
 *
 * @param words each a SET: path, name, id or unique beginning of one, {@code latest}, {@code latest-full},
 *     {@code oldest}
 * @param below directories in which to look; none for where the loaded policies put their copies
 */
public record SetRequest(List<String> words, List<Path> below) {

    /** These sets, where the loaded policies put their copies. */
    public static SetRequest of(String... words) {
        return new SetRequest(List.of(words), List.of());
    }
}
