package io.hotcopy.shell.help;

import io.hotcopy.shell.page.Wrapped;
import io.hotcopy.shell.screen.Ink;
import io.hotcopy.shell.screen.Lines;
import java.util.List;

/** What is shown of the vendor's lines, which picocli does not know. */
final class VendorPage {
    private final Wrapped wrapped;

    /** @param width columns of a line */
    VendorPage(int width) {
        this.wrapped = new Wrapped(width);
    }

    /** The pages of all lines that begin with these words, of which the first is not the only one. */
    List<Lines> of(List<String> words) {
        return words.size() == 1
                ? List.of()
                : VendorDocs.verbs().stream()
                        .flatMap(CommandDoc::all)
                        .filter(doc -> doc.inner().isEmpty() && startsWith(doc.path(), words))
                        .map(this::page)
                        .toList();
    }

    private Lines page(CommandDoc line) {
        Lines lines = new Lines().add("Usage: " + line.synopsis());
        wrapped.add(Ink.PLAIN, "", line.summary(), lines);
        lines.gap().add("Options:");
        line.options().forEach(option -> wrapped.add(Ink.PLAIN, "  " + option.longName() + "  ", option.text(), lines));
        lines.gap().add("For example:");
        line.examples().forEach(example -> lines.add("  " + example));
        return lines;
    }

    private static boolean startsWith(List<String> path, List<String> words) {
        return path.size() >= words.size() && path.subList(0, words.size()).equals(words);
    }
}
