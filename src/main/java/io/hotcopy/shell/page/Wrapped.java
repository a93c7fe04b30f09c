package io.hotcopy.shell.page;

import io.hotcopy.shell.screen.Ink;
import io.hotcopy.shell.screen.Lines;
import java.util.ArrayList;
import java.util.List;

/** Sentences that break between words before they grow wider than the terminal. */
final class Wrapped {
    private final int width;

    /** @param width columns of a line */
    Wrapped(int width) {
        this.width = width;
    }

    /**
     * Adds a text, on as many lines as it needs.
     *
     * @param first what stands before its first line; those after it begin below the text
     */
    void add(Ink ink, String first, String text, Lines lines) {
        String margin = " ".repeat(Math.min(first.length(), width / 2));
        String before = first;
        for (String part : parts(text, Math.max(1, width - Math.max(first.length(), margin.length())))) {
            lines.add(Ink.PLAIN.of(before), ink.of(part));
            before = margin;
        }
    }

    /** A word that is longer than a line is cut. */
    private static List<String> parts(String text, int columns) {
        List<String> parts = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > columns) {
                parts.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
            while (line.length() > columns) {
                parts.add(line.substring(0, columns));
                line.delete(0, columns);
            }
        }
        parts.add(line.toString());
        return parts;
    }
}
