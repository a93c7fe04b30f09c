package io.hotcopy.shell.keyboard;

import io.hotcopy.shell.line.LineRouter;
import io.hotcopy.shell.line.Openness;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.reader.impl.DefaultParser;

/**
 * Tells the line reader when Enter ends the line: a command always, any other text when nothing in it is open. Words
 * are parted by blanks, with backslashes and exclamation marks left alone; the word to be completed is whatever the
 * completion says.
 */
public final class PolicyLineParser implements Parser {
    private final LineRouter router;
    private final Openness openness;
    private final BiFunction<String, Integer, ParsedLine> completing;
    private final DefaultParser words = new DefaultParser().escapeChars(null).quoteChars(new char[0]);

    /** @param completing what the word at a cursor is when it is to be completed */
    public PolicyLineParser(LineRouter router, Openness openness, BiFunction<String, Integer, ParsedLine> completing) {
        this.router = router;
        this.openness = openness;
        this.completing = completing;
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.COMPLETE) {
            return completing.apply(line, cursor);
        }
        if (context == ParseContext.ACCEPT_LINE && !router.isCommand(line)) {
            Optional<Openness.Wanted> wanted = openness.of(line);
            if (wanted.isPresent()) {
                throw more(wanted.get());
            }
        }
        return words.parse(line, cursor, context == ParseContext.ACCEPT_LINE ? ParseContext.UNSPECIFIED : context);
    }

    private static EOFError more(Openness.Wanted wanted) {
        return new EOFError(-1, -1, "more to come", wanted.missing(), wanted.depth(), wanted.missing());
    }

    @Override
    public boolean isEscapeChar(char character) {
        return false;
    }
}
