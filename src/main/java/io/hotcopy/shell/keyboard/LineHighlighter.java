package io.hotcopy.shell.keyboard;

import io.hotcopy.shell.keyboard.Colouring.Part;
import java.util.List;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Draws the line that is being typed in its colours, and underlines what a search in the history has found. */
final class LineHighlighter implements Highlighter {
    private final Colouring colouring;
    private final boolean colours;

    LineHighlighter(Colouring colouring, boolean colours) {
        this.colouring = colouring;
        this.colours = colours;
    }

    @Override
    public AttributedString highlight(LineReader reader, String text) {
        int cursor = reader.getBuffer().cursor();
        List<Part> parts = colours ? colouring.of(text, cursor) : List.of();
        String sought = reader.getSearchTerm();
        int found = sought == null || sought.isEmpty() ? -1 : text.indexOf(sought);
        AttributedStringBuilder drawn = new AttributedStringBuilder(text.length());
        int part = 0;
        for (int at = 0; at < text.length(); at++) {
            while (part < parts.size() && parts.get(part).end() <= at) {
                part++;
            }
            boolean isInPart = part < parts.size() && parts.get(part).start() <= at;
            AttributedStyle style = isInPart ? parts.get(part).ink().style() : AttributedStyle.DEFAULT;
            boolean isFound = found >= 0 && found <= at && at < found + sought.length();
            draw(text.charAt(at), isFound ? style.underline() : style, drawn);
        }
        return drawn.toAttributedString();
    }

    /** Control characters are shown as {@code ^A}, which is how wide the reader takes them to be. */
    private static void draw(char next, AttributedStyle style, AttributedStringBuilder drawn) {
        boolean isControl = next < ' ' && next != '\t' && next != '\n';
        drawn.styled(style, isControl ? "^" + (char) (next + '@') : String.valueOf(next));
    }
}
