package io.hotcopy.timetable;

import io.hotcopy.model.BackupGroup;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.RunLine;
import io.hotcopy.model.Schedule;
import io.hotcopy.term.HotCopyType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * When the runs of one policy are to begin. Immutable; may be used by several threads.
 *
 * <p>{@code every} counts elapsed time from the midnight that began 1970 in the policy's zone; interleaved over n
 * backup groups it is the i-th group's turn at every n-th of these instants. {@code at} and {@code cron} go by the wall
 * clock of the zone: a time that is leapt over when the clock is put forward counts at the first instant after, once; a
 * time that is shown twice when it is put back counts the first time, or both times for a cron expression with a
 * {@code *} or a step in its minute or hour.
 */
public final class Timetable {
    private final BackupPolicy policy;
    private final Map<HotCopyType, List<Recurrence>> recurrences = new EnumMap<>(HotCopyType.class);

    private final Map<BackupGroup, Integer> turns = new HashMap<>();

    private Timetable(BackupPolicy policy) {
        this.policy = policy;
        policy.backupGroups().forEach(group -> turns.putIfAbsent(group, turns.size()));
        policy.runs().forEach(line -> line.schedule()
                .ifPresent(schedule -> recurrences.put(line.type(), recurrences(schedule, policy))));
    }

    /** The timetable of this policy, whose cron expressions have no {@link CronText#trouble}. */
    public static Timetable of(BackupPolicy policy) {
        return new Timetable(policy);
    }

    /** One for each backup group. */
    private static List<Recurrence> recurrences(Schedule schedule, BackupPolicy policy) {
        int groups = policy.backupGroups().size();
        List<Recurrence> found = new ArrayList<>();
        Optional<Recurrence> shared = shared(schedule, policy.timeZone());
        for (int group = 0; group < groups; group++) {
            int turn = group;
            found.add(shared.orElseGet(() -> inTurn((Schedule.Every) schedule, policy.timeZone(), turn, groups)));
        }
        return List.copyOf(found);
    }

    /** That of all groups; empty when they take turns. */
    private static Optional<Recurrence> shared(Schedule schedule, ZoneId zone) {
        if (schedule instanceof Schedule.Every every) {
            return every.interleaved() ? Optional.empty() : Optional.of(inTurn(every, zone, 0, 1));
        }
        LocalPattern pattern = schedule instanceof Schedule.At at
                ? new DailyTimes(new TreeSet<>(List.of(at.time())), new WeekDays(at.days()), false)
                : CronText.pattern(((Schedule.Cron) schedule).expression());
        return Optional.of(new WallClock(pattern, zone));
    }

    private static Recurrence inTurn(Schedule.Every every, ZoneId zone, int turn, int groups) {
        Instant first = LocalDate.EPOCH.atStartOfDay(zone).toInstant();
        return new ElapsedTime(
                first.plus(every.interval().multipliedBy(turn)),
                every.interval().multipliedBy(groups));
    }

    /** The policy whose timetable this is. */
    public BackupPolicy policy() {
        return policy;
    }

    /**
     * Every occurrence later than {@code after} and not later than {@code through}, in order of time; at one instant in
     * the order of the backup groups, for one group the bigger type first.
     */
    public List<Occurrence> between(Instant after, Instant through) {
        return stream(after, through).toList();
    }

    /** As {@link #between}, found one by one while the stream is read: a long horizon takes no memory. */
    public Stream<Occurrence> stream(Instant after, Instant through) {
        return stream(policy.runs(), policy.backupGroups(), after, through);
    }

    /** As {@link #stream}, only these lines for these backup groups; the others are not even looked at. */
    public Stream<Occurrence> stream(
            Collection<RunLine> lines, Collection<BackupGroup> groups, Instant after, Instant through) {
        Set<HotCopyType> types = lines.stream().map(RunLine::type).collect(Collectors.toSet());
        SortedSet<Integer> turns = groups.stream().map(this::turn).collect(Collectors.toCollection(TreeSet::new));
        Map<HotCopyType, List<Recurrence>> some = new EnumMap<>(recurrences);
        some.keySet().retainAll(types);
        OccurrencesInOrder found = new OccurrencesInOrder(policy, some, turns, after, through);
        int traits = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(found, traits), false);
    }

    /**
     * The latest occurrence of this line for this backup group that is not later than that.
     *
     * @return empty when the line has no schedule, or never came
     */
    public Optional<Occurrence> last(RunLine line, BackupGroup group, Instant atOrBefore) {
        return recurrence(line, group)
                .flatMap(recurrence -> recurrence.atOrBefore(atOrBefore))
                .map(at -> new Occurrence(at, line.type(), group.name()));
    }

    /**
     * The first occurrence of this line for this backup group that is later than that.
     *
     * @return empty when the line has no schedule, or never comes
     */
    public Optional<Occurrence> next(RunLine line, BackupGroup group, Instant after) {
        return recurrence(line, group)
                .flatMap(recurrence -> recurrence.after(after))
                .map(at -> new Occurrence(at, line.type(), group.name()));
    }

    /**
     * The longest time between two consecutive occurrences of this line for this backup group, changes of the clock
     * aside: 7 days for a weekly run, n intervals for one that is interleaved over n groups.
     *
     * @return empty when the line has no schedule, or does not come twice
     */
    public Optional<Duration> longestGap(RunLine line, BackupGroup group) {
        return recurrence(line, group).flatMap(Recurrence::longestGap);
    }

    private Optional<Recurrence> recurrence(RunLine line, BackupGroup group) {
        return Optional.ofNullable(recurrences.get(line.type())).map(found -> found.get(turn(group)));
    }

    /** The place of a backup group in its policy. */
    private int turn(BackupGroup group) {
        return turns.get(group);
    }

    /**
     * A schedule in words for people: {@code every 1 hour, the groups in turn}, {@code Sun 01:00}, {@code cron '…'}.
     */
    public static String words(Schedule schedule) {
        return ScheduleWords.of(schedule);
    }
}
