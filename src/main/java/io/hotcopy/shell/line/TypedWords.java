package io.hotcopy.shell.line;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A command line cut into words with their places, complete or still being typed. Blanks part words; single or double
 * quotes keep blanks in a word and are taken off; {@code #} after a blank begins a remark; a backslash is a character
 * like any other.
 *
 * @param words in their order
 * @param remark where the remark begins; empty without one
 * @param openQuote where a quote begins that is not closed; empty when all are
 */
public record TypedWords(List<Word> words, OptionalInt remark, OptionalInt openQuote) {

    /**
     * One word.
     *
     * @param start offset of its first character
     * @param end offset after its last
     * @param text without quotes
     * @param quote the last quote in it, open or closed; empty for none
     * @param quotedFrom offset in the text where that quote begins; zero without one
     */
    public record Word(int start, int end, String text, String quote, int quotedFrom) {

        /** Whether any of it stands between quotes. */
        public boolean isQuoted() {
            return !quote.isEmpty();
        }

        /** Whether a cursor stands in it or at one of its ends, so that it may not be finished. */
        public boolean touches(int cursor) {
            return start <= cursor && cursor <= end;
        }
    }

    public TypedWords {
        words = List.copyOf(words);
    }

    /** Cuts a line; a quote that is not closed reaches to the end. */
    public static TypedWords of(String line) {
        return new Cutting(line).cut();
    }

    private static final class Cutting {
        private final String line;
        private final List<Word> words = new ArrayList<>();
        private final StringBuilder word = new StringBuilder();
        private OptionalInt remark = OptionalInt.empty();
        private OptionalInt openQuote = OptionalInt.empty();
        private int start = -1;
        private String quote = "";
        private int quotedFrom;
        private int at;

        Cutting(String line) {
            this.line = line;
        }

        TypedWords cut() {
            while (at < line.length() && remark.isEmpty()) {
                step(line.charAt(at));
            }
            endWord();
            return new TypedWords(words, remark, openQuote);
        }

        private void step(char next) {
            if (Character.isWhitespace(next)) {
                endWord();
                at++;
            } else if (next == '#' && start < 0) {
                remark = OptionalInt.of(at);
            } else {
                start = start < 0 ? at : start;
                if (next == '\'' || next == '"') {
                    quoted(next);
                } else {
                    word.append(next);
                    at++;
                }
            }
        }

        private void quoted(char begun) {
            int close = line.indexOf(begun, at + 1);
            quote = String.valueOf(begun);
            quotedFrom = word.length();
            openQuote = close < 0 ? OptionalInt.of(at) : openQuote;
            int end = close < 0 ? line.length() : close;
            word.append(line, at + 1, end);
            at = Math.min(end + 1, line.length());
        }

        private void endWord() {
            if (start >= 0) {
                words.add(new Word(start, at, word.toString(), quote, quotedFrom));
                word.setLength(0);
                start = -1;
                quote = "";
                quotedFrom = 0;
            }
        }
    }
}
