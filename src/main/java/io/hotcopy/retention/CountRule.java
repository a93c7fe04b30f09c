package io.hotcopy.retention;

import io.hotcopy.model.BackupGroup;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.Retention;
import io.hotcopy.retention.Reason.Kind;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/** Of each backup group so many complete collections stay: the newest, and the last of days, weeks and months. */
final class CountRule {

    private final Stock stock;
    private final Reasons reasons;

    CountRule(Stock stock, Reasons reasons) {
        this.stock = stock;
        this.reasons = reasons;
    }

    /** Speaks for the backup groups of a policy. */
    void keep(BackupPolicy policy, Retention retention) {
        for (BackupGroup group : policy.backupGroups()) {
            List<Gathered> newestFirst = stock.completeOf(new TreeSet<>(group.archives())).stream()
                    .sorted(Comparator.comparing(Gathered::fullCutAt).reversed())
                    .toList();
            keepNewest(newestFirst, retention.minimum());
            Function<Gathered, LocalDate> day = collection ->
                    collection.fullCutAt().atZone(policy.timeZone()).toLocalDate();
            keepLast(newestFirst, retention.daily(), Kind.DAILY, "the day ", day);
            keepLast(newestFirst, retention.weekly(), Kind.WEEKLY, "the week from ", day.andThen(CountRule::monday));
            keepLast(
                    newestFirst,
                    retention.monthly(),
                    Kind.MONTHLY,
                    "the month from ",
                    day.andThen(date -> date.withDayOfMonth(1)));
        }
    }

    private void keepNewest(List<Gathered> newestFirst, int minimum) {
        String words = minimum == 1
                ? "it is the newest complete one"
                : "it is one of the newest " + minimum + " complete ones";
        newestFirst.stream().limit(minimum).forEach(collection -> reasons.keep(collection, Kind.MINIMUM, words));
    }

    /** Days, weeks and months without a complete collection do not count. */
    private void keepLast(
            List<Gathered> newestFirst, int count, Kind kind, String what, Function<Gathered, LocalDate> period) {
        Map<LocalDate, Gathered> lastOf = new LinkedHashMap<>();
        newestFirst.forEach(collection -> lastOf.putIfAbsent(period.apply(collection), collection));
        lastOf.entrySet().stream()
                .limit(count)
                .forEach(last ->
                        reasons.keep(last.getValue(), kind, "it is the last complete one of " + what + last.getKey()));
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
