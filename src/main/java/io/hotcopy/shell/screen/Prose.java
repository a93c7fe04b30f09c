package io.hotcopy.shell.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.utils.AttributedString;

/**
 * A line that breaks between words when the screen is narrower. What follows is set in: below the text after a label
 * such as {@code HINT:}, below the second column where two blanks make one, else a little.
 */
record Prose(AttributedString text) implements Block {
    private static final Pattern LABEL = Pattern.compile(" *(?:(?:HINT|ERROR|NOTE): |\\S+(?: \\S+)* {2,})");
    private static final int SET_IN = 2;

    @Override
    public List<AttributedString> fitting(int width) {
        if (text.columnLength() <= width) {
            return List.of(text);
        }
        int margin = margin(width);
        List<AttributedString> parts =
                LineBreaks.betweenWords(text.subSequence(blanks(), text.length()), width - blanks(), width - margin);
        List<AttributedString> lines = new ArrayList<>();
        for (AttributedString part : parts) {
            lines.add(after(lines.isEmpty() ? blanks() : Math.min(margin, room(part, width)), part));
        }
        return lines;
    }

    /** A word that is longer than the room below the text begins further to the left. */
    private static int room(AttributedString part, int width) {
        return Math.max(0, width - part.columnLength());
    }

    private static AttributedString after(int blanks, AttributedString part) {
        return Lines.joined(new AttributedString(" ".repeat(blanks)), part);
    }

    private int margin(int width) {
        Matcher label = LABEL.matcher(text);
        boolean labelled = label.lookingAt() && label.end() <= width / 2;
        return labelled ? label.end() : Math.min(blanks() + SET_IN, width / 2);
    }

    private int blanks() {
        int at = 0;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }
}
