package io.hotcopy.shell.keyboard;

import io.hotcopy.shell.line.LineRouter;
import io.hotcopy.shell.line.Openness;
import java.util.Optional;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.reader.impl.DefaultParser;

/**
 * Tells the line reader when Enter ends the line: a command always, any other text when nothing in it is open. Words
 * for completion are parted by blanks, with backslashes and exclamation marks left alone.
 */
public final class PolicyLineParser implements Parser {
    private final LineRouter router;
    private final Openness openness;
    private final DefaultParser words = new DefaultParser().escapeChars(null).quoteChars(new char[0]);

    public PolicyLineParser(LineRouter router, Openness openness) {
        this.router = router;
        this.openness = openness;
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
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
