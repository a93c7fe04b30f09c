package io.hotcopy.plan;

import io.hotcopy.backupset.SetFacts;
import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.model.BackupGroup;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.Declarations;
import io.hotcopy.plan.PlanContext.Chosen;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.timetable.Occurrence;
import io.hotcopy.timetable.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The runs that are to begin in a span of time, with what they are expected to take. Of many only the sums of each day
 * are kept.
 *
 * @param after the instant after which it begins
 * @param through its last instant
 * @param runs in order of time within each policy; empty when they are more than {@link #ROWS}
 * @param days the sums of each day that has any
 * @param total the sums of all
 */
public record Horizon(Instant after, Instant through, List<Run> runs, List<Day> days, Sums total) {
    /** So many runs are listed one by one. */
    public static final int ROWS = 60;

    public Horizon {
        runs = List.copyOf(runs);
        days = List.copyOf(days);
    }

    /**
     * One run.
     *
     * @param at when, in the time zone of its policy
     * @param bytes what it is expected to copy; zero when unknown
     * @param time how long that is expected to take; empty when unknown
     */
    public record Run(
            String at, String policy, String backupGroup, HotCopyType type, ByteSize bytes, Optional<Duration> time) {}

    /**
     * The runs of one policy on one day of its time zone.
     *
     * @param day {@code 2026-03-29}
     */
    public record Day(String day, String policy, Sums sums) {}

    /**
     * Sums of runs.
     *
     * @param fulls how many fulls
     * @param incrementals how many incrementals
     * @param journals how many journal hot copies
     * @param bytes by how much the sets grow: the sum of all estimates that there are
     * @param time the sum of all estimates that there are
     * @param unknown of how many runs the size is not known
     */
    public record Sums(long fulls, long incrementals, long journals, ByteSize bytes, Duration time, long unknown) {
        static final Sums NONE = new Sums(0, 0, 0, new ByteSize(0), Duration.ZERO, 0);

        /** How many runs. */
        public long runs() {
            return fulls + incrementals + journals;
        }

        Sums plus(Run run) {
            return new Sums(
                    fulls + (run.type() == HotCopyType.FULL ? 1 : 0),
                    incrementals + (run.type() == HotCopyType.INCREMENTAL ? 1 : 0),
                    journals + (run.type() == HotCopyType.JOURNAL ? 1 : 0),
                    bytes.plus(run.bytes()),
                    time.plus(run.time().orElse(Duration.ZERO)),
                    unknown + (run.bytes().bytes() == 0 ? 1 : 0));
        }

        Sums plus(Sums other) {
            return new Sums(
                    fulls + other.fulls,
                    incrementals + other.incrementals,
                    journals + other.journals,
                    bytes.plus(other.bytes),
                    time.plus(other.time),
                    unknown + other.unknown);
        }
    }

    /**
     * Looks ahead.
     *
     * @param request of which policies and backup groups, and how fast they are copied
     * @param facts what is true of a database now
     * @param sets the sets of a database
     * @param past what the run ledger knows of a database's domain
     * @throws io.hotcopy.problem.HotCopyException when the request names what is not declared
     */
    public static Horizon of(
            Declarations declared,
            PlanRequest request,
            Function<DatabaseName, DatabaseFacts> facts,
            Function<DatabaseName, List<SetFacts>> sets,
            Function<DatabaseName, List<PastRun>> past,
            Instant after,
            Instant through) {
        List<Run> runs = new ArrayList<>();
        List<Day> days = new ArrayList<>();
        Map<BackupPolicy, List<Chosen>> chosen = ChosenGroups.of(declared, request).stream()
                .collect(Collectors.groupingBy(Chosen::policy, LinkedHashMap::new, Collectors.toList()));
        for (BackupPolicy policy : chosen.keySet()) {
            Set<String> groups = chosen.get(policy).stream()
                    .map(group -> group.group().name())
                    .collect(Collectors.toSet());
            DatabaseFacts known = facts.apply(policy.protects());
            Expected expected = new Expected(
                    declared,
                    policy,
                    request.pace(),
                    known,
                    new KnownSets(known, sets.apply(policy.protects()), List.of()),
                    past.apply(policy.protects()));
            try (Stream<Occurrence> all = Timetable.of(policy).stream(after, through)) {
                all.filter(run -> groups.contains(run.backupGroup()))
                        .map(expected::run)
                        .forEach(run -> add(run, runs, days));
            }
        }
        Sums total = days.stream().map(Day::sums).reduce(Sums.NONE, Sums::plus);
        return new Horizon(after, through, total.runs() > ROWS ? List.of() : runs, days, total);
    }

    private static void add(Run run, List<Run> runs, List<Day> days) {
        if (runs.size() <= ROWS) {
            runs.add(run);
        }
        String day = run.at().substring(0, run.at().indexOf('T'));
        Day last = days.isEmpty() ? null : days.get(days.size() - 1);
        if (last != null && last.day().equals(day) && last.policy().equals(run.policy())) {
            days.set(days.size() - 1, new Day(day, run.policy(), last.sums().plus(run)));
        } else {
            days.add(new Day(day, run.policy(), Sums.NONE.plus(run)));
        }
    }

    /** What runs of one policy are expected to take; asked once for each type and group. */
    private static final class Expected {
        private final Declarations declared;
        private final BackupPolicy policy;
        private final Pace pace;
        private final DatabaseFacts facts;
        private final KnownSets known;
        private final PastRuns past;
        private final PolicyTimes times;
        private final Map<String, Run> found = new HashMap<>();

        Expected(
                Declarations declared,
                BackupPolicy policy,
                Pace pace,
                DatabaseFacts facts,
                KnownSets known,
                List<PastRun> past) {
            this.declared = declared;
            this.policy = policy;
            this.pace = pace;
            this.facts = facts;
            this.known = known;
            this.past = new PastRuns(past);
            this.times = new PolicyTimes(
                    policy,
                    new ExpectedCopies(declared.database(policy.protects()).orElseThrow()));
        }

        Run run(Occurrence occurrence) {
            Run like = found.computeIfAbsent(
                    occurrence.type().word() + " " + occurrence.backupGroup(), key -> estimated(occurrence));
            return new Run(
                    DueRuns.shown(occurrence.at(), policy.timeZone()),
                    like.policy(),
                    like.backupGroup(),
                    like.type(),
                    like.bytes(),
                    like.time());
        }

        private Run estimated(Occurrence occurrence) {
            BackupGroup group = policy.backupGroup(occurrence.backupGroup()).orElseThrow();
            Estimates estimates = new Estimates(times, group, known, new PastCopies(past.of(policy, group)));
            List<ArchiveFacts> archives = StepMaker.archives(
                    new Chosen(policy, group),
                    declared.domain(policy.protects().domain()).orElseThrow(),
                    facts);
            List<ByteSize> bytes = archives.stream()
                    .map(archive -> estimates.bytes(occurrence.type(), archive))
                    .toList();
            boolean unknown = bytes.isEmpty() || bytes.contains(new ByteSize(0));
            return new Run(
                    "",
                    policy.name(),
                    group.name(),
                    occurrence.type(),
                    unknown ? new ByteSize(0) : bytes.stream().reduce(new ByteSize(0), ByteSize::plus),
                    unknown ? Optional.empty() : estimates.time(occurrence.type(), bytes, pace));
        }
    }
}
