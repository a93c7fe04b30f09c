package io.hotcopy.shell.complete;

import java.util.List;
import org.jline.reader.CompletingParsedLine;

/**
 * A line with what may be typed at its cursor, as the line reader wants it: its word is the one that an offer replaces.
 *
 * @param line the whole text
 * @param cursor offset in it
 */
record CompletedLine(String line, int cursor, Completion completion) implements CompletingParsedLine {

    @Override
    public String word() {
        return completion.word();
    }

    @Override
    public int wordCursor() {
        return completion.word().length();
    }

    @Override
    public int wordIndex() {
        return 0;
    }

    @Override
    public List<String> words() {
        return List.of(completion.word());
    }

    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
        return completion.quoting().written(candidate.toString(), complete);
    }

    @Override
    public int rawWordCursor() {
        return cursor - completion.start();
    }

    @Override
    public int rawWordLength() {
        return cursor - completion.start();
    }
}
