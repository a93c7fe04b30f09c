package io.hotcopy.shell.keyboard;

import io.hotcopy.shell.line.Entries;
import io.hotcopy.shell.line.LineRouter;
import io.hotcopy.shell.line.Openness;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.reader.impl.DefaultParser;

/**
 * Tells the line reader when Enter ends the line: a command always, any other text when nothing in it is open, and of
 * several entries when that is so of the last. Words for completion are parted by blanks, with backslashes and
 * exclamation marks left alone.
 */
final class PolicyLineParser implements Parser {
    /** The reader asks for each line of the text at each key what was open there: most often as a key ago. */
    private static final int REMEMBERED = 1_000;

    private final LineRouter router;
    private final Openness openness;
    private final DefaultParser words = new DefaultParser().escapeChars(null).quoteChars(new char[0]);
    private final Map<String, Optional<Openness.Wanted>> wanted = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<Openness.Wanted>> eldest) {
            return size() > REMEMBERED;
        }
    };

    PolicyLineParser(LineRouter router, Openness openness) {
        this.router = router;
        this.openness = openness;
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.ACCEPT_LINE || context == ParseContext.SECONDARY_PROMPT) {
            wanted.computeIfAbsent(line, this::wantedAfter).ifPresent(more -> {
                throw more(more);
            });
        }
        return words.parse(line, cursor, context == ParseContext.ACCEPT_LINE ? ParseContext.UNSPECIFIED : context);
    }

    private Optional<Openness.Wanted> wantedAfter(String text) {
        List<Entries.Entry> entries = Entries.of(text, router);
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
