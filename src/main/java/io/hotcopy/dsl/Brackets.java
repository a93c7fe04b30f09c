package io.hotcopy.dsl;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * How the brackets of a text fit together, up to the first that does not.
 *
 * @param open those not closed, outermost first
 * @param pairs those closed, in the order of their closing
 * @param wrong the first closer that closes nothing, or not the innermost open bracket
 */
record Brackets(List<Token> open, List<Pair> pairs, Optional<Token> wrong) {

    /** An opener with its closer. */
    record Pair(Token opener, Token closer) {}

    Brackets {
        open = List.copyOf(open);
        pairs = List.copyOf(pairs);
    }

    static Brackets of(List<Token> tokens) {
        Deque<Token> open = new ArrayDeque<>();
        List<Pair> pairs = new ArrayList<>();
        for (Token token : tokens) {
            if (token.isOpener()) {
                open.addLast(token);
            } else if (token.isCloser()) {
                if (open.isEmpty() || !token.closes(open.getLast())) {
                    return new Brackets(new ArrayList<>(open), pairs, Optional.of(token));
                }
                pairs.add(new Pair(open.removeLast(), token));
            }
        }
        return new Brackets(new ArrayList<>(open), pairs, Optional.empty());
    }

    /** The opener that the wrong closer or the end of the text met; empty when there is none open. */
    Optional<Token> innermostOpen() {
        return open.isEmpty() ? Optional.empty() : Optional.of(open.get(open.size() - 1));
    }
}
