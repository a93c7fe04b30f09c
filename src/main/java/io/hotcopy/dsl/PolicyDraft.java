package io.hotcopy.dsl;

import io.hotcopy.dsl.words.At;
import io.hotcopy.dsl.words.Name;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A policy as it was written, before it is known what its template says.
 *
 * @param name its name and where that stands
 * @param path of what is declared in it
 * @param from the policy on which it builds
 * @param block its words
 * @param directory where its relative paths start
 */
record PolicyDraft(At<Name> name, String path, Optional<At<Name>> from, Block<?> block, Path directory) {

    List<Word> words() {
        return block.words();
    }

    boolean isCalled(Name other) {
        return name.value().equals(other);
    }

    boolean buildsOn(PolicyDraft other) {
        return from.filter(base -> other.isCalled(base.value())).isPresent();
    }
}
