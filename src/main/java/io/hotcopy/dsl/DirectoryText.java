package io.hotcopy.dsl;

import io.hotcopy.dsl.words.At;
import io.hotcopy.model.DirectoryPattern;
import io.hotcopy.model.DirectoryPattern.Placeholder;
import java.util.List;

/** Checks the text of a directory pattern: every brace closed, every name in braces a placeholder. */
final class DirectoryText {

    private DirectoryText() {}

    /** Whether the text is a pattern; what is wrong with it is reported. */
    static boolean check(At<String> text, Findings findings) {
        List<DirectoryPattern.Mention> unknown = DirectoryPattern.mentionsIn(text.value()).stream()
                .filter(mention -> mention.placeholder().isEmpty())
                .toList();
        for (DirectoryPattern.Mention mention : unknown) {
            findings.error(
                    text.span(),
                    "unknown placeholder {" + mention.name() + "} in directory '" + text + "'",
                    Nearest.hints(mention.name(), Placeholder.words(), "", "placeholders"));
        }
        boolean isClosed =
                DirectoryPattern.withoutMentions(text.value()).chars().noneMatch(c -> c == '{' || c == '}');
        if (!isClosed) {
            findings.error(
                    text.span(),
                    "a brace of directory '" + text + "' stands alone",
                    "a placeholder stands between braces: {archive}");
        }
        return unknown.isEmpty() && isClosed;
    }
}
