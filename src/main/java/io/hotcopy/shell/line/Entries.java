package io.hotcopy.shell.line;

import io.hotcopy.dsl.PolicySyntax;
import io.hotcopy.dsl.PolicySyntax.ColouredToken;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Cuts what was typed or pasted at once into what is run one after the other: a command ends with its line; anything
 * else where nothing in it is open, unless the next line goes on with it. Declarations that follow each other are one
 * entry, with the remarks and names before them, so that they may use each other.
 */
public final class Entries {
    private static final Pattern GOES_ON =
            Pattern.compile("\\s*((else|catch|finally)\\b|\\.|\\?\\.|\\*\\.|&&|\\|\\||[?:]).*", Pattern.DOTALL);
    private static final Pattern MAY_LEAD = Pattern.compile("\\s*((def|for|final)\\b|//|/\\*).*", Pattern.DOTALL);

    private final String text;
    private final LineRouter router;
    private final Function<String, List<ColouredToken>> lexer;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Entry> held = new ArrayList<>();
    private int at;
    private List<ColouredToken> tokens = List.of();
    private int read;
    private int next;

    /**
     * One of them.
     *
     * @param start offset of its first line
     * @param end offset after its last, without the line's end
     * @param text what is between
     */
    public record Entry(int start, int end, String text) {}

    private Entries(String text, LineRouter router, Function<String, List<ColouredToken>> lexer) {
        this.text = text;
        this.router = router;
        this.lexer = lexer;
    }

    /** The entries in their order; blank lines between them are in none. Reads with the lexer alone. */
    public static List<Entry> of(String text, LineRouter router) {
        return of(text, router, PolicySyntax::tokens);
    }

    /**
     * The same for who knows the tokens already.
     *
     * @param lexer gives the tokens of a text, as {@link PolicySyntax#tokens} does
     */
    public static List<Entry> of(String text, LineRouter router, Function<String, List<ColouredToken>> lexer) {
        return new Entries(text, router, lexer).cut();
    }

    private List<Entry> cut() {
        while (at < text.length()) {
            int end = endOfLine(at);
            if (text.substring(at, end).isBlank()) {
                at = end + 1;
            } else if (router.isCommand(text.substring(at, end))) {
                release();
                entries.add(entry(at, end));
                at = end + 1;
                tokens = List.of();
            } else {
                hold(nextPiece());
            }
        }
        release();
        return List.copyOf(entries);
    }

    /** From here to where nothing is open any more; the rest when a bracket closes nothing, which cannot be mended. */
    private Entry nextPiece() {
        int start = at;
        int depth = 0;
        int end = endOfLine(start);
        for (readFrom(start); next < tokens.size(); next++) {
            ColouredToken token = tokens.get(next);
            while (read + token.start() > end && depth == 0) {
                if (!goesOn(end)) {
                    return endPiece(start, end);
                }
                end = endOfLine(end + 1);
            }
            depth += depthOf(token, text.charAt(read + token.start()));
            if (depth < 0 || token.kind() == PolicySyntax.TokenClass.UNKNOWN) {
                return endPiece(start, text.length());
            }
            end = Math.max(end, endOfLine(read + token.end()));
        }
        return endPiece(start, depth > 0 ? text.length() : end);
    }

    /** Reads on after the piece before; the lexer begins afresh only after a command, which it cannot read. */
    private void readFrom(int start) {
        if (tokens.isEmpty()) {
            tokens = lexer.apply(text.substring(start));
            read = start;
            next = 0;
        }
    }

    private static int depthOf(ColouredToken token, char first) {
        if (token.kind() != PolicySyntax.TokenClass.BRACKET) {
            return 0;
        }
        return "{([".indexOf(first) >= 0 ? 1 : -1;
    }

    private Entry endPiece(int start, int end) {
        at = end + 1;
        return entry(start, end);
    }

    /** Whether the first line after this place that is not blank continues what is before it. */
    private boolean goesOn(int end) {
        return GOES_ON.matcher(text.substring(Math.min(end + 1, text.length()))).matches();
    }

    private void hold(Entry piece) {
        boolean declares = LineRouter.beginsDeclaration(piece.text());
        boolean leads = MAY_LEAD.matcher(piece.text()).matches();
        if (!declares && !leads) {
            release();
            entries.add(piece);
        } else {
            held.add(piece);
        }
    }

    /** All up to the last declaration are one; what led to none stands alone. */
    private void release() {
        int last = held.size() - 1;
        while (last >= 0 && !LineRouter.beginsDeclaration(held.get(last).text())) {
            last--;
        }
        if (last >= 0) {
            entries.add(entry(held.get(0).start(), held.get(last).end()));
        }
        entries.addAll(held.subList(last + 1, held.size()));
        held.clear();
    }

    private Entry entry(int start, int end) {
        return new Entry(start, end, text.substring(start, end));
    }

    private int endOfLine(int from) {
        int end = from >= text.length() ? -1 : text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }
}
