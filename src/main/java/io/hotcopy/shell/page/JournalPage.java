package io.hotcopy.shell.page;

import io.hotcopy.shell.screen.Ink;
import io.hotcopy.shell.screen.Lines;
import io.hotcopy.shell.screen.Table;
import io.hotcopy.verb.JournalSearchResult;
import java.util.Locale;

/** What journals tell of a table. */
final class JournalPage {
    private JournalPage() {}

    static Lines found(JournalSearchResult result) {
        String what =
                result.key().map(key -> "\"" + key + "\" in " + result.table()).orElse(result.table());
        if (result.planned()) {
            return new Lines().add(Words.planned(), Ink.PLAIN.of("search the journals for " + what));
        }
        if (result.hits().isEmpty()) {
            return new Lines().add("no commit in these journals touched " + what);
        }
        boolean severalLives =
                result.hits().stream().map(hit -> hit.lineage().id()).distinct().count() > 1;
        Table table = severalLives
                ? new Table(">commit", "time", "action", "~key", "lineage")
                : new Table(">commit", "time", "action", "~key");
        result.hits().forEach(hit -> add(table, hit, severalLives));
        Lines lines = table.lines();
        if (result.more()) {
            lines.add("and older ones; --limit N shows more");
        }
        return lines.add(
                Words.hint(),
                Ink.PLAIN.of("restore --before-commit N gives the state that commit N found; the newest here is "
                        + result.hits().get(0).commit()));
    }

    private static void add(Table table, JournalSearchResult.Hit hit, boolean severalLives) {
        String action = hit.action().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String key = hit.key().orElse("");
        if (severalLives) {
            table.row(hit.commit(), hit.time(), action, key, hit.lineage().id());
        } else {
            table.row(hit.commit(), hit.time(), action, key);
        }
    }
}
