package io.hotcopy.simulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for the worst moment of each failure. The schedule is played once more without any; at every moment at which
 * something may fail a playback goes on from there by itself, until all is again as it would have been: only what a
 * failure changes is computed anew.
 */
final class Search {
    /** So many playbacks are kept until they are played side by side. */
    private static final int AT_ONCE = 64;

    private final Stage stage;
    private final Span span;
    private final Baseline baseline;
    private final List<Trial> trials;
    private final Played played;

    /** Hears how many attempts have been played, of how many. */
    @FunctionalInterface
    interface Played {
        void played(long done, long total);
    }

    /**
     * What is looked at.
     *
     * @param begin when the first backup is taken
     * @param from when measuring begins
     * @param through when all ends
     */
    record Span(long begin, long from, long through) {}

    Search(Stage stage, Span span, Baseline baseline, List<Trial> trials, Played played) {
        this.stage = stage;
        this.span = span;
        this.baseline = baseline;
        this.trials = trials.stream().filter(Trial::isSearched).toList();
        this.played = played;
    }

    /** An attempt of a trial. */
    private record Due(Trial trial, Trial.Attempt attempt) {}

    void run() {
        if (trials.isEmpty()) {
            return;
        }
        List<Due> all = new ArrayList<>();
        for (Trial trial : trials) {
            trial.attempts().forEach(attempt -> all.add(new Due(trial, attempt)));
        }
        all.sort(Comparator.comparingLong(due -> due.attempt().at()));
        Again again = new Again();
        Playback playback = new Playback(stage, span.begin()).heardBy(again);
        playback.runAll();
        List<Begin> begins = new ArrayList<>();
        long begun = 0;
        for (Due due : all) {
            begun++;
            playback.playThrough(due.attempt().at());
            Measures before = again.before(due.trial(), due.attempt().at());
            begins.add(new Begin(due.trial(), playback.copy(), before, due.attempt()));
            if (begins.size() == AT_ONCE) {
                take(begins);
                played.played(begun, all.size());
            }
        }
        take(begins);
        trials.forEach(this::playOut);
    }

    /** Several playbacks side by side, each by itself; what comes of them is taken in their order. */
    private void take(List<Begin> begins) {
        List<Measures> measured = begins.parallelStream().map(this::played).toList();
        for (int index = 0; index < begins.size(); index++) {
            Begin begin = begins.get(index);
            Measures found = measured.get(index);
            long loss = found.loss().most(found.loss().measured() - 1);
            begin.trial()
                    .take(
                            new Trial.Outcome(begin.playback(), begin.before(), begin.attempt(), loss),
                            found,
                            new Restores(stage, begin.trial().lost()));
        }
        begins.clear();
    }

    /** How it stands just before an attempt. */
    private record Begin(Trial trial, Playback playback, Measures before, Trial.Attempt attempt) {}

    private Measures played(Begin begin) {
        Trial.Attempt attempt = begin.attempt();
        Measures measures =
                begin.before().fresh(attempt.at(), begin.trial().longest().millis());
        Playback disturbed = begin.playback().copy().disturbedBy(attempt.disturbance());
        return new Window(measures, baseline, attempt.withBases()).play(disturbed, attempt.through());
    }

    /**
     * Of a failure that is never over only the next hours were looked at: the worst moment once more, to the end, and
     * the first one, after which there is the most time for what goes wrong late.
     */
    private void playOut(Trial trial) {
        Trial.Outcome worst = trial.worst();
        playOut(trial, trial.first());
        if (worst != trial.first()) {
            playOut(trial, worst);
        }
    }

    private void playOut(Trial trial, Trial.Outcome outcome) {
        if (outcome.attempt().through() < span.through()) {
            Trial.Attempt longer = outcome.attempt().through(span.through());
            take(new ArrayList<>(List.of(new Begin(trial, outcome.begin(), outcome.before(), longer))));
        }
    }

    /** The playback without failure once more: it measures what is left when a region is lost. */
    private final class Again implements PlaybackListener {
        private final Measures complete = measures(Optional.empty());
        private final Map<Trial, Measures> ofLost = new IdentityHashMap<>();
        private int count;

        Again() {
            trials.stream()
                    .filter(trial -> trial.lost().isPresent())
                    .forEach(trial -> ofLost.put(trial, measures(trial.lost())));
        }

        /** Everything has been published before, so the log is that of the baseline. */
        private Measures measures(Optional<LostSets> lost) {
            return new Measures(
                    baseline.measures().log(),
                    new LossWatch(stage.layout(), span.from(), span.through(), lost),
                    new RestoreWatch(stage, span.from(), span.through(), lost));
        }

        Measures before(Trial trial, long instant) {
            Measures measures = ofLost.getOrDefault(trial, complete);
            return new Measures(
                    measures.log().after(count),
                    measures.loss().fresh(instant),
                    measures.restore().fresh(instant, 0));
        }

        @Override
        public void published(Published copy, World world) {
            count++;
            take(complete, copy);
            ofLost.values().forEach(measures -> take(measures, copy));
        }

        private void take(Measures measures, Published copy) {
            measures.loss().take(copy);
            measures.restore().take(copy);
        }
    }
}
