package io.hotcopy.shell.screen;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/** Breaks text into lines, between words where there are any. Counts columns: some signs take two. */
final class LineBreaks {
    private final AttributedString text;
    private final boolean keepsWords;
    private final List<AttributedString> lines = new ArrayList<>();

    private LineBreaks(AttributedString text, boolean keepsWords) {
        this.text = text;
        this.keepsWords = keepsWords;
    }

    /**
     * Between words only: one that is longer than a line stands whole on a line of its own, so that it can be copied.
     *
     * @param first columns of the first line
     * @param later columns of those after it
     */
    static List<AttributedString> betweenWords(AttributedString text, int first, int later) {
        return new LineBreaks(text, true).broken(first, later);
    }

    /**
     * Wherever it must be, after a slash, a comma or a hyphen if it cannot be between words: no line is longer than
     * this.
     */
    static List<AttributedString> anywhere(AttributedString text, int columns) {
        return new LineBreaks(text, false).broken(columns, columns);
    }

    private List<AttributedString> broken(int first, int later) {
        int from = 0;
        int room = first;
        while (from < text.length()) {
            int end = end(from, room);
            lines.add(text.subSequence(from, end));
            from = end;
            while (from < text.length() && text.charAt(from) == ' ') {
                from++;
            }
            room = later;
        }
        return lines.isEmpty() ? List.of(AttributedString.EMPTY) : lines;
    }

    /** Where the line ends that begins here; at least one sign further. */
    private int end(int from, int room) {
        int most = fitting(from, room);
        if (most == text.length() || text.charAt(most) == ' ') {
            return most;
        }
        int blank = lastBefore(from, most, " ");
        if (blank >= 0) {
            return blank;
        }
        if (keepsWords) {
            int next = text.toString().indexOf(' ', most);
            return next < 0 ? text.length() : next;
        }
        int joint = lastBefore(from, most, "/,-");
        return joint < 0 ? most : joint + 1;
    }

    private int fitting(int from, int room) {
        int end = from + 1;
        while (end < text.length() && text.subSequence(from, end + 1).columnLength() <= room) {
            end++;
        }
        return end;
    }

    /** The last of these signs that is not the line's first; -1 without one. */
    private int lastBefore(int from, int end, String signs) {
        for (int at = end - 1; at > from; at--) {
            if (signs.indexOf(text.charAt(at)) >= 0) {
                return at;
            }
        }
        return -1;
    }
}
