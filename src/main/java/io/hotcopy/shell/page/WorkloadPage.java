package io.hotcopy.shell.page;

import io.hotcopy.embedded.DatabaseStatistics;
import io.hotcopy.shell.screen.Figures;
import io.hotcopy.shell.screen.Ink;
import io.hotcopy.shell.screen.Lines;
import io.hotcopy.verb.WorkloadCheckResult;
import io.hotcopy.verb.WorkloadResult;
import io.hotcopy.workload.BankFigures;
import io.hotcopy.workload.BankVerdict;
import java.time.Duration;
import java.util.Locale;

/** What the bank does, and whether a restored state equals its ledger. */
final class WorkloadPage {
    private WorkloadPage() {}

    static Lines status(WorkloadResult result) {
        if (result.planned()) {
            return new Lines().add("workload: nothing works in a dry run");
        }
        if (result.figures().isEmpty()) {
            return new Lines().add("no workload was started here; workload start begins one");
        }
        Lines lines = new Lines();
        BankFigures figures = result.figures().get();
        lines.add(
                Ink.PLAIN.of("workload: "),
                figures.running() ? Ink.GOOD.of("running") : Ink.CAUTION.of("stopped"),
                Ink.PLAIN.of(String.format(
                        Locale.ROOT,
                        ", %,d accounts, %,d transfers (%,d across storage groups), %,.0f a second",
                        figures.accounts(),
                        figures.commits(),
                        figures.crossing(),
                        figures.commitsPerSecond())));
        result.statistics().ifPresent(statistics -> lines.add(latency(statistics)));
        return lines;
    }

    private static String latency(DatabaseStatistics statistics) {
        return String.format(
                Locale.ROOT,
                "  commit latency: half within %s, 99 of 100 within %s; stable through commit %d",
                milliseconds(statistics.median()),
                milliseconds(statistics.p99()),
                statistics.stable().value());
    }

    private static String milliseconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f ms", time.toNanos() / 1e6);
    }

    static Lines checked(WorkloadCheckResult result) {
        if (result.planned()) {
            return new Lines().add(Words.planned(), Ink.PLAIN.of("compare " + result.name() + " with the ledger"));
        }
        BankVerdict verdict = result.verdict().orElseThrow();
        Lines lines = new Lines();
        lines.add(
                verdict.equal() ? Ink.GOOD.of("equal") : Ink.BAD.of("DIFFERENT"),
                Ink.PLAIN.of(": " + result.name() + " against the ledger through commit " + verdict.through() + ": "
                        + Figures.grouped(verdict.accounts()) + " accounts, "
                        + Figures.grouped(verdict.transfers()) + " transfers, sum "
                        + Figures.grouped(verdict.sum()) + " of " + Figures.grouped(verdict.expectedSum())));
        verdict.differences().forEach(difference -> lines.add("  " + difference));
        if (verdict.differing() > verdict.differences().size()) {
            lines.add("  " + Figures.grouped(verdict.differing()) + " accounts differ in all");
        }
        return lines;
    }
}
