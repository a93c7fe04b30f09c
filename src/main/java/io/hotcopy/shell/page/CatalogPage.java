package io.hotcopy.shell.page;

import io.hotcopy.catalog.CatalogRebuild.Rebuilt;
import io.hotcopy.catalog.KnownSet;
import io.hotcopy.shell.screen.Figures;
import io.hotcopy.shell.screen.Ink;
import io.hotcopy.shell.screen.Lines;
import io.hotcopy.verb.CatalogDescribeResult;
import io.hotcopy.verb.CatalogListResult;
import io.hotcopy.verb.CatalogMissingResult;
import io.hotcopy.verb.CatalogMissingResult.TooOld;
import io.hotcopy.verb.CatalogRebuildResult;
import io.hotcopy.verb.ListResult;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jline.utils.AttributedString;

/** What the catalog knows, misses, and was made of anew. */
final class CatalogPage {
    /** More directories that are none of ours would bury the rest. */
    private static final int FOREIGN_SHOWN = 10;

    private CatalogPage() {}

    static Lines listed(CatalogListResult result) {
        boolean isEmpty = result.listing().collections().isEmpty()
                && result.listing().unattributed().isEmpty();
        Lines lines = isEmpty && result.below().isEmpty()
                ? new Lines().add("the catalog knows no backup set")
                : SetPage.listed(new ListResult(result.listing(), result.below(), List.of()));
        return entries(result.damagedEntries(), lines);
    }

    private static Lines entries(SortedMap<Path, String> damaged, Lines lines) {
        damaged.values().forEach(trouble -> lines.add(Ink.BAD.of("  " + trouble)));
        if (!damaged.isEmpty()) {
            lines.add(Words.hint(), Ink.PLAIN.of("catalog rebuild DIR enters the sets below DIR again"));
        }
        return lines;
    }

    static Lines described(CatalogDescribeResult result) {
        Lines lines = new Lines()
                .add(
                        Ink.STRONG.of("database " + result.database()),
                        Ink.PLAIN.of(", " + Words.count(result.collections().size(), "backup collection")));
        SetPage.coverage(result.coverage(), lines);
        result.collections()
                .forEach(collection -> lines.add("  collection "
                        + Words.id(collection.id()) + " of " + Figures.at(collection.created()) + ", "
                        + collection.state().words() + ": "
                        + collection.locations().get(0)
                        + (collection.sets().size() > 1 ? " …" : "")));
        result.collections().stream()
                .flatMap(collection -> collection.trouble().stream())
                .forEach(trouble -> lines.add(Ink.CAUTION.of("  " + trouble)));
        return lines;
    }

    static Lines missing(CatalogMissingResult result) {
        Lines lines = new Lines();
        result.sets().forEach(missed -> {
            lines.add(
                    Ink.BAD.of(missed.gone() ? "missing: " : "damaged: "),
                    Ink.PLAIN.of(name(missed.known()) + ", seen in "
                            + missed.known().identity().location()));
            missed.trouble().forEach(trouble -> lines.add("  " + trouble));
        });
        result.tooOld().forEach(group -> lines.add(tooOld(group, result.asked())));
        entries(result.damagedEntries(), lines);
        result.moved()
                .forEach(moved -> lines.add(Ink.CAUTION.of(name(moved.set()) + " was moved from "
                        + moved.set().identity().location() + " to " + moved.to())));
        if (result.isWhole()) {
            lines.add(
                    Ink.GOOD.of("nothing is missing"),
                    Ink.PLAIN.of(": " + Words.count(result.known(), "set")
                            + " known, all at their places and of their sizes"));
        }
        return lines;
    }

    private static AttributedString tooOld(TooOld group, Instant asked) {
        String what = group.newest()
                .map(newest -> "can be restored to " + Figures.at(newest) + ", "
                        + Figures.shortly(Duration.between(newest, asked)) + " ago")
                .orElse("cannot be restored at all");
        return Ink.BAD.of("too old: storage group " + group.group() + " " + what + ", and policy " + group.policy()
                + " promises an rpo of " + Figures.shortly(group.rpo()));
    }

    private static String name(KnownSet set) {
        return "set " + Words.id(set.id()) + " of " + set.identity().database() + ", archive "
                + set.identity().archive();
    }

    static Lines rebuilt(CatalogRebuildResult result) {
        Rebuilt rebuilt = result.rebuilt();
        Lines lines = new Lines();
        lines.add(
                result.planned() ? Words.planned() : Ink.PLAIN.of(""),
                Ink.PLAIN.of(result.planned() ? "find " : ""),
                Ink.STRONG.of(Words.count(rebuilt.sets().size(), "set")),
                Ink.PLAIN.of(" below " + Words.list(result.below()) + ", "
                        + (rebuilt.changed() == 0
                                ? "all known as they are"
                                : rebuilt.changed() + " of them not known before as they are")));
        rebuilt.forgotten()
                .forEach(set -> lines.add(Ink.CAUTION.of(
                        "  forgot " + name(set) + ": not in " + set.identity().location() + " any more")));
        foreign(rebuilt.foreign(), lines);
        rebuilt.unread().forEach((path, why) -> lines.add(Ink.BAD.of("  " + path + ": " + why)));
        return lines;
    }

    private static void foreign(List<Path> foreign, Lines lines) {
        foreign.stream()
                .limit(FOREIGN_SHOWN)
                .forEach(directory -> lines.add(Ink.CAUTION.of("  not entered, no backup set: " + directory)));
        if (foreign.size() > FOREIGN_SHOWN) {
            lines.add(Ink.CAUTION.of("  and " + (foreign.size() - FOREIGN_SHOWN) + " more directories"));
        }
    }
}
