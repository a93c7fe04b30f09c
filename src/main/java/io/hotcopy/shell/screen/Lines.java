package io.hotcopy.shell.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/** Lines of text being put together. Not safe for several threads. */
public final class Lines {
    private final List<AttributedString> lines = new ArrayList<>();

    /** Adds one line of these pieces. */
    public Lines add(AttributedString... pieces) {
        AttributedStringBuilder line = new AttributedStringBuilder();
        for (AttributedString piece : pieces) {
            line.append(piece);
        }
        lines.add(line.toAttributedString());
        return this;
    }

    /** Adds plain text; a line break begins another line. */
    public Lines add(String text) {
        text.lines().map(AttributedString::new).forEach(lines::add);
        return this;
    }

    public Lines addAll(Lines others) {
        lines.addAll(others.lines);
        return this;
    }

    /** Adds an empty line, unless there is nothing above it to be apart from. */
    public Lines gap() {
        if (!lines.isEmpty()) {
            lines.add(AttributedString.EMPTY);
        }
        return this;
    }

    public List<AttributedString> all() {
        return List.copyOf(lines);
    }

    /** The text without any colour, lines joined by line feeds. */
    @Override
    public String toString() {
        return lines.stream().map(AttributedString::toString).collect(Collectors.joining("\n"));
    }
}
