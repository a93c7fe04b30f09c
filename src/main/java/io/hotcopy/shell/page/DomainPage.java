package io.hotcopy.shell.page;

import io.hotcopy.embedded.StartReport;
import io.hotcopy.shell.screen.Figures;
import io.hotcopy.shell.screen.Ink;
import io.hotcopy.shell.screen.Lines;
import io.hotcopy.verb.ServeResult;
import io.hotcopy.verb.StartResult;
import io.hotcopy.verb.StopResult;

/** What {@code start} and {@code stop} did. */
final class DomainPage {
    private DomainPage() {}

    static Lines started(StartResult result) {
        if (result.planned()) {
            return new Lines().add(Words.planned(), Ink.PLAIN.of("start domain " + result.domain()));
        }
        Lines lines = new Lines();
        lines.add(Ink.GOOD.of("started "), Ink.PLAIN.of("domain " + result.domain()));
        result.reports().forEach(report -> database(report, lines));
        return lines;
    }

    static Lines served(ServeResult result) {
        if (result.planned()) {
            return new Lines().add(Words.planned(), Ink.PLAIN.of("serve domain " + result.domain()));
        }
        Lines lines = new Lines();
        lines.add(Ink.GOOD.of("serving "), Ink.PLAIN.of("domain " + result.domain() + " at " + result.address()));
        result.reports().forEach(report -> database(report, lines));
        return lines.add("  Ctrl-C or SIGTERM stops it; meanwhile every hotcopy of this machine works with it");
    }

    private static void database(StartReport report, Lines lines) {
        lines.add("  database " + report.database().database() + ": " + begun(report) + ", every commit through "
                + Figures.grouped(report.through().value()) + " is here");
        if (report.voided() > 0) {
            lines.add("  " + Figures.grouped(report.voided())
                    + " commits were in doubt and are void; none of them had been acknowledged");
        }
        report.absent().forEach((archive, absence) -> {
            lines.add(
                    Ink.PLAIN.of("  archive " + archive + " is "),
                    Words.state(absence.state()),
                    Ink.PLAIN.of(": " + absence.reason()));
            lines.add(Words.hint(), Ink.PLAIN.of(absence.hint()));
        });
        report.returned()
                .forEach((archive, returned) -> lines.add(Ink.PLAIN.of("  archive " + archive + ": "
                        + returned.before().reason() + "; it came back by SYNC of "
                        + returned.sync().bytes())));
        report.undeclared().forEach(difference -> lines.add("  " + difference));
        report.losses().forEach(loss -> lines.add(Ink.CAUTION.of("  " + loss)));
    }

    private static String begun(StartReport report) {
        return switch (report.begun()) {
            case CONTINUED -> "goes on in lineage " + report.lineage();
            case CREATED -> "created, lineage " + report.lineage();
            case RESTORED -> "begun on restored archives, new lineage " + report.lineage();
            case FORCED -> "forced, new lineage " + report.lineage();
        };
    }

    static Lines stopped(StopResult result) {
        return result.planned()
                ? new Lines().add(Words.planned(), Ink.PLAIN.of("stop domain " + result.domain()))
                : new Lines().add(Ink.GOOD.of("stopped "), Ink.PLAIN.of("domain " + result.domain()));
    }
}
