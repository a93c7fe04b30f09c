package io.hotcopy.simulate;

import io.hotcopy.model.BackupPolicy;
import io.hotcopy.plan.ExpectedCopies;
import io.hotcopy.simulate.Failure.None;
import io.hotcopy.term.StorageGroupName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts into words for one policy what was measured of its database. */
final class Proofs {
    private final Stage stage;
    private final Search.Span span;
    private final Baseline baseline;
    private final Restores.Longest longest;
    private final int index;
    private final BackupPolicy policy;
    private final Telling telling;

    Proofs(Stage stage, Search.Span span, Baseline baseline, Restores.Longest longest, int policy) {
        this.stage = stage;
        this.span = span;
        this.baseline = baseline;
        this.longest = longest;
        this.index = policy;
        this.policy = stage.policy(policy);
        this.telling = new Telling(stage, this.policy.timeZone());
    }

    ProtectionProof of(List<Trial> trials, boolean withoutFailure) {
        List<ScenarioProof> scenarios = new ArrayList<>();
        if (withoutFailure) {
            scenarios.add(undisturbed());
        }
        trials.stream()
                .filter(trial -> trial.concerns(index))
                .map(this::scenario)
                .forEach(scenarios::add);
        return new ProtectionProof(
                policy.name(),
                policy.protects(),
                policy.timeZone(),
                Instant.ofEpochMilli(span.from()),
                Instant.ofEpochMilli(span.through()),
                policy.objectives(),
                scenarios,
                baseline.overlaps(index),
                assumptions());
    }

    private List<String> assumptions() {
        List<String> assumptions = new ArrayList<>();
        if (!stage.times().isKnown()) {
            assumptions.add("nobody told how much data there is (expect size: …): copies and restores are taken to"
                    + " take no time");
        } else if (stage.layout().database().copyRate().isEmpty()) {
            assumptions.add("no copyRate is declared: " + ExpectedCopies.ASSUMED_RATE + " a second are assumed");
        }
        if (stage.times().isMeasured()) {
            assumptions.add("copies are as big and take as long as the last ones that the run ledger remembers");
        }
        return assumptions;
    }

    private ScenarioProof undisturbed() {
        Measures measures = baseline.measures();
        return scenario(
                new None(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                measures.loss(),
                longest,
                Optional.empty());
    }

    private ScenarioProof scenario(Trial trial) {
        boolean byLoss = !isKept(trial.loss()) || trial.slowest() == null;
        Trial.Outcome shown = byLoss ? trial.worst() : trial.slowest();
        Disturbance disturbance = shown.attempt().disturbance();
        return scenario(
                trial.failure().failure(),
                Optional.of(Instant.ofEpochMilli(disturbance.from())),
                disturbance.to() == Long.MAX_VALUE || disturbance.to() == disturbance.from()
                        ? Optional.empty()
                        : Optional.of(Instant.ofEpochMilli(disturbance.to())),
                new Processes(stage).whyItStops(disturbance),
                trial.loss(),
                trial.longest(),
                Optional.of(shown));
    }

    private boolean isKept(LossWatch loss) {
        return policy.objectives()
                .rpo()
                .map(rpo -> loss.most(loss.measured() - 1) <= rpo.toMillis())
                .orElse(true);
    }

    private ScenarioProof scenario(
            Failure failure,
            Optional<Instant> begins,
            Optional<Instant> ends,
            Optional<String> stops,
            LossWatch loss,
            Restores.Longest restore,
            Optional<Trial.Outcome> shown) {
        int whole = loss.measured() - 1;
        SortedMap<StorageGroupName, Exposed> groups = new TreeMap<>();
        for (int group = 0; group < whole; group++) {
            StorageGroupName name = stage.layout().storageGroups().get(group);
            groups.put(name, new Exposed(rpo(loss, group), rto(restore, Optional.of(name))));
        }
        Exposed together = new Exposed(rpo(loss, whole), rto(restore, Optional.empty()));
        boolean rpoHolds =
                policy.objectives().rpo().map(together.rpo()::isWithin).orElse(true);
        boolean rtoHolds = !stage.times().isKnown()
                || policy.objectives().rto().map(together.rto()::isWithin).orElse(true);
        List<StoryEvent> story = rpoHolds && rtoHolds
                ? List.of()
                : new Story(stage, baseline, telling).of(rpoHolds ? together.rto() : together.rpo(), shown);
        return new ScenarioProof(failure, begins, ends, stops, groups, together, rpoHolds, rtoHolds, story);
    }

    private Worst rpo(LossWatch loss, int group) {
        long most = loss.most(group);
        Optional<Duration> time = most == Long.MAX_VALUE ? Optional.empty() : Optional.of(Duration.ofMillis(most));
        return new Worst(
                time, Instant.ofEpochMilli(loss.at(group)), telling.loss(loss.newest(group), loss.next(group)));
    }

    private Worst rto(Restores.Longest restore, Optional<StorageGroupName> group) {
        Optional<Duration> time = restore.estimate()
                .map(estimate -> group.map(name -> estimate.groups().getOrDefault(name, estimate.whole()))
                        .orElse(estimate.whole()))
                .map(Duration::ofMillis);
        String because = restore.estimate().map(telling::restore).orElse("nothing can be restored");
        return new Worst(time, Instant.ofEpochMilli(Math.max(span.from(), restore.at())), because);
    }
}
