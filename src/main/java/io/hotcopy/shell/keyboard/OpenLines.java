package io.hotcopy.shell.keyboard;

import io.hotcopy.dsl.PolicySyntax.ColouredToken;
import io.hotcopy.dsl.PolicySyntax.TokenClass;
import io.hotcopy.shell.line.Entries;
import io.hotcopy.shell.line.LineRouter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** What is open at the end of each line of a text, found in one pass: for the prompts of the lines after it. */
final class OpenLines {
    private final String text;
    private final Map<Integer, String> missing = new HashMap<>();
    private final Deque<Character> open = new ArrayDeque<>();
    private int next;

    private OpenLines(String text) {
        this.text = text;
        this.next = text.indexOf('\n');
    }

    /** What would close all that is open, by the offset of the line feed; lines where nothing is are left out. */
    static Map<Integer, String> of(String text, LineRouter router, Tokens tokens) {
        OpenLines lines = new OpenLines(text);
        for (Entries.Entry entry : Entries.of(text, router, tokens::of)) {
            lines.passUpTo(entry.start(), "");
            lines.open.clear();
            if (!router.isCommand(entry.text())) {
                tokens.of(entry.text()).forEach(token -> lines.step(token, entry.start()));
                lines.passUpTo(entry.end() + 1, "");
            }
        }
        return lines.missing;
    }

    private void step(ColouredToken token, int shift) {
        passUpTo(shift + token.start(), "");
        char first = text.charAt(shift + token.start());
        if (token.kind() == TokenClass.BRACKET) {
            if ("{([".indexOf(first) >= 0) {
                open.push(first == '{' ? '}' : first == '(' ? ')' : ']');
            } else {
                open.poll();
            }
        }
        passUpTo(shift + token.end(), closer(token, shift + token.start()));
    }

    /** What ends a token in which a line ends. */
    private String closer(ColouredToken token, int start) {
        if (token.kind() == TokenClass.COMMENT) {
            return text.startsWith("/*", start) ? "*/" : "";
        }
        boolean isLong = text.startsWith("'''", start) || text.startsWith("\"\"\"", start);
        return token.kind() == TokenClass.STRING && isLong ? text.substring(start, start + 3) : "";
    }

    private void passUpTo(int offset, String closer) {
        while (next >= 0 && next < offset) {
            StringBuilder all = new StringBuilder(closer);
            open.forEach(all::append);
            if (!all.isEmpty()) {
                missing.put(next, all.toString());
            }
            next = text.indexOf('\n', next + 1);
        }
    }
}
