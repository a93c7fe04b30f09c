package io.hotcopy.shell.help;

import io.hotcopy.shell.page.Wrapped;
import io.hotcopy.shell.screen.Ink;
import io.hotcopy.shell.screen.Lines;
import java.util.List;

/** What is shown of a topic. */
final class TopicPage {
    private static final int WIDEST_COLUMN = 34;
    private static final String MARGIN = "  ";

    private final int width;
    private final Wrapped wrapped;

    /** @param width columns of a line */
    TopicPage(int width) {
        this.width = width;
        this.wrapped = new Wrapped(width);
    }

    Lines of(Topic topic) {
        Lines lines = new Lines();
        wrapped.add(Ink.PLAIN, topic.name() + ": ", topic.title(), lines);
        topic.parts().forEach(part -> {
            lines.gap();
            add(part, lines);
        });
        return lines;
    }

    private void add(Topic.Part part, Lines lines) {
        if (part instanceof Topic.Text text) {
            wrapped.add(Ink.PLAIN, "", text.text(), lines);
        } else if (part instanceof Topic.Terms terms) {
            int column = column(terms.terms().stream().map(Topic.Term::name).toList());
            terms.terms()
                    .forEach(term -> wrapped.add(Ink.PLAIN, MARGIN + padded(term.name(), column), term.text(), lines));
        } else if (part instanceof Topic.Typed typed) {
            lines.addAll(typed(typed));
        }
    }

    /** A remark that finds no room beside its line is left out: the line is what counts. */
    Lines typed(Topic.Typed typed) {
        int column = typed.lines().stream()
                        .filter(line -> !line.remark().isEmpty())
                        .mapToInt(line -> line.line().length())
                        .filter(length -> length < width / 2)
                        .max()
                        .orElse(0)
                + 2;
        Lines lines = new Lines();
        typed.lines().forEach(line -> {
            String left = MARGIN + padded(line.line(), column);
            boolean fits =
                    !line.remark().isEmpty() && left.length() + line.remark().length() + 2 <= width;
            lines.add(Ink.PLAIN.of(fits ? left : MARGIN + line.line()), Ink.FAINT.of(fits ? "# " + line.remark() : ""));
        });
        return lines;
    }

    private static int column(List<String> names) {
        return names.stream()
                        .mapToInt(String::length)
                        .filter(length -> length <= WIDEST_COLUMN)
                        .max()
                        .orElse(0)
                + 2;
    }

    private static String padded(String text, int column) {
        return String.format("%-" + column + "s", text) + (text.length() >= column ? "  " : "");
    }
}
