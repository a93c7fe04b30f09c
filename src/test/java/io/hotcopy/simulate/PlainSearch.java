package io.hotcopy.simulate;

import io.hotcopy.model.Region;
import io.hotcopy.recovery.RecoveryPlanner;
import io.hotcopy.recovery.RestoreTarget;
import io.hotcopy.term.HotCopyType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The plain way to the worst moment: every failure at every moment at which it can hurt, each played from the very
 * beginning to the very end. What {@link Search} leaves out, this does.
 */
final class PlainSearch {
    private final Stage stage;
    private final Search.Span span;
    private final Log undisturbed;

    PlainSearch(Stage stage, Search.Span span, Log undisturbed) {
        this.stage = stage;
        this.span = span;
        this.undisturbed = undisturbed;
    }

    /** It goes down just before a copy of its begins or ends, or comes back just after one should have begun. */
    List<Disturbance> outages(int manager, long outage) {
        return turns(group -> stage.group(group).has(manager), outage)
                .mapToObj(at -> Disturbance.down(manager, at, at + outage))
                .toList();
    }

    List<Disturbance> losses(Region region) {
        return turns(group -> true, 0)
                .mapToObj(at -> Disturbance.lost(stage.layout(), region, at, Long.MAX_VALUE))
                .toList();
    }

    private LongStream turns(IntPredicate groups, long outage) {
        LongStream copies = copies().filter(copy -> groups.test(copy.group()))
                .flatMapToLong(copy -> LongStream.of(copy.begun() - 1, copy.at() - 1));
        LongStream comes = IntStream.range(0, stage.agenda().size())
                .filter(entry -> IntStream.range(0, stage.layout().groups().size())
                        .anyMatch(group -> groups.test(group) && stage.agenda().lines(entry, group) != 0))
                .mapToLong(entry -> stage.agenda().at(entry) + 1 - outage);
        return LongStream.concat(copies, comes)
                .filter(at -> at >= span.from() && at <= span.through())
                .sorted()
                .distinct();
    }

    private Stream<Published> copies() {
        return IntStream.range(0, undisturbed.size()).mapToObj(undisturbed::get);
    }

    List<Disturbance> failedRuns(int policy, HotCopyType type) {
        return copies().filter(copy -> stage.group(copy.group()).policy() == policy && copy.type() == type)
                .filter(copy -> copy.begun() > span.from() && copy.at() <= span.through())
                .map(copy -> Disturbance.failed(copy.group(), copy.begun()))
                .toList();
    }

    /** What can be lost when this goes wrong; of a lost region from then on. */
    LossWatch loss(Disturbance disturbance) {
        long from = disturbance.lost().isPresent() ? disturbance.from() : span.from();
        LossWatch watch =
                new LossWatch(stage.layout(), Math.max(from, span.from()), span.through(), disturbance.lostSets());
        Playback playback = play(disturbance, new PlaybackListener() {
            @Override
            public void published(Published copy, World world) {
                watch.measure(copy.at(), world);
                watch.take(copy);
            }

            @Override
            public void disturbed(Disturbance begun, World world) {
                measureAt(begun, world);
            }

            private void measureAt(Disturbance begun, World world) {
                if (begun.takesProcesses()) {
                    watch.measure(begun.from(), world);
                }
            }
        });
        watch.measure(span.through(), playback.world());
        return watch;
    }

    /** The longest restore when this goes wrong, by the restore planner just before each publication. */
    long restore(Disturbance disturbance) {
        long from = disturbance.lost().isPresent() ? Math.max(span.from(), disturbance.from()) : span.from();
        List<Published> all = new ArrayList<>();
        long[] longest = {World.NONE};
        play(disturbance, new PlaybackListener() {
            @Override
            public void published(Published copy, World world) {
                if (copy.at() >= from) {
                    longest[0] = Math.max(longest[0], restoreOf(all, disturbance));
                }
                all.add(copy);
            }

            @Override
            public void disturbed(Disturbance begun, World world) {
                longest[0] = Math.max(longest[0], restoreOf(all, disturbance));
            }
        });
        return Math.max(longest[0], restoreOf(all, disturbance));
    }

    private long restoreOf(List<Published> copies, Disturbance disturbance) {
        LossWatch reach = new LossWatch(stage.layout(), 0, Long.MAX_VALUE, disturbance.lostSets());
        copies.forEach(reach::take);
        return reach.whole() < 0
                ? World.NONE
                : RestoreEstimate.of(
                                RecoveryPlanner.plan(
                                        VirtualSets.of(stage.layout(), copies, disturbance.lostSets()),
                                        new RestoreTarget.Latest()),
                                stage.times())
                        .whole();
    }

    private Playback play(Disturbance disturbance, PlaybackListener listener) {
        Playback playback =
                new Playback(stage, span.begin()).disturbedBy(disturbance).heardBy(listener);
        playback.runAll();
        playback.playThrough(span.through());
        return playback;
    }
}
