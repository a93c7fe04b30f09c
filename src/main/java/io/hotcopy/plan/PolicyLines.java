package io.hotcopy.plan;

import io.hotcopy.model.BackupGroup;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.OnArchiveDown;
import io.hotcopy.model.OnFailure;
import io.hotcopy.model.OnMissed;
import io.hotcopy.model.Reactions;
import io.hotcopy.model.Retention;
import io.hotcopy.timetable.Timetable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a policy says, line by line, in words in which two can be compared. */
final class PolicyLines {
    private final Map<String, String> lines = new LinkedHashMap<>();

    private PolicyLines() {}

    /** The text after the word of each line, in the order of the language. */
    static Map<String, String> of(BackupPolicy policy) {
        PolicyLines said = new PolicyLines();
        said.lines.put("protects", policy.protects().toString());
        said.lines.put("timeZone", policy.timeZone().toString());
        said.put("objectives", objectives(policy));
        policy.backupGroups().forEach(group -> said.lines.put("backupGroup " + group.name(), archives(group)));
        policy.runs()
                .forEach(line -> said.lines.put(
                        line.type().word(),
                        line.schedule().map(Timetable::words).orElse("when asked")));
        said.reactions(policy.reactions());
        said.lines.put("outage", Words.said(policy.outage()));
        said.lines.put("directory", policy.directory().text());
        policy.retention().ifPresent(retention -> said.put("retain", retention(retention)));
        policy.holds()
                .forEach(hold -> said.lines.put(
                        "hold " + hold.set(),
                        hold.until().map(at -> "until " + at + ", ").orElse("") + hold.because()));
        return said.lines;
    }

    private void put(String word, List<String> parts) {
        if (!parts.isEmpty()) {
            lines.put(word, String.join(", ", parts));
        }
    }

    private static List<String> objectives(BackupPolicy policy) {
        List<String> parts = new ArrayList<>();
        time("rpo", policy.objectives().rpo(), parts);
        time("rto", policy.objectives().rto(), parts);
        return parts;
    }

    private static void time(String name, Optional<Duration> time, List<String> parts) {
        time.ifPresent(value -> parts.add(name + " " + Words.said(value)));
    }

    private static String archives(BackupGroup group) {
        return Words.archives(group.archives()) + (group.shared() ? ", shared" : "");
    }

    private void reactions(Reactions reactions) {
        lines.put("onNoBaseSet", reactions.onNoBaseSet().word());
        lines.put("onJournalSuspended", reactions.onJournalSuspended().word());
        lines.put("onArchiveDown", word(reactions.onArchiveDown()));
        lines.put("onOverlap", reactions.onOverlap().word());
        lines.put(
                "onFailure",
                reactions.onFailure() instanceof OnFailure.Retry retry
                        ? "retry, times " + retry.times() + ", after " + Words.said(retry.after())
                        : "fail");
        lines.put(
                "onMissed",
                reactions.onMissed() instanceof OnMissed.Skip skip ? "skip, after " + Words.said(skip.after()) : "run");
    }

    private static String word(OnArchiveDown reaction) {
        if (reaction instanceof OnArchiveDown.Instead instead) {
            return instead.backupGroup();
        }
        return reaction instanceof OnArchiveDown.Skip ? "skip" : "fail";
    }

    private static List<String> retention(Retention retention) {
        List<String> parts = new ArrayList<>();
        time("recoveryWindow", retention.recoveryWindow(), parts);
        parts.add("minimum " + retention.minimum());
        count("daily", retention.daily(), parts);
        count("weekly", retention.weekly(), parts);
        count("monthly", retention.monthly(), parts);
        return parts;
    }

    private static void count(String name, int count, List<String> parts) {
        if (count > 0) {
            parts.add(name + " " + count);
        }
    }
}
