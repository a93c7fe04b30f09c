package io.hotcopy.shell.screen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jline.utils.AttributedString;

/**
 * Rows in columns as wide as they need to be, two blanks apart, under faint headings. A heading that begins with
 * {@code >} puts its column to the right, as numbers want it. The last column is never padded.
 */
public final class Table {
    private static final String APART = "  ";

    private final List<String> headings;
    private final List<Boolean> toTheRight;
    private final List<List<AttributedString>> rows = new ArrayList<>();

    public Table(String... headings) {
        this.headings = Arrays.stream(headings)
                .map(heading -> heading.startsWith(">") ? heading.substring(1) : heading)
                .toList();
        this.toTheRight =
                Arrays.stream(headings).map(heading -> heading.startsWith(">")).toList();
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
        Lines lines = new Lines();
        lines.add(line(headings.stream().map(Ink.FAINT::of).toList()));
        rows.forEach(row -> lines.add(line(row)));
        return lines;
    }

    private AttributedString[] line(List<AttributedString> cells) {
        List<AttributedString> pieces = new ArrayList<>();
        for (int column = 0; column < cells.size(); column++) {
            AttributedString cell = cells.get(column);
            boolean last = column == cells.size() - 1;
            AttributedString padding = new AttributedString(" ".repeat(width(column) - cell.columnLength()));
            if (toTheRight.get(column)) {
                pieces.add(padding);
                pieces.add(cell);
            } else {
                pieces.add(cell);
                pieces.add(last ? AttributedString.EMPTY : padding);
            }
            pieces.add(new AttributedString(last ? "" : APART));
        }
        return pieces.toArray(AttributedString[]::new);
    }

    private int width(int column) {
        int widest = rows.stream()
                .mapToInt(row -> row.get(column).columnLength())
                .max()
                .orElse(0);
        return Math.max(widest, headings.get(column).length());
    }

    private static AttributedString cell(Object value) {
        return value instanceof AttributedString inked ? inked : new AttributedString(value.toString());
    }
}
