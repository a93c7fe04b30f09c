package io.hotcopy.shell.complete;

import java.util.ArrayList;
import java.util.List;

/**
 * A command line up to the cursor, cut into words by the rules of the shell: blanks part words, quotes keep them
 * together, a number sign after a blank begins a comment.
 *
 * @param before the whole words
 * @param last the one at the cursor; empty after a blank
 * @param inComment whether the cursor is in a comment
 */
record TypedWords(List<Typed> before, Typed last, boolean inComment) {

    /**
     * A word.
     *
     * @param text without quotes
     * @param start offset where it begins, with its quote
     * @param quote the last quote in it, open or closed; empty for none
     * @param quotedFrom offset in the text where that quote begins; zero without one
     */
    record Typed(String text, int start, String quote, int quotedFrom) {

        /**
         * Whether the part from an offset in its text on can be told from what is before it: no quote is around both.
         */
        boolean parts(int offset) {
            return quote.isEmpty() || quotedFrom == offset;
        }

        /** The part of it from an offset in its text on. */
        Typed from(int offset) {
            return new Typed(text.substring(offset), start + offset, quote, 0);
        }
    }

    TypedWords {
        before = List.copyOf(before);
    }

    static TypedWords of(String line) {
        return new Reader(line).read();
    }

    /** The texts of the whole words. */
    List<String> texts() {
        return before.stream().map(Typed::text).toList();
    }

    private static final class Reader {
        private final String line;
        private final List<Typed> words = new ArrayList<>();
        private final StringBuilder word = new StringBuilder();
        private int start = -1;
        private String quote = "";
        private int quotedFrom;
        private boolean isOpen;

        Reader(String line) {
            this.line = line;
        }

        TypedWords read() {
            for (int at = 0; at < line.length(); at++) {
                char next = line.charAt(at);
                if (isOpen) {
                    isOpen = !line.startsWith(quote, at);
                    word.append(isOpen ? String.valueOf(next) : "");
                } else if (Character.isWhitespace(next)) {
                    endWord();
                } else if (next == '#' && start < 0) {
                    return new TypedWords(words, new Typed("", line.length(), "", 0), true);
                } else {
                    start = start < 0 ? at : start;
                    isOpen = next == '\'' || next == '"';
                    quote = isOpen ? String.valueOf(next) : quote;
                    quotedFrom = isOpen ? word.length() : quotedFrom;
                    word.append(isOpen ? "" : String.valueOf(next));
                }
            }
            return new TypedWords(words, typed(), false);
        }

        private Typed typed() {
            return new Typed(word.toString(), start < 0 ? line.length() : start, quote, quotedFrom);
        }

        private void endWord() {
            if (start >= 0) {
                words.add(typed());
                word.setLength(0);
                start = -1;
                quote = "";
                quotedFrom = 0;
            }
        }
    }
}
