package io.hotcopy.shell.page;

import io.hotcopy.shell.screen.Ink;
import io.hotcopy.shell.screen.Lines;
import java.util.ArrayList;
import java.util.List;

/** Sentences that break between words before they grow wider than the terminal. */
public final class Wrapped {
    private static final String SMALL_MARGIN = "     ";

    private final int width;

    /** @param width columns of a line, at least 20 */
    public Wrapped(int width) {
        this.width = width;
    }

    /**
     * Adds a text, on as many lines as it needs.
     *
     * @param first what stands before its first line; those after it begin below the text, or a little to the right
     *     where that would leave them no room
     */
    public void add(Ink ink, String first, String text, Lines lines) {
        if (first.length() > width / 2) {
            add(ink, "", first.stripTrailing() + " " + text, SMALL_MARGIN, lines);
        } else {
            add(ink, first, text, " ".repeat(first.length()), lines);
        }
    }

    private void add(Ink ink, String first, String text, String margin, Lines lines) {
        String before = first;
        for (String part : parts(text, width - margin.length())) {
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
