package io.hotcopy.shell.keyboard;

import io.hotcopy.dsl.PolicySyntax.ColouredToken;
import io.hotcopy.dsl.PolicySyntax.TokenClass;
import io.hotcopy.dsl.Vocabulary;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Goes over the tokens of a text and knows at each which block one is in and which word the statement begins with. */
final class BlockWalk {
    /** Groovy's own words as far as people type them. */
    static final Set<String> KEYWORDS = Set.of(
            "def",
            "final",
            "for",
            "in",
            "if",
            "else",
            "while",
            "do",
            "switch",
            "case",
            "default",
            "return",
            "break",
            "continue",
            "new",
            "true",
            "false",
            "null",
            "try",
            "catch",
            "finally",
            "throw",
            "assert",
            "instanceof",
            "as",
            "class",
            "import",
            "static",
            "void");

    /** The blocks of these are no blocks of words: what stands in them belongs to the block around. */
    private static final Set<String> PASSED_THROUGH = Set.of("for", "if", "else", "while");

    private record Frame(boolean isBlock, List<String> enclosing) {}

    private final String text;
    private final Deque<Frame> open = new ArrayDeque<>();
    private final Map<List<String>, Map<String, Vocabulary.Entry>> known = new HashMap<>();
    private String head = "";
    private boolean isBegun;
    private int lastEnd;

    BlockWalk(String text) {
        this.text = text;
    }

    /** Goes over one more token; gives whether it begins a statement. */
    boolean step(ColouredToken token) {
        if (token.kind() == TokenClass.COMMENT) {
            return false;
        }
        endStatementBefore(token.start());
        String word = text.substring(token.start(), token.end());
        boolean begins = !isBegun && token.kind() == TokenClass.WORD;
        head = begins ? word : isBegun ? head : "";
        isBegun = true;
        if (token.kind() == TokenClass.BRACKET) {
            bracket(word.charAt(0));
        } else if (word.equals(";")) {
            endStatement();
        }
        lastEnd = token.end();
        return begins;
    }

    /** A statement ends with its line when no parenthesis and no comma keeps it open. */
    void endStatementBefore(int offset) {
        boolean isBlock = open.isEmpty() || open.peek().isBlock();
        boolean isNewLine = lastEnd < offset && text.substring(lastEnd, offset).indexOf('\n') >= 0;
        if (isBlock && isNewLine && !goesOn()) {
            endStatement();
        }
    }

    private boolean goesOn() {
        return lastEnd > 0 && ",:=".indexOf(text.charAt(lastEnd - 1)) >= 0;
    }

    private void endStatement() {
        isBegun = false;
        head = "";
    }

    private void bracket(char bracket) {
        if (bracket == '{') {
            List<String> inside = new ArrayList<>(enclosing());
            if (!PASSED_THROUGH.contains(head)) {
                inside.add(head);
            }
            open.push(new Frame(true, List.copyOf(inside)));
            endStatement();
        } else if (bracket == '(' || bracket == '[') {
            open.push(new Frame(false, enclosing()));
        } else if (!open.isEmpty()) {
            open.pop();
        }
    }

    /** The words whose blocks are around, outermost first. */
    List<String> enclosing() {
        return open.isEmpty() ? List.of() : open.peek().enclosing();
    }

    /** The word that the statement begins with; empty when a new one may begin, or this begins with no word. */
    String head() {
        return head;
    }

    /** Whether a statement may begin here. */
    boolean mayBegin() {
        return !isBegun;
    }

    /** The words that may stand here; none when the language has no such place. */
    Map<String, Vocabulary.Entry> words() {
        return known.computeIfAbsent(enclosing(), BlockWalk::wordsInside);
    }

    private static Map<String, Vocabulary.Entry> wordsInside(List<String> enclosing) {
        Map<String, Vocabulary.Entry> words = new HashMap<>();
        Vocabulary.wordsInside(enclosing).forEach(entry -> words.put(entry.name(), entry));
        return words;
    }

    /** What is known of the statement's word. */
    Optional<Vocabulary.Entry> word() {
        return Optional.ofNullable(words().get(head));
    }
}
