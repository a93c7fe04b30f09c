package io.hotcopy.shell.keyboard;

import io.hotcopy.shell.line.Entries;
import io.hotcopy.shell.line.LineRouter;
import io.hotcopy.shell.line.Openness;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.reader.impl.DefaultParser;

/**
 * Tells the line reader when Enter ends the line: a command always, any other text when nothing in it is open, and of
 * several entries when that is so of the last. Words are parted by blanks, with backslashes and exclamation marks left
 * alone; the word to be completed is whatever the completion says.
 */
final class PolicyLineParser implements Parser {
    private final LineRouter router;
    private final Openness openness;
    private final Tokens tokens;
    private final BiFunction<String, Integer, ParsedLine> completing;
    private final DefaultParser words = new DefaultParser().escapeChars(null).quoteChars(new char[0]);
    private Map<Integer, String> open = Map.of();

    /** @param completing what the word at a cursor is when it is to be completed */
    PolicyLineParser(
            LineRouter router, Openness openness, Tokens tokens, BiFunction<String, Integer, ParsedLine> completing) {
        this.router = router;
        this.openness = openness;
        this.tokens = tokens;
        this.completing = completing;
    }

    /** The text that is drawn next: the prompt of each of its lines is asked for then. */
    void drawn(String text) {
        open = text.indexOf('\n') < 0 ? Map.of() : OpenLines.of(text, router, tokens);
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.SECONDARY_PROMPT) {
            int end = line.endsWith("\n") ? line.length() - 1 : line.length();
            Optional.ofNullable(open.get(end)).ifPresent(missing -> {
                throw new EOFError(-1, -1, "more to come", missing);
            });
            return words.parse("", 0, ParseContext.UNSPECIFIED);
        }
        if (context == ParseContext.COMPLETE) {
            return completing.apply(line, cursor);
        }
        if (context == ParseContext.ACCEPT_LINE) {
            wantedAfter(line).ifPresent(wanted -> {
                throw more(wanted);
            });
        }
        return words.parse(line, cursor, context == ParseContext.ACCEPT_LINE ? ParseContext.UNSPECIFIED : context);
    }

    private Optional<Openness.Wanted> wantedAfter(String text) {
        List<Entries.Entry> entries = Entries.of(text, router, tokens::of);
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        String last = entries.get(entries.size() - 1).text();
        return router.isCommand(last) ? Optional.empty() : openness.of(last);
    }

    private static EOFError more(Openness.Wanted wanted) {
        return new EOFError(-1, -1, "more to come", wanted.missing(), wanted.depth(), wanted.missing());
    }

    @Override
    public boolean isEscapeChar(char character) {
        return false;
    }
}
