package io.hotcopy.shell.page;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.engine.RunReport;
import io.hotcopy.engine.RunReport.HotCopy;
import io.hotcopy.plan.LineStatus;
import io.hotcopy.plan.PlanPrinter;
import io.hotcopy.shell.screen.Figures;
import io.hotcopy.shell.screen.Ink;
import io.hotcopy.shell.screen.Lines;
import io.hotcopy.shell.screen.ProblemLines;
import io.hotcopy.shell.screen.Table;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.verb.BackupResult;
import io.hotcopy.verb.PlanResult;
import io.hotcopy.verb.PlanTextResult;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** A plan with what the rules and the disk say of it, and what came of it. */
final class BackupPage {
    private BackupPage() {}

    static Lines plan(PlanResult result) {
        Lines lines = new Lines().add(PlanPrinter.print(result.plan(), zone(result)));
        Lines around = HorizonPage.around(result);
        if (!around.isEmpty()) {
            lines.gap().addAll(around);
        }
        Lines findings = ProblemLines.of(result.problems(), result.texts());
        if (!findings.isEmpty()) {
            lines.gap().addAll(findings);
        }
        result.preflight().notChecked().forEach(sentence -> lines.add(Ink.FAINT.of(sentence)));
        return lines;
    }

    /** That of the policies when they are of one, else UTC. */
    private static ZoneId zone(PlanResult result) {
        List<ZoneId> zones =
                result.lines().stream().map(LineStatus::zone).distinct().toList();
        return zones.size() == 1 ? zones.get(0) : ZoneOffset.UTC;
    }

    static Lines written(PlanTextResult result) {
        Lines lines = plan(result.plan());
        result.file().ifPresent(file -> lines.gap()
                .add(Ink.GOOD.of("written "), Ink.PLAIN.of(file + ": apply carries it out, once")));
        return result.file().isEmpty() && result.plan().hasErrors()
                ? lines.gap().add(Ink.BAD.of("not written: it cannot be run"))
                : lines;
    }

    static Lines backup(BackupResult result) {
        if (result.planned()) {
            return new Lines()
                    .add(Words.planned(), Ink.PLAIN.of("take this backup"))
                    .addAll(plan(result.plan()));
        }
        if (result.plan().plan().isSatisfied()) {
            return plan(result.plan());
        }
        Lines lines = new Lines();
        result.hotCopies().forEach(copy -> hotCopy(copy, lines));
        if (!result.left().isEmpty()) {
            result.left().forEach(left -> HotCopyLines.status(left, lines));
            lines.add(Words.hint(), Ink.PLAIN.of("left running: status shows it, cancel ends it"));
        }
        return lines;
    }

    private static void hotCopy(HotCopy copy, Lines lines) {
        double rate = copy.duration().isZero()
                ? 0
                : copy.bytes() * 1e9 / copy.duration().toNanos();
        lines.gap()
                .add(
                        Ink.GOOD.of("taken "),
                        Ink.STRONG.of(copy.step()),
                        Ink.PLAIN.of(String.format(
                                Locale.ROOT,
                                ": %s in %s, %s, cut at commit %d, %,d commits meanwhile",
                                new ByteSize(copy.bytes()),
                                Figures.seconds(copy.duration().toNanos()),
                                Figures.megabytesPerSecond(rate),
                                copy.cut().value(),
                                copy.commitsSincePin())));
        Table table = new Table(">archive", ">size", ">MB/s", "element", "~holds", madeIn(copy.type()));
        copy.archives().forEach(archive -> archive(archive, table));
        lines.addAll(table.lines());
        lines.addAll(HotCopyLines.stages(copy.stages()));
        if (copy.type() != HotCopyType.SIMPLE) {
            lines.add((copy.type() == HotCopyType.FULL ? "collection " : "run ") + copy.run());
        }
    }

    private static String madeIn(HotCopyType type) {
        return type == HotCopyType.SIMPLE ? "~archive made" : "~set";
    }

    private static void archive(RunReport.Archive archive, Table table) {
        String rate = String.format(Locale.ROOT, "%.1f", archive.megabytesPerSecond());
        table.row(
                archive.archive(),
                new ByteSize(archive.bytes()),
                rate,
                archive.element().map(ElementFacts::directory).orElse("-"),
                archive.element().map(Words::commits).orElse("-"),
                archive.directory());
    }
}
