package io.hotcopy.shell.keyboard;

import io.hotcopy.dsl.PolicySyntax.ColouredToken;
import io.hotcopy.shell.keyboard.Colouring.Part;
import io.hotcopy.shell.screen.Ink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Colours declarations and Groovy. Words that a block of the language does not know are marked once they are typed. */
final class BlockColours {
    private final String text;
    private final int cursor;
    private final BlockWalk walk;

    private BlockColours(String text, int cursor) {
        this.text = text;
        this.cursor = cursor;
        this.walk = new BlockWalk(text);
    }

    static List<Part> of(String text, List<ColouredToken> tokens, int cursor) {
        BlockColours colours = new BlockColours(text, cursor);
        List<Part> parts = new ArrayList<>();
        int done = 0;
        for (ColouredToken token : tokens) {
            // What cannot be read begins with the last that could, when that is what cannot stand there.
            int start = Math.max(done, token.start());
            colours.ink(token).ifPresent(ink -> parts.add(new Part(start, token.end(), ink)));
            done = token.end();
        }
        return parts;
    }

    private Optional<Ink> ink(ColouredToken token) {
        boolean begins = walk.step(token);
        return switch (token.kind()) {
            case WORD -> begins ? beginning(token) : word(token);
            case STRING -> Optional.of(Ink.QUOTED);
            case NUMBER -> Optional.of(Ink.NAMED);
            case COMMENT -> Optional.of(Ink.FAINT);
            case UNKNOWN -> isTyped(token) ? Optional.empty() : Optional.of(Ink.UNKNOWN);
            case BRACKET, PUNCTUATION -> Optional.empty();
        };
    }

    private Optional<Ink> beginning(ColouredToken token) {
        String word = text.substring(token.start(), token.end());
        if (walk.words().containsKey(word) || BlockWalk.KEYWORDS.contains(word)) {
            return Optional.of(Ink.STRONG);
        }
        boolean isWordsOnly = !walk.enclosing().isEmpty() && !walk.words().isEmpty();
        return isWordsOnly && !isTyped(token) && !isName(token) ? Optional.of(Ink.UNKNOWN) : Optional.empty();
    }

    private Optional<Ink> word(ColouredToken token) {
        if (next(token) == ':') {
            return Optional.of(Ink.NAMED);
        }
        boolean isKeyword = BlockWalk.KEYWORDS.contains(text.substring(token.start(), token.end()));
        return isKeyword ? Optional.of(Ink.STRONG) : Optional.empty();
    }

    /** A value is given to it, or something of it is called: it is a name that a person has made. */
    private boolean isName(ColouredToken token) {
        return next(token) == '=' || next(token) == '.';
    }

    private boolean isTyped(ColouredToken token) {
        return token.start() <= cursor && cursor <= token.end();
    }

    /** The next character that is not blank; a line's end at the end. */
    private char next(ColouredToken token) {
        int at = token.end();
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : '\n';
    }
}
