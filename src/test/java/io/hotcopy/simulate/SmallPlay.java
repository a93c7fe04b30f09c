package io.hotcopy.simulate;

import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.Declarations;
import io.hotcopy.model.Domain;
import io.hotcopy.simulate.Failure.RegionLost;
import io.hotcopy.simulate.Failure.RunFailed;
import io.hotcopy.simulate.Failure.StorageManagerDown;
import io.hotcopy.simulate.Trial.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A random schedule, played as {@link Simulator} plays it.
 *
 * @param longest restore without any failure
 * @param trials every single failure, searched through
 * @param plain the plain way to the same
 */
record SmallPlay(
        Stage stage,
        Search.Span span,
        Baseline baseline,
        Restores.Longest longest,
        List<Trial> trials,
        PlainSearch plain) {
    private static final Duration WARM_UP = Duration.ofDays(3);

    static SmallPlay of(RandomSchedule schedule) {
        Search.Span span = span(schedule);
        Stage stage = stage(schedule, span);
        Baseline baseline = baseline(stage, span);
        Restores.Longest longest = new Restores(stage, Optional.empty())
                .longerThan(Restores.Longest.NONE, baseline.measures())
                .orElse(Restores.Longest.NONE);
        List<Trial> trials = Trials.of(stage, span, baseline, longest, ProofRequest.from(schedule.from()));
        new Search(stage, span, baseline, trials, (done, total) -> {}).run();
        return new SmallPlay(
                stage,
                span,
                baseline,
                longest,
                trials,
                new PlainSearch(stage, span, baseline.measures().log()));
    }

    static Search.Span span(RandomSchedule schedule) {
        return new Search.Span(
                schedule.from().minus(WARM_UP).toEpochMilli(),
                schedule.from().toEpochMilli(),
                schedule.through().toEpochMilli());
    }

    static Stage stage(RandomSchedule schedule, Search.Span span) {
        Declarations declared = schedule.declared();
        Domain domain = declared.domains().get(0);
        Layout layout = Layout.of(domain, domain.databases().get(0), declared.policies());
        Agenda agenda = Agenda.of(layout, Instant.ofEpochMilli(span.begin()), schedule.through());
        return Stage.of(layout, CopyTimes.of(layout, List.of()), agenda);
    }

    static Baseline baseline(Stage stage, Search.Span span) {
        Measures measures = new Measures(
                new Log(),
                new LossWatch(stage.layout(), span.from(), span.through(), Optional.empty()),
                new RestoreWatch(stage, span.from(), span.through(), Optional.empty()));
        return Baseline.play(stage, measures, span);
    }

    /** The failure at every moment at which it can hurt. */
    List<Disturbance> everyMoment(Trial trial) {
        Failure failure = trial.failure().failure();
        if (failure instanceof StorageManagerDown down) {
            return plain.outages(stage.layout().manager(down.archive()), outage());
        }
        if (failure instanceof RegionLost lost) {
            return plain.losses(stage.layout().domain().region(lost.region()).orElseThrow());
        }
        return IntStream.range(0, stage.layout().policies().size())
                .filter(trial::concerns)
                .mapToObj(policy -> plain.failedRuns(policy, ((RunFailed) failure).line()))
                .flatMap(List::stream)
                .toList();
    }

    private long outage() {
        return stage.layout().policies().stream()
                .map(BackupPolicy::outage)
                .max(Duration::compareTo)
                .orElseThrow()
                .toMillis();
    }

    /** The moments that the search has looked at. */
    static Set<Long> looked(Trial trial) {
        Set<Long> looked = new HashSet<>();
        trial.attempts().stream()
                .map(Attempt::disturbance)
                .map(disturbance -> disturbance.from() * 64 + disturbance.doomed())
                .forEach(looked::add);
        return looked;
    }

    static boolean hasLooked(Set<Long> looked, Disturbance disturbance) {
        return looked.contains(disturbance.from() * 64 + disturbance.doomed());
    }
}
