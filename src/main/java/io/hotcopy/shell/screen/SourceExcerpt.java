package io.hotcopy.shell.screen;

import java.util.List;
import org.jline.utils.AttributedString;

/**
 * A line of source with carets below. Where it is wider than the screen, as much of it as has room around the carets.
 *
 * @param number of the line
 * @param start index of the first sign that is meant
 * @param length how many signs are meant, at least one
 */
record SourceExcerpt(int number, String line, int start, int length, Ink ink) implements Block {
    private static final String CUT = "…";

    @Override
    public List<AttributedString> fitting(int width) {
        String before = String.format("%4d | ", number);
        int room = width - before.length();
        int from = line.length() <= room ? 0 : Math.max(0, Math.min(start - room / 3, line.length() - room));
        String shown = line.length() <= room ? line : cut(from, room);
        int carets = Math.max(1, Math.min(length, room - (start - from)));
        return List.of(
                Lines.joined(Ink.FAINT.of(before), Ink.PLAIN.of(shown)),
                Lines.joined(
                        Ink.FAINT.of(" ".repeat(before.length() - 2) + "| "),
                        Ink.PLAIN.of(" ".repeat(start - from)),
                        ink.of("^".repeat(carets))));
    }

    private String cut(int from, int room) {
        int end = from + room;
        String middle = line.substring(from, end);
        String begun = from > 0 ? CUT + middle.substring(1) : middle;
        return end < line.length() ? begun.substring(0, room - 1) + CUT : begun;
    }
}
