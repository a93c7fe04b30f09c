package io.hotcopy.shell.page;

import io.hotcopy.recovery.ArchivePlan;
import io.hotcopy.recovery.RestorePlan;
import io.hotcopy.shell.screen.Figures;
import io.hotcopy.shell.screen.Ink;
import io.hotcopy.shell.screen.Lines;
import io.hotcopy.shell.screen.Table;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.StorageGroupName;
import io.hotcopy.verb.OpenResult;
import io.hotcopy.verb.PreviewResult;
import io.hotcopy.verb.RestoreResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a restore will do or did, and what was opened. */
final class RestorePage {
    private RestorePage() {}

    static Lines restored(RestoreResult result) {
        return result.took().map(took -> done(result, took)).orElseGet(() -> preview(result));
    }

    private static Lines preview(RestoreResult result) {
        Lines lines = new Lines();
        String commit = result.commit().map(number -> " at commit " + number).orElse("");
        String what = result.plan().map(plan -> plan.database().toString()).orElse("the backup planned before");
        String time = result.time().map(asked -> ", the state at " + asked).orElse("");
        String size = result.size().bytes() == 0 ? "" : ", about " + result.size();
        lines.add(Words.planned(), Ink.PLAIN.of("restore " + what + " into " + result.to() + commit + time + size));
        result.plan().ifPresent(plan -> plan(plan, lines));
        if (result.plan().isEmpty()) {
            result.archives().forEach((archive, path) -> lines.add("  archive " + archive + " in " + path));
        }
        return lines;
    }

    /** The plan alone, with what each element carries of each storage group. */
    static Lines previewed(PreviewResult result) {
        Lines lines = new Lines();
        if (result.plan().isEmpty()) {
            return lines.add(Words.planned(), Ink.PLAIN.of("plan a restore of the backup planned before"));
        }
        RestorePlan plan = result.plan().get();
        String time = result.time().map(asked -> ", the state at " + asked).orElse("");
        lines.add(
                Words.planned(),
                Ink.PLAIN.of("restore " + plan.database() + " at commit " + plan.target() + time + ", about "
                        + plan.size()));
        plan(plan, lines);
        plan.archives().forEach(archive -> covers(archive, plan.target(), lines));
        return lines;
    }

    private static void covers(ArchivePlan archive, CommitNumber target, Lines lines) {
        Table table = new Table(">archive", "storage group", "carried by");
        for (StorageGroupName group : archive.base().covers().keySet()) {
            List<String> path = new ArrayList<>();
            path.add(archive.base().directory() + " of archive " + archive.archive() + " through "
                    + CommitNumber.min(archive.base().cut(), target));
            archive.steps().stream()
                    .filter(step -> step.takes().containsKey(group))
                    .forEach(step -> path.add(step.element().directory() + " of archive "
                            + step.element().archive() + " " + step.takes().get(group)));
            table.row(archive.archive(), group, String.join(", ", path));
        }
        lines.addAll(table.lines());
    }

    private static void plan(RestorePlan plan, Lines lines) {
        Table table = new Table(">archive", ">size", "from", "through");
        plan.archives().forEach(archive -> {
            table.row(
                    archive.archive(),
                    archive.base().size(),
                    archive.set().location().resolve(archive.base().directory()),
                    "commit " + CommitNumber.min(archive.base().cut(), plan.target()));
            archive.steps()
                    .forEach(step -> table.row(
                            archive.archive(),
                            step.element().size(),
                            step.set().location().resolve(step.element().directory()),
                            "commit " + step.reached()));
        });
        lines.addAll(table.lines());
        if (!plan.missingGroups().isEmpty()) {
            lines.add(Ink.CAUTION.of(
                    "storage groups " + Words.groups(plan.missingGroups()) + " of the database are not restored"));
        }
        if (!plan.missing().isEmpty()) {
            lines.add(Ink.CAUTION.of("archives "
                    + Words.list(plan.missing().stream()
                            .map(member -> member.archive())
                            .toList())
                    + " of the collection are missing; restored are only " + Words.groups(plan.storageGroups())));
        }
        plan.passedOver()
                .forEach(run -> lines.add(Ink.CAUTION.of(
                        "passed over: run " + run.id() + " with cut " + run.cut() + ", which cannot be used")));
    }

    private static Lines done(RestoreResult result, Duration took) {
        Lines lines = new Lines();
        double rate = took.isZero() ? 0 : result.size().bytes() * 1e9 / took.toNanos();
        lines.add(
                Ink.GOOD.of("restored "),
                Ink.PLAIN.of(result.plan().orElseThrow().database() + " at commit "
                        + result.commit().orElseThrow() + ": " + result.size() + " in "
                        + Figures.seconds(took.toNanos()) + ", " + Figures.megabytesPerSecond(rate)));
        result.archives().forEach((archive, path) -> lines.add("  archive " + archive + " in " + path));
        return lines;
    }

    static Lines opened(OpenResult result) {
        if (result.planned()) {
            return new Lines().add(Words.planned(), Ink.PLAIN.of("open as " + result.name()));
        }
        String tables = result.tables().isEmpty() ? "no tables" : "tables " + String.join(", ", result.tables());
        return new Lines()
                .add(
                        Ink.GOOD.of("opened "),
                        Ink.PLAIN.of(result.database().orElseThrow() + " at commit "
                                + result.cut().orElseThrow() + " as " + result.name() + ": " + tables));
    }
}
