package io.hotcopy.simulate;

import io.hotcopy.simulate.StoryEvent.Kind;
import io.hotcopy.term.HotCopyType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A counterexample: what happens around the worst moment. The playback is played once more from the moment just before
 * the failure, and told.
 */
final class Story {
    /** So many copies are told of that were published before the failure. */
    private static final int BEFORE = 3;

    /** So many events are told of at most: the first ones, and the last ones. */
    private static final int MOST = 60;

    private final Stage stage;
    private final Baseline baseline;
    private final Telling telling;

    Story(Stage stage, Baseline baseline, Telling telling) {
        this.stage = stage;
        this.baseline = baseline;
        this.telling = telling;
    }

    /**
     * @param worst what does not hold
     * @param outcome of the attempt that shows it; empty when nothing fails
     */
    List<StoryEvent> of(Worst worst, Optional<Trial.Outcome> outcome) {
        long at = worst.at().toEpochMilli();
        List<StoryEvent> events = new ArrayList<>();
        if (outcome.isPresent() && outcome.get().attempt().at() <= at) {
            published(outcome.get().before().log(), outcome.get().attempt().at(), events);
            retell(outcome.get(), at, events);
        } else {
            published(baseline.measures().log(), at, events);
        }
        events.removeIf(event -> event.at().isAfter(worst.at()));
        events.add(new StoryEvent(worst.at(), Kind.WORST, Optional.empty(), Optional.empty(), worst.because()));
        return shortened(events);
    }

    private void published(Log log, long until, List<StoryEvent> events) {
        int end = log.firstAfter(until);
        for (int index = Math.max(0, end - BEFORE * stage.layout().groups().size()); index < end; index++) {
            events.add(told(log.get(index)));
        }
    }

    private StoryEvent told(Published copy) {
        return new StoryEvent(
                Instant.ofEpochMilli(copy.at()),
                Kind.PUBLISHED,
                name(copy.group()),
                Optional.of(copy.type()),
                copy.type().word() + " hot copy published, restorable through " + telling.time(copy.cut()));
    }

    private Optional<String> name(int group) {
        return Optional.of(stage.group(group).declared().name());
    }

    private void retell(Trial.Outcome outcome, long until, List<StoryEvent> events) {
        Playback again = outcome.begin().copy().disturbedBy(outcome.attempt().disturbance());
        again.heardBy(new Teller(events)).playThrough(until);
    }

    /** What happens again and again is told the first and the last time; of too much the middle is left out. */
    private static List<StoryEvent> shortened(List<StoryEvent> events) {
        List<StoryEvent> some = new ArrayList<>();
        for (int index = 0; index < events.size(); index++) {
            boolean inBetween = index > 0
                    && index < events.size() - 1
                    && isLike(events.get(index - 1), events.get(index))
                    && isLike(events.get(index), events.get(index + 1));
            if (!inBetween) {
                some.add(events.get(index));
            }
        }
        if (some.size() > MOST) {
            some.subList(MOST / 2, some.size() - MOST / 2).clear();
        }
        return some;
    }

    private static boolean isLike(StoryEvent one, StoryEvent next) {
        return one.kind() == next.kind()
                && one.backupGroup().equals(next.backupGroup())
                && one.words().equals(next.words());
    }

    /** Writes down what it hears. */
    private final class Teller implements PlaybackListener {
        private final List<StoryEvent> events;

        Teller(List<StoryEvent> events) {
            this.events = events;
        }

        private void tell(long at, Kind kind, Optional<String> group, String words) {
            events.add(new StoryEvent(Instant.ofEpochMilli(at), kind, group, Optional.empty(), words));
        }

        private void tell(long at, Kind kind, int group, HotCopyType type, String words) {
            String told = type.word() + " hot copy " + words;
            events.add(new StoryEvent(Instant.ofEpochMilli(at), kind, name(group), Optional.of(type), told));
        }

        @Override
        public void published(Published copy, World world) {
            events.add(told(copy));
        }

        @Override
        public void disturbed(Disturbance disturbance, World world) {
            if (disturbance.takesProcesses()) {
                tell(disturbance.from(), Kind.FAILURE, Optional.empty(), words(disturbance, world));
            }
        }

        private String words(Disturbance disturbance, World world) {
            String what = disturbance
                    .lost()
                    .map(region -> "region " + region.name() + " is lost")
                    .orElseGet(() -> "the storage manager of archive "
                            + stage.layout()
                                    .managers()
                                    .get(disturbance.managers()[0])
                                    .archive() + " goes down");
            return what + (world.isStopped() ? "; the database stops" : "");
        }

        @Override
        public void over(Disturbance disturbance, long at) {
            if (disturbance.takesProcesses()) {
                tell(at, Kind.RECOVERY, Optional.empty(), "what was down is back");
            }
        }

        @Override
        public void synced(int manager, long at) {
            tell(
                    at,
                    Kind.SYNCED,
                    Optional.empty(),
                    "archive " + stage.layout().managers().get(manager).archive()
                            + " has caught up; journal hot copies are suspended on it");
        }

        @Override
        public void begun(RunningStep copy) {
            tell(copy.begun(), Kind.BEGUN, copy.step().group(), copy.step().type(), "begins");
        }

        @Override
        public void failed(RunningStep copy, long at) {
            tell(at, Kind.FAILED, copy.step().group(), copy.step().type(), "fails");
        }

        @Override
        public void refused(int policy, long at) {
            tell(
                    at,
                    Kind.FAILED,
                    Optional.empty(),
                    "the plan of policy \"" + stage.policy(policy).name() + "\" cannot be run");
        }

        @Override
        public void leftOut(int group, HotCopyType type, long at) {
            tell(at, Kind.LEFT_OUT, group, type, "left out");
        }

        @Override
        public void met(Step step, RunningStep running, long at) {
            tell(
                    at,
                    Kind.WAITS,
                    step.group(),
                    step.type(),
                    "meets the running "
                            + telling.copy(
                                    running.step().group(), running.step().type()));
        }
    }
}
