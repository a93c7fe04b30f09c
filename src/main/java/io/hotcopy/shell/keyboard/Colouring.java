package io.hotcopy.shell.keyboard;

import io.hotcopy.shell.line.Entries;
import io.hotcopy.shell.line.LineRouter;
import io.hotcopy.shell.screen.Ink;
import java.util.ArrayList;
import java.util.List;

/** How the parts of a text that is being typed are meant. Reads with the lexer alone; never throws on any text. */
final class Colouring {

    /**
     * A part of the text with a colour of its own; what is in none is plain.
     *
     * @param start offset of its first character
     * @param end offset after its last
     * @param ink how it is meant
     */
    record Part(int start, int end, Ink ink) {
        Part shifted(int by) {
            return new Part(start + by, end + by, ink);
        }
    }

    private final LineRouter router;
    private final Tokens tokens;
    private final CommandColours commands;

    Colouring(LineRouter router, CommandShapes shapes, Tokens tokens) {
        this.router = router;
        this.tokens = tokens;
        this.commands = new CommandColours(shapes);
    }

    /**
     * The coloured parts in their order.
     *
     * @param cursor where a person is typing: a word there is not finished, and so is not called unknown
     */
    List<Part> of(String text, int cursor) {
        List<Part> parts = new ArrayList<>();
        for (Entries.Entry entry : Entries.of(text, router, tokens::of)) {
            int inside = cursor - entry.start();
            List<Part> own = router.isCommand(entry.text())
                    ? commands.of(entry.text(), inside)
                    : BlockColours.of(entry.text(), tokens.of(entry.text()), inside);
            own.forEach(part -> parts.add(part.shifted(entry.start())));
        }
        return parts;
    }
}
