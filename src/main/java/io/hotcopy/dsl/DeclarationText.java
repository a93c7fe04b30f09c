package io.hotcopy.dsl;

import io.hotcopy.dsl.words.FileWords;
import io.hotcopy.model.Declarations;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes declarations down, so that reading the text gives the same declarations again. Templates are written out;
 * comments, loops and includes are not kept.
 */
public final class DeclarationText {
    private DeclarationText() {}

    /**
     * The text; ends with a line feed, empty when nothing is declared.
     *
     * @param directory of the file that the text is for: paths are written relative to it, but for those that have
     *     nothing in common with it
     */
    public static String of(Declarations declarations, Spelling spelling, Path directory) {
        List<Word> words = ModelWords.of(declarations, directory);
        return switch (spelling) {
            case GROOVY -> GroovyText.of(words);
            case YAML -> NodeText.of(WordNodes.of(words, FileWords.class));
        };
    }
}
