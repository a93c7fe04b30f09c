package io.hotcopy.dsl;

import java.util.List;
import java.util.Optional;

/**
 * A text cut into tokens by Groovy's own lexer, as far as it goes.
 *
 * @param text the whole text
 * @param tokens without blanks; comments are among them
 * @param fault why the lexer went no further; empty when it reached the end
 */
record Scan(String text, List<Token> tokens, Optional<ScanFault> fault) {

    Scan {
        tokens = List.copyOf(tokens);
    }

    static Scan of(String text) {
        // An empty line in the shell is answered without loading the lexer's tables.
        return text.isBlank() ? new Scan(text, List.of(), Optional.empty()) : new LexerRun(text).scan();
    }
}
