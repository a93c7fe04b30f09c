package io.hotcopy.shell.page;

import io.hotcopy.model.BackupGroup;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.Hold;
import io.hotcopy.model.Objectives;
import io.hotcopy.model.Retention;
import io.hotcopy.model.RunLine;
import io.hotcopy.model.Schedule;
import io.hotcopy.shell.screen.Ink;
import io.hotcopy.shell.screen.Lines;
import io.hotcopy.timetable.Timetable;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One policy as {@code show policies} tells it. */
final class PolicyPage {
    private PolicyPage() {}

    static void add(BackupPolicy policy, Lines lines) {
        lines.gap().add(Ink.STRONG.of("policy " + policy.name()), Ink.PLAIN.of(" protects " + policy.protects()));
        policy.backupGroups().forEach(group -> lines.add("  " + group(group)));
        if (policy.runs().stream().allMatch(run -> run.schedule().isEmpty())) {
            String types = policy.runs().stream().map(run -> run.type().word()).collect(Collectors.joining(", "));
            lines.add("  takes " + types + " when asked, into " + directory(policy));
        } else {
            policy.runs().forEach(run -> lines.add("  takes " + run(run, policy.timeZone())));
            lines.add("  into " + directory(policy));
        }
        objectives(policy.objectives(), lines);
        policy.retention().ifPresent(retention -> lines.add("  keeps " + retention(retention)));
        policy.holds().forEach(hold -> lines.add("  holds " + hold(hold, policy.timeZone())));
    }

    private static String group(BackupGroup group) {
        return "backup group " + group.name() + ": archives " + Words.list(group.archives())
                + (group.shared() ? ", on shared storage" : "");
    }

    private static String directory(BackupPolicy policy) {
        return policy.directory()
                .base()
                .resolve(policy.directory().text())
                .normalize()
                .toString();
    }

    /** {@code full Sun 01:00 Europe/Berlin}; an interval is the same in every time zone. */
    private static String run(RunLine run, ZoneId zone) {
        return run.type().word() + " "
                + run.schedule()
                        .map(schedule -> Timetable.words(schedule)
                                + (schedule instanceof Schedule.Every ? "" : " " + zone.getId()))
                        .orElse("when asked");
    }

    private static void objectives(Objectives objectives, Lines lines) {
        List<String> promises = new ArrayList<>();
        objectives.rpo().ifPresent(rpo -> promises.add("rpo " + Words.time(rpo)));
        objectives.rto().ifPresent(rto -> promises.add("rto " + Words.time(rto)));
        if (!promises.isEmpty()) {
            lines.add("  promises " + String.join(", ", promises));
        }
    }

    private static String retention(Retention retention) {
        List<String> parts = new ArrayList<>();
        retention.recoveryWindow().ifPresent(window -> parts.add("every commit of the last " + Words.time(window)));
        parts.add("at least " + Words.count(retention.minimum(), "collection"));
        add(parts, retention.daily(), "day");
        add(parts, retention.weekly(), "week");
        add(parts, retention.monthly(), "month");
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, int number, String unit) {
        if (number > 0) {
            parts.add("the last collection of " + Words.count(number, unit));
        }
    }

    private static String hold(Hold hold, ZoneId zone) {
        String until = hold.until()
                .map(end -> " until " + DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(end.atZone(zone)))
                .orElse("");
        return hold.set() + until + ": " + hold.because();
    }
}
