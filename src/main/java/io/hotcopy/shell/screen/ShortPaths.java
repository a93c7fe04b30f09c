package io.hotcopy.shell.screen;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/**
 * Paths as the person who works in a directory would type them: what lies below it without the way to it. Only for
 * screens: what a program reads says where things lie whatever the directory.
 */
record ShortPaths(String way) implements UnaryOperator<AttributedString> {
    /** What a path in a sentence, a table or an argument may follow. */
    private static final String BEFORE = " \"'(=:[";

    /** @param workingDirectory absolute */
    static ShortPaths below(Path workingDirectory) {
        return new ShortPaths(
                workingDirectory + workingDirectory.getFileSystem().getSeparator());
    }

    @Override
    public AttributedString apply(AttributedString text) {
        String plain = text.toString();
        AttributedStringBuilder shorter = new AttributedStringBuilder();
        int from = 0;
        for (int at = plain.indexOf(way); at >= 0; at = plain.indexOf(way, at + 1)) {
            if (beginsPath(plain, at)) {
                shorter.append(text.subSequence(from, at));
                from = at + way.length();
            }
        }
        return from == 0
                ? text
                : shorter.append(text.subSequence(from, text.length())).toAttributedString();
    }

    private boolean beginsPath(String text, int at) {
        int end = at + way.length();
        boolean goesOn = end < text.length() && !Character.isWhitespace(text.charAt(end)) && text.charAt(end) != '"';
        return goesOn && (at == 0 || BEFORE.indexOf(text.charAt(at - 1)) >= 0);
    }
}
