package io.hotcopy.shell.help;

import java.util.List;
import java.util.function.Function;

/** A page in Markdown being written. */
final class Markdown {
    private final StringBuilder page = new StringBuilder();

    /** What a reader of the page does not see. */
    void remark(String text) {
        page.append("<!-- ").append(text).append(" -->\n");
    }

    void heading(int level, String text) {
        page.append('\n').append("#".repeat(level)).append(' ').append(text).append('\n');
    }

    void text(String text) {
        page.append('\n').append(text.replace("<", "&lt;").replace("*", "\\*")).append('\n');
    }

    /** Nothing when there is none. */
    void code(String language, String text) {
        if (!text.isEmpty()) {
            page.append("\n```").append(language).append('\n').append(text).append("\n```\n");
        }
    }

    /** A row for each; nothing when there is none. */
    <T> void table(String first, String second, List<T> rows, Function<T, String> code, Function<T, String> text) {
        if (rows.isEmpty()) {
            return;
        }
        page.append("\n| ").append(first).append(" | ").append(second).append(" |\n|---|---|\n");
        rows.forEach(row -> page.append("| `")
                .append(cell(code.apply(row)))
                .append("` | ")
                .append(cell(text.apply(row)).replace("<", "&lt;").replace("*", "\\*"))
                .append(" |\n"));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
