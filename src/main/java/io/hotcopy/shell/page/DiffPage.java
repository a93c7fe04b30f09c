package io.hotcopy.shell.page;

import io.hotcopy.plan.PlanDiff;
import io.hotcopy.plan.PlanDiff.Change;
import io.hotcopy.plan.PlanDiff.Moves;
import io.hotcopy.shell.screen.Figures;
import io.hotcopy.shell.screen.Ink;
import io.hotcopy.shell.screen.Lines;
import io.hotcopy.shell.screen.Table;
import io.hotcopy.term.ByteSize;
import io.hotcopy.verb.PlanDiffResult;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an edit of policies changes. */
final class DiffPage {
    private static final int WEEK = 7;

    private DiffPage() {}

    static Lines of(PlanDiffResult result) {
        if (result.equal()) {
            return new Lines().add("no difference");
        }
        PlanDiff diff = result.diff();
        Lines lines = new Lines();
        said(diff.lines(), lines);
        moves("runs", "/week", diff.runs(), diff.days(), lines);
        moves("sets begun", "/week", diff.sets(), diff.days(), lines);
        lines.gap();
        change("written in " + Words.count(diff.days(), "day"), diff.written(), lines);
        change("kept at most", diff.kept(), lines);
        Lines protection = DiffedProtection.of(result);
        return protection.isEmpty() ? lines : lines.gap().addAll(protection);
    }

    private static void said(List<PlanDiff.Line> said, Lines lines) {
        for (PlanDiff.Line line : said) {
            line.before()
                    .ifPresent(text -> lines.add(
                            Ink.BAD.of("- "), Ink.PLAIN.of(line.policy() + ": " + line.word() + "  " + text)));
            line.after()
                    .ifPresent(text -> lines.add(
                            Ink.GOOD.of("+ "), Ink.PLAIN.of(line.policy() + ": " + line.word() + "  " + text)));
        }
    }

    private static void moves(String title, String rate, List<Moves> all, int days, Lines lines) {
        if (all.isEmpty()) {
            return;
        }
        Table table = new Table(
                title + " in " + Words.count(days, "day"),
                ">added",
                ">moved",
                ">removed",
                ">before" + rate,
                ">after" + rate,
                "~first");
        all.forEach(moves -> table.row(
                moves.policy() + " " + moves.what(),
                number(moves.added()),
                number(moves.moved()),
                number(moves.removed()),
                perWeek(moves.before(), days),
                perWeek(moves.after(), days),
                first(moves)));
        lines.gap().addAll(table.lines());
    }

    private static String number(long count) {
        return count == 0 ? "-" : Figures.grouped(count);
    }

    private static String perWeek(long count, int days) {
        return String.format(Locale.ROOT, "%,.1f", count * (double) WEEK / days);
    }

    private static String first(Moves moves) {
        return at(moves.firstBefore()) + " -> " + at(moves.firstAfter());
    }

    private static String at(Optional<Instant> instant) {
        return instant.map(Figures::at).orElse("none");
    }

    private static void change(String what, Change change, Lines lines) {
        lines.add(what + ": " + size(change.before()) + " -> " + size(change.after()) + difference(change));
    }

    private static String difference(Change change) {
        if (change.before().isEmpty() || change.after().isEmpty()) {
            return "";
        }
        long more = change.after().get().bytes() - change.before().get().bytes();
        return more == 0 ? "" : " (" + (more < 0 ? "-" : "+") + new ByteSize(Math.abs(more)) + ")";
    }

    private static String size(Optional<ByteSize> size) {
        return size.map(ByteSize::toString).orElse("unknown");
    }
}
