package io.hotcopy.problem;

/**
 * A place in a text of the user: from a line and column up to, not including, another column. Lines and columns count
 * from one; columns count characters as editors do.
 *
 * @param file the name to print, as the user gave it
 * @param line first line
 * @param column first column
 * @param endLine last line
 * @param endColumn the column after the last character
 */
public record SourceSpan(String file, int line, int column, int endLine, int endColumn)
        implements Comparable<SourceSpan> {

    /** The place of a finding that concerns a file as a whole. */
    public static SourceSpan startOf(String file) {
        return new SourceSpan(file, 1, 1, 1, 1);
    }

    @Override
    public int compareTo(SourceSpan other) {
        int byFile = file.compareTo(other.file);
        int byLine = byFile != 0 ? byFile : Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }

    /** {@code file:line:column}, as editors can click it. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
