package io.hotcopy.shell.keyboard;

import io.hotcopy.dsl.PolicySyntax;
import io.hotcopy.dsl.PolicySyntax.ColouredToken;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tokens of a text that is being typed. One key asks for those of the same text several times, for its colours, its
 * hint and its prompts, and the lexer takes milliseconds for a long one: so the latest are remembered.
 */
final class Tokens {
    private static final int REMEMBERED = 8;

    private final Map<String, List<ColouredToken>> latest = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<ColouredToken>> eldest) {
            return size() > REMEMBERED;
        }
    };

    synchronized List<ColouredToken> of(String text) {
        return latest.computeIfAbsent(text, PolicySyntax::tokens);
    }
}
