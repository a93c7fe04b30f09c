package io.hotcopy.shell.page;

import io.hotcopy.recovery.TargetRange;
import io.hotcopy.retention.Fate;
import io.hotcopy.retention.Proof;
import io.hotcopy.retention.Reason;
import io.hotcopy.shell.screen.Figures;
import io.hotcopy.shell.screen.Ink;
import io.hotcopy.shell.screen.Lines;
import io.hotcopy.shell.screen.Table;
import io.hotcopy.verb.ExpireResult;
import io.hotcopy.verb.ExpireResult.OfDatabase;
import java.util.List;
import java.util.stream.Collectors;

/** What may be deleted and what stays, each with its reason; and what of the database can be restored afterwards. */
final class ExpirePage {
    private ExpirePage() {}

    static Lines of(ExpireResult result) {
        Lines lines = new Lines();
        for (OfDatabase database : result.databases()) {
            if (result.planned() || database.isIdle()) {
                decided(database, lines);
            } else {
                done(database, lines);
            }
        }
        if (result.isIdle()) {
            lines.add("nothing is to be deleted");
        } else if (result.planned()) {
            lines.add(Words.planned(), Ink.PLAIN.of("delete " + what(result) + ", " + result.freed()));
        } else {
            lines.add(
                    Ink.GOOD.of("deleted "),
                    Ink.PLAIN.of(Words.count(deleted(result), "backup set") + ", " + result.freed()));
        }
        return lines;
    }

    private static void decided(OfDatabase database, Lines lines) {
        Table table = new Table("collection", "created", "backup group", "archives", ">size", "", "~why");
        database.decision().fates().forEach(fate -> fate(fate, table));
        lines.add(Ink.STRONG.of(database.database().toString()));
        if (table.isEmpty()) {
            lines.add("  no backup set");
        } else {
            lines.addAll(table.lines());
        }
        database.unfinished()
                .forEach(set -> lines.add(Ink.CAUTION.of("  " + set + ": was begun to be deleted before")));
        database.decision().remarks().forEach(remark -> lines.add(Ink.CAUTION.of("  " + remark)));
        if (!database.decision().going().isEmpty()) {
            database.decision().proof().lines().stream()
                    .filter(line -> line.storageGroup().isEmpty())
                    .forEach(line -> lines.add("  " + restorable(line)));
        }
    }

    private static void fate(Fate fate, Table table) {
        table.row(
                Words.id(fate.collection()),
                Figures.at(fate.created()),
                fate.backupGroup(),
                Words.list(
                        fate.sets().stream().map(set -> set.facts().archive()).toList()),
                Words.size(fate.size()),
                fate.goes() ? Ink.CAUTION.of("goes") : Ink.GOOD.of("stays"),
                fate.reasons().stream().map(Reason::words).collect(Collectors.joining("; ")));
    }

    private static String restorable(Proof.Line line) {
        String pool =
                line.backupGroup().map(group -> "from backup group " + group).orElse("all in all");
        return "restorable " + pool + ", lineage " + line.lineage() + ": now " + words(line.before()) + "; then "
                + words(line.after());
    }

    private static String words(List<TargetRange> ranges) {
        return ranges.isEmpty() ? "nothing" : Words.ranges(ranges);
    }

    private static void done(OfDatabase database, Lines lines) {
        database.deleted().forEach(set -> lines.add("  " + set));
        database.spared().forEach(why -> lines.add(Ink.CAUTION.of("  " + why)));
    }

    private static String what(ExpireResult result) {
        int sets = result.databases().stream()
                .mapToInt(database -> database.unfinished().size()
                        + database.decision().going().stream()
                                .mapToInt(fate -> fate.sets().size())
                                .sum())
                .sum();
        return Words.count(sets, "backup set");
    }

    private static int deleted(ExpireResult result) {
        return result.databases().stream()
                .mapToInt(database -> database.deleted().size())
                .sum();
    }
}
