package io.hotcopy.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.Declarations;
import io.hotcopy.model.Domain;
import io.hotcopy.simulate.Failure.RegionLost;
import io.hotcopy.simulate.Failure.RunFailed;
import io.hotcopy.simulate.Failure.StorageManagerDown;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the search finds against what the plain way finds, of random small policies. */
class FastIsPlainTest {
    private static final int POLICIES = Integer.getInteger("hotcopy.policies", 100);
    private static final long FIRST = Long.getLong("hotcopy.seed", 0);

    private int failures;
    private int worse;
    int playbacks;

    @Test
    void findsTheSameWorst() {
        List<String> bad = new ArrayList<>();
        for (long seed = FIRST; seed < FIRST + POLICIES; seed++) {
            long t = System.nanoTime();
            int before = bad.size();
            compare(seed, bad);
            System.err.println(seed + " " + (System.nanoTime() - t) / 1000000 + " ms " + playbacks + " " + bad.subList(before, bad.size()));
        }
        System.err.println(failures + " failures, " + worse + " worse than none");
        assertEquals(List.of(), bad);
        assertTrue(worse > POLICIES, failures + " failures, " + worse + " worse than none");
    }

    private void compare(long seed, List<String> bad) {
        Played played = Played.of(new RandomSchedule(seed));
        for (Trial trial : played.trials()) {
            List<Disturbance> disturbances = played.all(trial);
            int measured = trial.loss().measured();
            long[] most = new long[measured];
            Disturbance[] at = new Disturbance[measured];
            for (int group = 0; group < measured; group++) {
                most[group] = played.baseline().measures().loss().most(group);
            }
            boolean isWorse = false;
            for (Disturbance disturbance : disturbances) {
                playbacks++;
 LossWatch loss = played.plain().loss(disturbance);
                for (int group = 0; group < measured; group++) {
                    if (loss.most(group) > most[group]) {
                        most[group] = loss.most(group);
                        at[group] = disturbance;
                        isWorse = true;
                    }
                }
            }
            failures++;
            worse += isWorse ? 1 : 0;
            for (int group = 0; group < measured; group++) {
                if (most[group] != trial.loss().most(group)) {
                    Disturbance d = at[group];
                    boolean tried = d != null && trial.attempts().stream().anyMatch(a -> a.disturbance().from() == d.from());
                    bad.add("seed " + seed + " " + trial.failure().failure().words() + " group " + group + " plain " + Duration.ofMillis(most[group])
                            + " fast " + Duration.ofMillis(trial.loss().most(group)) + (d == null ? "" : " at " + d.from()) + (tried ? " tried" : "")
                            + " attempts " + trial.attempts().size() + " of " + disturbances.size());
                }
            }
        }
    }

    record Played(Stage stage, Search.Span span, Baseline baseline, List<Trial> trials, PlainSearch plain) {
        static Played of(RandomSchedule schedule) {
            Declarations declared = schedule.declared();
            Domain domain = declared.domains().get(0);
            Layout layout = Layout.of(domain, domain.databases().get(0), declared.policies());
            Search.Span span = new Search.Span(
                    schedule.from().minus(Duration.ofDays(3)).toEpochMilli(),
                    schedule.from().toEpochMilli(),
                    schedule.through().toEpochMilli());
            Agenda agenda = Agenda.of(layout, java.time.Instant.ofEpochMilli(span.begin()), schedule.through());
            Stage stage = Stage.of(layout, CopyTimes.of(layout, List.of()), agenda);
            Measures measures = new Measures(
                    new Log(),
                    new LossWatch(layout, span.from(), span.through(), Optional.empty()),
                    new RestoreWatch(stage, span.from(), span.through(), Optional.empty()));
            Baseline baseline = Baseline.play(stage, measures, span);
            Restores.Longest longest = new Restores(stage, Optional.empty())
                    .longerThan(Restores.Longest.NONE, measures)
                    .orElse(Restores.Longest.NONE);
            ProofRequest request = ProofRequest.from(schedule.from());
            List<Trial> trials = new Trials(stage, span, baseline, longest, request).all();
            new Search(stage, span, baseline, trials).run();
            return new Played(stage, span, baseline, trials, new PlainSearch(stage, span, measures.log()));
        }

        List<Disturbance> all(Trial trial) {
            Failure failure = trial.failure().failure();
            if (failure instanceof StorageManagerDown down) {
                long outage = stage.layout().policies().stream()
                        .map(BackupPolicy::outage)
                        .max(Duration::compareTo)
                        .orElseThrow()
                        .toMillis();
                return plain.outages(stage.layout().manager(down.archive()), outage);
            }
            if (failure instanceof RegionLost lost) {
                return plain.losses(stage.layout().domain().region(lost.region()).orElseThrow());
            }
            List<Disturbance> all = new ArrayList<>();
            for (int policy = 0; policy < stage.layout().policies().size(); policy++) {
                if (trial.concerns(policy)) {
                    all.addAll(plain.failedRuns(policy, ((RunFailed) failure).line()));
                }
            }
            return all;
        }
    }
}
