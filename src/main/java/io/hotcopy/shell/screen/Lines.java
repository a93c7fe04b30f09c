package io.hotcopy.shell.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/**
 * Lines of text being put together. How wide they may be is known when they are shown: then sentences break between
 * words and tables make room. Not safe for several threads.
 */
public final class Lines {
    private final List<Block> blocks = new ArrayList<>();

    /** Adds one line of these pieces. */
    public Lines add(AttributedString... pieces) {
        return add(new Prose(joined(pieces)));
    }

    /** One line of these pieces. */
    static AttributedString joined(AttributedString... pieces) {
        AttributedStringBuilder line = new AttributedStringBuilder();
        for (AttributedString piece : pieces) {
            line.append(piece);
        }
        return line.toAttributedString();
    }

    /** Adds plain text; a line break begins another line. */
    public Lines add(String text) {
        text.lines().map(AttributedString::new).forEach(this::add);
        return this;
    }

    /** Adds text whose lines are never broken: what a program reads, or what somebody wrote as it stands. */
    public Lines addAsItIs(String text) {
        text.lines().map(AttributedString::new).forEach(line -> add(width -> List.of(line)));
        return this;
    }

    Lines add(Block block) {
        blocks.add(block);
        return this;
    }

    public Lines addAll(Lines others) {
        blocks.addAll(others.blocks);
        return this;
    }

    /** Adds an empty line, unless there is nothing above it to be apart from. */
    public Lines gap() {
        if (!blocks.isEmpty()) {
            add(AttributedString.EMPTY);
        }
        return this;
    }

    public boolean isEmpty() {
        return blocks.isEmpty();
    }

    /** As wide as they like to be. */
    public List<AttributedString> all() {
        return fitting(Block.UNLIMITED);
    }

    /**
     * As they are shown on a screen.
     *
     * @param width its columns, at least 20; only a word longer than that, and text {@link #addAsItIs}, goes beyond
     */
    public List<AttributedString> fitting(int width) {
        return blocks.stream().flatMap(block -> block.fitting(width).stream()).toList();
    }

    /** The text without any colour, lines joined by line feeds. */
    @Override
    public String toString() {
        return all().stream().map(AttributedString::toString).collect(Collectors.joining("\n"));
    }
}
