package io.hotcopy.shell.screen;

import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/** How a piece of text is meant; what that looks like is decided here once. */
public enum Ink {
    PLAIN(AttributedStyle.DEFAULT),
    /** The word that a person looks for first. */
    STRONG(AttributedStyle.BOLD),
    /** All is well. */
    GOOD(AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN)),
    /** Something needs attention; yellow could not be read on a light background. */
    CAUTION(AttributedStyle.DEFAULT.foreground(AttributedStyle.MAGENTA)),
    /** Something is wrong. */
    BAD(AttributedStyle.DEFAULT.foreground(AttributedStyle.RED)),
    /** What may be skipped in reading. */
    FAINT(AttributedStyle.DEFAULT.faint()),
    /** A text between quotes, in a line that is being typed. */
    QUOTED(AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN)),
    /** A number, an option, or the name of an argument there. */
    NAMED(AttributedStyle.DEFAULT.foreground(AttributedStyle.MAGENTA)),
    /** A word there that means nothing in its place. */
    UNKNOWN(AttributedStyle.DEFAULT.foreground(AttributedStyle.RED).underline());

    private final AttributedStyle style;

    Ink(AttributedStyle style) {
        this.style = style;
    }

    public AttributedString of(String text) {
        return new AttributedString(text, style);
    }

    /** What it looks like. */
    public AttributedStyle style() {
        return style;
    }
}
