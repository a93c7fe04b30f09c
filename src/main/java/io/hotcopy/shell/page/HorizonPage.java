package io.hotcopy.shell.page;

import io.hotcopy.plan.Horizon;
import io.hotcopy.plan.Horizon.Sums;
import io.hotcopy.plan.LeftOut;
import io.hotcopy.plan.LineStatus;
import io.hotcopy.plan.PastRun;
import io.hotcopy.shell.screen.Figures;
import io.hotcopy.shell.screen.Ink;
import io.hotcopy.shell.screen.Lines;
import io.hotcopy.shell.screen.Table;
import io.hotcopy.verb.HorizonResult;
import io.hotcopy.verb.PlanResult;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** When runs are to begin: those of the days to come, and the next of each line. */
final class HorizonPage {
    private HorizonPage() {}

    static Lines of(HorizonResult result) {
        Horizon horizon = result.horizon();
        long days = Duration.between(horizon.after(), horizon.through()).toDays();
        Sums total = horizon.total();
        Lines lines = new Lines()
                .add("the next " + (days == 1 ? "day" : days + " days") + ": " + runs(total) + ", "
                        + (total.unknown() == total.runs()
                                ? "their size is unknown"
                                : "the sets grow by " + size(total)));
        if (total.runs() == 0) {
            return lines.add(Ink.FAINT.of("no line of these policies has a schedule that comes in this time"));
        }
        return lines.gap().addAll(horizon.runs().isEmpty() ? byDay(horizon) : oneByOne(horizon));
    }

    private static String runs(Sums sums) {
        return Words.count(sums.runs(), "run") + " (" + sums.fulls() + " full, " + sums.incrementals()
                + " incremental, " + sums.journals() + " journal)";
    }

    private static String size(Sums sums) {
        return sums.bytes() + (sums.unknown() == 0 ? "" : " and that of " + sums.unknown() + " more");
    }

    private static Lines oneByOne(Horizon horizon) {
        Table table = new Table("begins", "policy", "group", "type", ">size", ">time");
        horizon.runs()
                .forEach(run -> table.row(
                        run.at(),
                        run.policy(),
                        run.backupGroup(),
                        run.type().word(),
                        Words.size(run.bytes()),
                        run.time().map(HorizonPage::seconds).orElse("")));
        return table.lines();
    }

    private static Lines byDay(Horizon horizon) {
        Table table = new Table("day", "policy", ">full", ">incremental", ">journal", ">size", ">time");
        horizon.days()
                .forEach(day -> table.row(
                        day.day(),
                        day.policy(),
                        day.sums().fulls(),
                        day.sums().incrementals(),
                        day.sums().journals(),
                        Words.size(day.sums().bytes()),
                        seconds(day.sums().time())));
        return table.lines();
    }

    private static String seconds(Duration time) {
        return Math.max(1, time.toSeconds()) + " s";
    }

    /** What is left out of a plan, and when the lines run next if there is nothing to do. */
    static Lines around(PlanResult result) {
        Lines lines = new Lines();
        for (LeftOut left : result.plan().leftOut()) {
            lines.add(
                    Ink.FAINT.of("left out "),
                    Ink.PLAIN.of(left.policy() + "/" + left.backupGroup() + "/"
                            + left.type().word() + ": " + left.because()));
        }
        return result.plan().isSatisfied() ? lines.addAll(next(result.lines())) : lines;
    }

    private static Lines next(List<LineStatus> all) {
        Table table = new Table("policy", "group", "line", "~schedule", "~last good run", "next");
        all.stream()
                .filter(line -> line.next().isPresent())
                .forEach(line -> table.row(
                        line.policy(),
                        line.backupGroup(),
                        line.line().word(),
                        line.schedule().orElse(""),
                        shown(line.lastGood(), line.zone())
                                + line.lastFailure().map(HorizonPage::failed).orElse(""),
                        shown(line.next(), line.zone())));
        return table.isEmpty() ? new Lines() : table.lines();
    }

    private static String failed(PastRun run) {
        return ", " + run.outcome().word() + " since";
    }

    private static String shown(Optional<Instant> instant, ZoneId zone) {
        return instant.map(at -> Figures.at(at, zone)).orElse("never");
    }
}
