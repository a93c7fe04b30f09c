package io.hotcopy.shell.screen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/**
 * Rows in columns as wide as they need to be, two blanks apart, under faint headings. A heading that begins with
 * {@code >} puts its column to the right, as numbers want it; one that begins with {@code ~} lets the text of its
 * column go on below when the screen is too narrow. Where that is not enough, each row is told as headings with their
 * values. The last column is never padded.
 */
public final class Table implements Block {
    private static final String APART = "  ";
    /** Narrower a text could not be read. */
    private static final int LEAST_TEXT = 14;

    private final List<String> headings;
    private final String kinds;
    private final List<List<AttributedString>> rows = new ArrayList<>();

    public Table(String... headings) {
        this.headings = Arrays.stream(headings)
                .map(heading -> heading.matches("[>~].*") ? heading.substring(1) : heading)
                .toList();
        StringBuilder marks = new StringBuilder();
        Arrays.stream(headings).forEach(heading -> marks.append(heading.matches("[>~].*") ? heading.charAt(0) : ' '));
        this.kinds = marks.toString();
    }

    /** Adds a row; each cell is text as {@link Object#toString()} gives it, or an {@link AttributedString}. */
    public Table row(Object... cells) {
        if (cells.length != headings.size()) {
            throw new IllegalArgumentException(cells.length + " cells in a table of " + headings.size() + " columns");
        }
        rows.add(Arrays.stream(cells).map(Table::cell).toList());
        return this;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    public Lines lines() {
        return new Lines().add(this);
    }

    @Override
    public List<AttributedString> fitting(int width) {
        int[] widths = IntStream.range(0, headings.size()).map(this::width).toArray();
        if (!narrowed(widths, width)) {
            return rows.stream().flatMap(row -> told(row, width).stream()).toList();
        }
        List<AttributedString> lines = new ArrayList<>();
        lines.add(line(headings.stream().map(Ink.FAINT::of).toList(), widths));
        rows.forEach(row -> lines.addAll(row(row, widths)));
        return lines;
    }

    /** Takes from the widest texts what is too much; tells whether that was enough. */
    private boolean narrowed(int[] widths, int width) {
        long tooMuch = Arrays.stream(widths).sum() + (long) APART.length() * (widths.length - 1) - width;
        for (; tooMuch > 0; tooMuch--) {
            int widest = IntStream.range(0, widths.length)
                    .filter(column -> kinds.charAt(column) == '~' && widths[column] > least(column))
                    .reduce((one, other) -> widths[other] > widths[one] ? other : one)
                    .orElse(-1);
            if (widest < 0) {
                return false;
            }
            widths[widest]--;
        }
        return true;
    }

    private int least(int column) {
        return Math.max(LEAST_TEXT, headings.get(column).length());
    }

    private int width(int column) {
        int widest = rows.stream()
                .mapToInt(row -> row.get(column).columnLength())
                .max()
                .orElse(0);
        return Math.max(widest, headings.get(column).length());
    }

    /** As many lines as its longest text needs. */
    private List<AttributedString> row(List<AttributedString> cells, int[] widths) {
        List<List<AttributedString>> parts = IntStream.range(0, widths.length)
                .mapToObj(column -> LineBreaks.anywhere(cells.get(column), widths[column]))
                .toList();
        int most = parts.stream().mapToInt(List::size).max().orElse(1);
        return IntStream.range(0, most)
                .mapToObj(at -> line(
                        parts.stream()
                                .map(cell -> at < cell.size() ? cell.get(at) : AttributedString.EMPTY)
                                .toList(),
                        widths))
                .toList();
    }

    private AttributedString line(List<AttributedString> cells, int[] widths) {
        AttributedStringBuilder line = new AttributedStringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            AttributedString cell = cells.get(column);
            String padding = " ".repeat(widths[column] - cell.columnLength());
            boolean toTheRight = kinds.charAt(column) == '>';
            line.append(toTheRight ? padding : "").append(cell).append(toTheRight ? "" : padding);
            line.append(APART);
        }
        return trimmed(line.toAttributedString());
    }

    private static AttributedString trimmed(AttributedString line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == ' ') {
            end--;
        }
        return line.subSequence(0, end);
    }

    /** A row as one reads it aloud, one heading with its value after the other; what has none is left out. */
    private List<AttributedString> told(List<AttributedString> cells, int width) {
        List<AttributedString> lines = new ArrayList<>();
        AttributedStringBuilder line = new AttributedStringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            AttributedString value = cells.get(column);
            if (value.toString().isBlank() || value.toString().equals("-")) {
                continue;
            }
            AttributedString told = AttributedString.join(
                    new AttributedString(headings.get(column).isEmpty() ? "" : " "),
                    Ink.FAINT.of(headings.get(column)),
                    value);
            if (line.columnLength() > APART.length()
                    && line.columnLength() + APART.length() + told.columnLength() > width) {
                lines.addAll(new Prose(line.toAttributedString()).fitting(width));
                line = new AttributedStringBuilder().append(APART);
            } else if (!line.toString().isBlank()) {
                line.append(APART);
            }
            line.append(told);
        }
        lines.addAll(new Prose(line.toAttributedString()).fitting(width));
        return lines;
    }

    private static AttributedString cell(Object value) {
        return value instanceof AttributedString inked ? inked : new AttributedString(value.toString());
    }
}
