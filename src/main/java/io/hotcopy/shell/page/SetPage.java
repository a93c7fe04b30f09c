package io.hotcopy.shell.page;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.catalog.CatalogCollection;
import io.hotcopy.catalog.CatalogSet;
import io.hotcopy.catalog.SetState;
import io.hotcopy.model.Hold;
import io.hotcopy.recovery.CopyRun;
import io.hotcopy.recovery.Coverage;
import io.hotcopy.recovery.TargetRange;
import io.hotcopy.retention.HoldRule;
import io.hotcopy.shell.screen.Figures;
import io.hotcopy.shell.screen.Ink;
import io.hotcopy.shell.screen.Lines;
import io.hotcopy.shell.screen.Table;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.verb.DescribeResult;
import io.hotcopy.verb.DescribeResult.Described;
import io.hotcopy.verb.ListResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;

/** Which sets there are, and what is in them. */
final class SetPage {
    private SetPage() {}

    static Lines listed(ListResult result) {
        Table table = new Table(
                "collection", "created", "database", "archives", "state", "elements", ">cut", ">size", "~sets");
        result.listing().collections().forEach(collection -> collection(collection, table));
        Lines lines =
                table.isEmpty() ? new Lines().add("no backup set below " + Words.list(result.below())) : table.lines();
        result.listing().collections().forEach(collection -> collection
                .trouble()
                .forEach(trouble -> lines.add(Ink.CAUTION.of("  " + Words.id(collection.id()) + ": " + trouble))));
        result.holds().forEach(hold -> held(hold, result.listing().collections(), lines));
        result.listing()
                .unattributed()
                .forEach(set -> lines.add(Ink.BAD.of("  " + set.location() + ": " + trouble(set))));
        result.listing()
                .unread()
                .forEach((path, why) -> lines.add(Ink.CAUTION.of("  could not look into " + path + ": " + why)));
        return lines;
    }

    private static void held(Hold hold, List<CatalogCollection> collections, Lines lines) {
        collections.stream()
                .filter(collection -> collection.sets().stream()
                        .flatMap(set -> set.facts().stream())
                        .anyMatch(facts -> HoldRule.means(hold, facts)))
                .forEach(collection -> lines.add("  " + Words.id(collection.id()) + ": " + HoldRule.words(hold)));
    }

    private static void collection(CatalogCollection collection, Table table) {
        table.row(
                Words.id(collection.id()),
                Figures.at(collection.created()),
                collection.database(),
                Words.list(collection.sets().stream()
                        .flatMap(set -> set.facts().stream())
                        .map(SetFacts::archive)
                        .toList()),
                state(collection.state()),
                elements(collection),
                collection.newestCut().map(Object::toString).orElse("-"),
                Words.size(size(collection.sets())),
                collection.locations().get(0) + (collection.sets().size() > 1 ? " …" : ""));
    }

    /** {@code full, 2 inc, 3 jnl}. */
    private static String elements(CatalogCollection collection) {
        List<String> counts = new ArrayList<>();
        collection.run().ifPresent(run -> counts.add("full"));
        count(collection, HotCopyType.INCREMENTAL, "inc").ifPresent(counts::add);
        count(collection, HotCopyType.JOURNAL, "jnl").ifPresent(counts::add);
        return counts.isEmpty() ? "-" : String.join(", ", counts);
    }

    private static Optional<String> count(CatalogCollection collection, HotCopyType type, String word) {
        long runs =
                collection.later().stream().filter(run -> run.type() == type).count();
        return runs == 0 ? Optional.empty() : Optional.of(runs + " " + word);
    }

    private static AttributedString state(SetState state) {
        return switch (state) {
            case COMPLETE -> Ink.GOOD.of(state.words());
            case INCOMPLETE, HALF_MADE, EXPIRED -> Ink.CAUTION.of(state.words());
            case UNREADABLE, TOO_NEW, DAMAGED -> Ink.BAD.of(state.words());
        };
    }

    private static ByteSize size(List<CatalogSet> sets) {
        return sets.stream()
                .flatMap(set -> set.facts().stream())
                .flatMap(facts -> facts.elements().stream())
                .map(ElementFacts::size)
                .reduce(new ByteSize(0), ByteSize::plus);
    }

    static Lines described(DescribeResult result) {
        Lines lines = new Lines();
        if (result.planned()) {
            lines.add(Words.planned(), Ink.PLAIN.of("describe the backup planned before"));
        }
        result.described().forEach(one -> described(one, lines));
        return lines;
    }

    private static void described(Described one, Lines lines) {
        one.selection().collection().ifPresent(collection -> collection(collection, lines));
        one.selection().sets().forEach(set -> set(set, lines));
        coverage(one.coverage(), lines);
    }

    static void coverage(Coverage coverage, Lines lines) {
        coverage.lineages().forEach(life -> coverage(life, lines));
    }

    private static void coverage(Coverage.OfLineage life, Lines lines) {
        life.ranges()
                .forEach((group, ranges) -> lines.add("  " + group + " can be restored to " + Words.ranges(ranges)
                        + " of lineage " + life.lineage()));
        life.ranges().forEach((group, ranges) -> {
            List<TargetRange> gaps = Coverage.gaps(ranges);
            if (!gaps.isEmpty()) {
                lines.add(
                        Ink.CAUTION.of("  " + group + " cannot be restored to " + Words.ranges(gaps) + " in between"));
            }
        });
        if (!life.whole().isEmpty() && life.ranges().values().stream().anyMatch(one -> !one.equals(life.whole()))) {
            lines.add("  all storage groups together can be restored to " + Words.ranges(life.whole()));
        }
    }

    private static void collection(CatalogCollection collection, Lines lines) {
        lines.gap()
                .add(
                        Ink.STRONG.of("collection " + collection.id()),
                        Ink.PLAIN.of(" of " + collection.database() + ", " + Figures.at(collection.created()) + ", "),
                        state(collection.state()));
        collection.run().ifPresent(run -> run(run, lines));
        collection.later().forEach(run -> later(run, lines));
        collection.trouble().forEach(trouble -> lines.add(Ink.CAUTION.of("  " + trouble)));
    }

    private static void run(CopyRun run, Lines lines) {
        lines.add("  every archive at commit " + run.cut() + ", lineage " + run.lineage() + ", "
                + (run.isComplete()
                        ? "all " + run.members().size() + " archives here"
                        : run.present().size() + " of " + run.members().size() + " archives here"));
    }

    private static void later(CopyRun run, Lines lines) {
        String members = run.present().stream()
                .map(part -> part.archive() + " in " + part.base().directory())
                .collect(Collectors.joining(", "));
        lines.add("  " + run.type().word() + " " + run.id() + ": archive " + members + ", at commit " + run.cut()
                + (run.isUsable() ? "" : ", half published"));
    }

    private static void set(CatalogSet set, Lines lines) {
        Optional<SetFacts> facts = set.facts();
        lines.add(
                Ink.PLAIN.of("  "
                        + facts.map(known -> "archive " + known.archive() + " (" + Words.groups(known.storageGroups())
                                        + ") in ")
                                .orElse("")),
                Ink.STRONG.of(set.location().toString()),
                Ink.PLAIN.of(", "),
                state(set.state()));
        set.trouble().ifPresent(trouble -> lines.add(Ink.CAUTION.of("    " + trouble)));
        facts.ifPresent(known -> known.elements().forEach(element -> element(element, lines)));
    }

    private static void element(ElementFacts element, Lines lines) {
        lines.add("    " + element.directory() + ": " + element.type().word() + ", " + element.size() + ", "
                + Words.commits(element) + ", " + Figures.at(element.began()) + " to "
                + Figures.at(element.ended()));
    }

    private static String trouble(CatalogSet set) {
        return set.state().words() + set.trouble().map(what -> ": " + what).orElse("");
    }
}
