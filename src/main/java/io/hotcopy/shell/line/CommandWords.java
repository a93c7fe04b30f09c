package io.hotcopy.shell.line;

import io.hotcopy.problem.HotCopyException;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a command line into words. Blanks part words; single or double quotes keep blanks in a word and are taken off;
 * {@code #} after a blank begins a comment; a backslash is a character like any other.
 */
final class CommandWords {
    private final String line;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private int at;

    private CommandWords(String line) {
        this.line = line;
    }

    /** @throws HotCopyException when a quote is not closed */
    static List<String> split(String line) {
        return new CommandWords(line).split();
    }

    private List<String> split() {
        while (at < line.length()) {
            char next = line.charAt(at);
            if (Character.isWhitespace(next)) {
                endWord();
            } else if (next == '#' && !inWord) {
                break;
            } else if (next == '\'' || next == '"') {
                quoted(next);
            } else {
                inWord = true;
                word.append(next);
            }
            at++;
        }
        endWord();
        return List.copyOf(words);
    }

    private void quoted(char quote) {
        int close = line.indexOf(quote, at + 1);
        if (close < 0) {
            throw new HotCopyException("the quote at column " + (at + 1) + " is not closed: " + line.substring(at));
        }
        inWord = true;
        word.append(line, at + 1, close);
        at = close;
    }

    private void endWord() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }
}
