package io.hotcopy.shell.complete;

import io.hotcopy.shell.line.TypedWords;
import io.hotcopy.shell.line.TypedWords.Word;
import java.util.List;

/**
 * A command line up to the cursor in words, the one at the cursor apart.
 *
 * @param before the whole words
 * @param last the one at the cursor; empty after a blank
 * @param inComment whether the cursor is in a comment
 */
record WordsToCursor(List<Typed> before, Typed last, boolean inComment) {

    /**
     * A word.
     *
     * @param text without quotes
     * @param start offset where it begins, with its quote
     * @param quote the last quote in it, open or closed; empty for none
     * @param quotedFrom offset in the text where that quote begins; zero without one
     */
    record Typed(String text, int start, String quote, int quotedFrom) {

        private Typed(Word word) {
            this(word.text(), word.start(), word.quote(), word.quotedFrom());
        }

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

    WordsToCursor {
        before = List.copyOf(before);
    }

    static WordsToCursor of(String line) {
        TypedWords typed = TypedWords.of(line);
        List<Typed> words = typed.words().stream().map(Typed::new).toList();
        int last = words.size() - 1;
        return last >= 0 && typed.words().get(last).end() == line.length()
                ? new WordsToCursor(words.subList(0, last), words.get(last), false)
                : new WordsToCursor(
                        words,
                        new Typed("", line.length(), "", 0),
                        typed.remark().isPresent());
    }

    /** The texts of the whole words. */
    List<String> texts() {
        return before.stream().map(Typed::text).toList();
    }
}
