package io.hotcopy.script;

import io.hotcopy.verb.JournalSearchRequest;
import io.hotcopy.verb.JournalSearchResult;
import java.util.Map;

/** What scripts say of journals. */
public final class JournalWords {
    private final ScriptVerbs say;

    JournalWords(ScriptVerbs say) {
        this.say = say;
    }

    /** {@code journal.search 'latest', table: 'accounts', key: 4711}; the newest commit is {@code hits[0].commit}. */
    @Says(
            value = "finds the commits that touched a table or row",
            named = {"table", "key", "limit", "in"})
    public JournalSearchResult search(Map<String, Object> named, Object... sets) {
        NamedArguments arguments = new NamedArguments("journal.search", named, "table", "key", "limit", "in");
        JournalSearchRequest request = new JournalSearchRequest(
                say.setRequest(arguments, sets),
                arguments.requiredText("table"),
                arguments.text("key"),
                arguments.count("limit").orElse(JournalSearchRequest.SCREENFUL));
        return say.watched(progress -> say.verbs().journalSearch().run(request, progress));
    }
}
