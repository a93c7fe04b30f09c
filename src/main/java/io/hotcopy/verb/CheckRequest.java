package io.hotcopy.verb;

import io.hotcopy.dsl.Spelling;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is to be checked.
 *
 * @param files declarations, compiled together; relative paths start at the working directory
 * @param as the spelling in which all of it is written down, as a text for the directory of the first file
 */
public record CheckRequest(List<Path> files, Optional<Spelling> as) {

    public CheckRequest {
        files = List.copyOf(files);
    }
}
