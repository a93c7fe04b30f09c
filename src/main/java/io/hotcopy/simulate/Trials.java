package io.hotcopy.simulate;

import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.Region;
import io.hotcopy.model.StorageManager;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.simulate.Failure.RegionLost;
import io.hotcopy.simulate.Failure.RunFailed;
import io.hotcopy.simulate.Failure.StorageManagerDown;
import io.hotcopy.simulate.Trial.Attempt;
import io.hotcopy.term.HotCopyType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which failures are tried, and at which moments each: those asked for, else every single one of the model. */
final class Trials {
    private final Stage stage;
    private final Search.Span span;
    private final Baseline baseline;
    private final Restores.Longest longest;
    private final ProofRequest request;
    private final Map<Integer, Trial> outages = new LinkedHashMap<>();
    private final Moments moments;
    private final GroupTimes times;

    private Trials(Stage stage, Search.Span span, Baseline baseline, Restores.Longest longest, ProofRequest request) {
        this.stage = stage;
        this.span = span;
        this.baseline = baseline;
        this.longest = longest;
        this.request = request;
        this.times = new GroupTimes(stage, baseline.measures().log());
        this.moments = new Moments(stage, times, span.from(), span.through());
    }

    /** Those of the request; none when only the schedule without failure is asked for. */
    static List<Trial> of(
            Stage stage, Search.Span span, Baseline baseline, Restores.Longest longest, ProofRequest request) {
        List<AssumedFailure> asked = (request.failures().isEmpty() ? single(stage) : request.failures())
                .stream()
                        .filter(assumed -> !(assumed.failure() instanceof Failure.None))
                        .toList();
        if (asked.isEmpty()) {
            return List.of();
        }
        Trials making = new Trials(stage, span, baseline, longest, request);
        List<Trial> trials = new ArrayList<>();
        asked.forEach(failure -> making.add(failure, trials));
        return trials;
    }

    private static List<AssumedFailure> single(Stage stage) {
        List<AssumedFailure> failures = new ArrayList<>();
        stage.layout().managers().stream()
                .map(StorageManager::archive)
                .sorted()
                .map(StorageManagerDown::new)
                .map(AssumedFailure::of)
                .forEach(failures::add);
        stage.layout().domain().regions().stream()
                .map(region -> AssumedFailure.of(new RegionLost(region.name())))
                .forEach(failures::add);
        for (HotCopyType type : HotCopyType.values()) {
            failures.add(AssumedFailure.of(new RunFailed(type)));
        }
        return failures;
    }

    private void add(AssumedFailure failure, List<Trial> trials) {
        if (failure.failure() instanceof StorageManagerDown down) {
            addOutage(stage.layout().manager(down.archive()), failure, trials);
        } else if (failure.failure() instanceof RegionLost lost) {
            trials.add(trial(World.NONE, failure, losses(region(lost.region()), failure)));
        } else if (failure.failure() instanceof RunFailed run) {
            for (int policy = 0; policy < stage.layout().policies().size(); policy++) {
                List<Attempt> attempts = failedRuns(policy, run.line(), failure);
                if (!attempts.isEmpty()) {
                    trials.add(trial(policy, failure, attempts));
                }
            }
        }
    }

    /** Of storage managers that all comes to the same for, one is searched. */
    private void addOutage(int manager, AssumedFailure failure, List<Trial> trials) {
        Optional<Integer> like = failure.from().isPresent()
                ? Optional.empty()
                : outages.keySet().stream()
                        .filter(other -> areAlike(other, manager))
                        .findFirst();
        Trial trial = like.map(other -> outages.get(other).alike(failure, manager))
                .orElseGet(() -> trial(World.NONE, failure, outages(manager, failure)));
        if (failure.from().isEmpty() && like.isEmpty()) {
            outages.put(manager, trial);
        }
        trials.add(trial);
    }

    /** Both are copied by the same backup groups, as big and as fast, and the database goes on without either. */
    private boolean areAlike(int one, int other) {
        return stage.layout().groups().stream().allMatch(group -> group.has(one) == group.has(other))
                && stage.times().areAlike(one, other)
                && goesOnWithout(one)
                && goesOnWithout(other);
    }

    private boolean goesOnWithout(int manager) {
        return new Processes(stage).whyItStops(Disturbance.down(manager, 0, 1)).isEmpty();
    }

    private Trial trial(long policy, AssumedFailure failure, List<Attempt> attempts) {
        LossWatch loss = baseline.measures().loss().fresh(span.from());
        loss.worseOf(baseline.measures().loss());
        return new Trial((int) policy, failure, attempts, loss, longest);
    }

    private Region region(String name) {
        return stage.layout()
                .domain()
                .region(name)
                .orElseThrow(() -> new HotCopyException("no region \"" + name + "\" is declared"));
    }

    private List<Attempt> outages(int manager, AssumedFailure failure) {
        long outage = outage().toMillis();
        if (failure.from().isPresent()) {
            long begin = failure.from().get().toEpochMilli();
            long end = failure.to().map(Instant::toEpochMilli).orElse(begin + outage);
            return List.of(new Attempt(begin - 1, Disturbance.down(manager, begin, end), true, span.through()));
        }
        List<Attempt> attempts = new ArrayList<>();
        boolean followed = false;
        for (Moment moment : moments.ofOutage(manager, outage)) {
            boolean withBases = moment.missesFull() && !followed;
            followed |= withBases;
            attempts.add(new Attempt(
                    moment.at(),
                    Disturbance.down(manager, moment.at(), moment.at() + outage),
                    withBases,
                    span.through()));
        }
        return attempts;
    }

    private Duration outage() {
        return request.outage().orElseGet(() -> stage.layout().policies().stream()
                .map(BackupPolicy::outage)
                .max(Comparator.naturalOrder())
                .orElseThrow());
    }

    private List<Attempt> losses(Region region, AssumedFailure failure) {
        if (failure.from().isPresent()) {
            long begin = failure.from().get().toEpochMilli();
            long end = failure.to().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
            Disturbance lost = Disturbance.lost(stage.layout(), region, begin, end);
            return List.of(new Attempt(begin - 1, lost, true, span.through()));
        }
        long followed = 3 * longestFinestGap();
        List<Attempt> attempts = new ArrayList<>();
        for (Moment moment : moments.ofLoss()) {
            Disturbance lost = Disturbance.lost(stage.layout(), region, moment.at(), Long.MAX_VALUE);
            attempts.add(new Attempt(moment.at(), lost, true, Math.min(span.through(), moment.at() + followed)));
        }
        return attempts;
    }

    private long longestFinestGap() {
        long longest = 1;
        for (int group = 0; group < stage.layout().groups().size(); group++) {
            longest = Math.max(longest, times.finestGap(group));
        }
        return longest;
    }

    /** Just before each begins; the longest-lasting trace is left by a full. */
    private List<Attempt> failedRuns(int policy, HotCopyType type, AssumedFailure failure) {
        Optional<Long> from = failure.from().map(Instant::toEpochMilli);
        List<Attempt> attempts = new ArrayList<>();
        for (Published copy : moments.ofFailedRuns(policy, type)) {
            if (from.isEmpty() || attempts.isEmpty() && copy.begun() >= from.get()) {
                attempts.add(new Attempt(
                        copy.begun() - 1,
                        Disturbance.failed(copy.group(), copy.begun()),
                        type == HotCopyType.FULL,
                        span.through()));
            }
        }
        return attempts;
    }
}
