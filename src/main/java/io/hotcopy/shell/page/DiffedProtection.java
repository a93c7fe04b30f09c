package io.hotcopy.shell.page;

import io.hotcopy.shell.screen.Ink;
import io.hotcopy.shell.screen.Lines;
import io.hotcopy.shell.screen.Table;
import io.hotcopy.verb.PlanDiffResult;
import io.hotcopy.verb.ProtectionChange;
import io.hotcopy.verb.ProtectionChange.Figure;
import io.hotcopy.verb.ProtectionChange.Level;
import java.util.Optional;
import java.util.function.Function;

/** What an edit does to rpo and rto; nothing of policies without a schedule. */
final class DiffedProtection {

    private DiffedProtection() {}

    static Lines of(PlanDiffResult result) {
        Lines lines = new Lines();
        if (!result.protection().isEmpty()) {
            lines.addAll(table(result));
        }
        result.protection().forEach(change -> verdict(change, lines));
        result.unproven().forEach(why -> lines.add(Ink.CAUTION.of("warning: "), Ink.PLAIN.of(why)));
        return lines;
    }

    private static Lines table(PlanDiffResult result) {
        Table table = new Table("worst in " + Words.count(result.provenDays(), "day"), "before", "after");
        for (ProtectionChange change : result.protection()) {
            String name = change.policy() + " " + change.objective();
            table.row(name + ", no failure", calm(change.before()), calm(change.after()));
            table.row(name + ", one failure", struck(change.before()), struck(change.after()));
        }
        return table.lines();
    }

    private static String calm(Optional<Level> level) {
        return figure(level, Level::withoutFailure, figure -> "");
    }

    private static String struck(Optional<Level> level) {
        return figure(level, Level::underFailure, figure -> " (" + figure.failure() + ")");
    }

    private static String figure(
            Optional<Level> level, Function<Level, Figure> which, Function<Figure, String> remark) {
        return level.map(which)
                .map(figure -> ProofWords.time(figure.time()) + remark.apply(figure))
                .orElse("-");
    }

    private static void verdict(ProtectionChange change, Lines lines) {
        String promise = change.after()
                .flatMap(Level::promised)
                .map(most -> change.objective() + " " + ProofWords.time(most))
                .orElse(change.objective());
        if (change.broken()) {
            boolean isNew = change.before().flatMap(Level::promised).isEmpty();
            lines.add(Ink.BAD.of(change.policy() + (isNew ? " does not keep " : " no longer keeps ") + promise));
        } else if (change.mended()) {
            lines.add(Ink.GOOD.of(
                    change.after().flatMap(Level::promised).isPresent()
                            ? change.policy() + " keeps " + promise + " now"
                            : change.policy() + " no longer promises an " + change.objective()
                                    + ", which it did not keep"));
        }
    }
}
