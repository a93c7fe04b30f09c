package io.hotcopy.dsl;

import io.hotcopy.model.BackupGroup;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.DirectoryPattern;
import io.hotcopy.model.Hold;
import io.hotcopy.model.Objectives;
import io.hotcopy.model.Retention;
import io.hotcopy.model.RunLine;
import io.hotcopy.model.Schedule;
import io.hotcopy.term.ArchiveId;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** The words inside the policy that declare it. */
final class PolicyModelWords {
    private final BackupPolicy policy;
    private final List<Word> words = new ArrayList<>();

    private PolicyModelWords(BackupPolicy policy) {
        this.policy = policy;
    }

    /** @param directory where relative paths start */
    static List<Word> of(BackupPolicy policy, Path directory) {
        return new PolicyModelWords(policy).all(directory);
    }

    private List<Word> all(Path directory) {
        add(Written.word("protects").placed(Written.text(policy.protects().toString())));
        boolean hasSchedule = policy.isScheduled();
        if (hasSchedule || !policy.timeZone().equals(BackupPolicy.DEFAULT_TIME_ZONE)) {
            add(Written.word("timeZone").placed(Written.text(policy.timeZone().getId())));
        }
        objectives(policy.objectives());
        policy.backupGroups().forEach(this::backupGroup);
        policy.runs().forEach(this::run);
        words.addAll(ReactionModelWords.of(policy.reactions()));
        if (!policy.outage().equals(BackupPolicy.DEFAULT_OUTAGE)) {
            add(Written.word("outage").placed(Written.duration(policy.outage())));
        }
        policy.retention().ifPresent(this::retain);
        policy.holds().forEach(this::hold);
        add(Written.word("directory").placed(Written.text(pattern(policy.directory(), directory))));
        return words;
    }

    private void add(Written word) {
        words.add(word.done());
    }

    private void objectives(Objectives objectives) {
        Written word = Written.word("objectives");
        objectives.rpo().ifPresent(rpo -> word.named("rpo", Written.duration(rpo)));
        objectives.rto().ifPresent(rto -> word.named("rto", Written.duration(rto)));
        if (!objectives.equals(Objectives.NONE)) {
            add(word);
        }
    }

    private void backupGroup(BackupGroup group) {
        List<Integer> archives = group.archives().stream().map(ArchiveId::value).toList();
        Written word = Written.word("backupGroup")
                .placed(Written.text(group.name()))
                .named("archives", Written.numbers(archives));
        add(group.shared() ? word.named("shared", Written.truth()) : word);
    }

    private void run(RunLine line) {
        Written word = Written.word(line.type().word());
        line.schedule().ifPresent(schedule -> schedule(word, schedule));
        add(word);
    }

    private static void schedule(Written word, Schedule schedule) {
        if (schedule instanceof Schedule.At at) {
            word.named("at", Written.text(AtText.written(at)));
        } else if (schedule instanceof Schedule.Every every) {
            word.named("every", Written.duration(every.interval()));
            if (every.interleaved()) {
                word.named("interleaved", Written.truth());
            }
        } else if (schedule instanceof Schedule.Cron cron) {
            word.named("cron", Written.text(cron.expression()));
        }
    }

    private void retain(Retention retention) {
        Written word = Written.word("retain");
        retention.recoveryWindow().ifPresent(window -> word.named("recoveryWindow", Written.duration(window)));
        word.named("minimum", Written.number(retention.minimum()));
        count(word, "daily", retention.daily());
        count(word, "weekly", retention.weekly());
        count(word, "monthly", retention.monthly());
        add(word);
    }

    private static void count(Written word, String argument, int count) {
        if (count > 0) {
            word.named(argument, Written.number(count));
        }
    }

    private void hold(Hold hold) {
        Written word = Written.word("hold").placed(Written.text(hold.set()));
        hold.until().ifPresent(until -> word.named("until", Written.text(until(until, policy.timeZone()))));
        add(word.named("because", Written.text(hold.because())));
    }

    /** A day if one begins then, else the instant. */
    private static String until(Instant until, ZoneId zone) {
        ZonedDateTime local = until.atZone(zone);
        boolean isMidnight = local.toLocalTime().equals(LocalTime.MIDNIGHT)
                && local.toLocalDate().atStartOfDay(zone).toInstant().equals(until);
        return isMidnight
                ? local.toLocalDate().toString()
                : local.toOffsetDateTime().toString();
    }

    private static String pattern(DirectoryPattern pattern, Path directory) {
        String base = RelativePath.of(pattern.base(), directory);
        return pattern.text().startsWith("/") || base.equals(".") ? pattern.text() : base + "/" + pattern.text();
    }
}
