package io.hotcopy.simulate;

import io.hotcopy.backupset.SetFacts;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.Declarations;
import io.hotcopy.model.Domain;
import io.hotcopy.model.Region;
import io.hotcopy.simulate.Failure.RegionLost;
import io.hotcopy.simulate.Failure.RunFailed;
import io.hotcopy.simulate.Failure.StorageManagerDown;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.HotCopyType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One policy played in virtual time from its first backup on, with one failure whose time is given, for tests that ask
 * which sets there are at each instant.
 */
public final class PlayedWorld {

    private static final Duration TO_THE_LAST_COPY = Duration.ofHours(1);

    private final Layout layout;
    private final Heard heard;
    private final World end;

    private PlayedWorld(Layout layout, Heard heard, World end) {
        this.layout = layout;
        this.heard = heard;
        this.end = end;
    }

    /** What was published, when sets were lost, and all that happened, as words. */
    private static final class Heard implements PlaybackListener {
        private final Layout layout;
        private final List<Published> published = new ArrayList<>();
        private final List<String> words = new ArrayList<>();
        private Optional<Disturbance> loss = Optional.empty();

        private Heard(Layout layout) {
            this.layout = layout;
        }

        @Override
        public void published(Published copy, World world) {
            published.add(copy);
            tell(
                    copy.at(),
                    "published " + name(copy.group()) + "/" + copy.type().word());
        }

        @Override
        public void disturbed(Disturbance disturbance, World world) {
            if (disturbance.lost().isPresent()) {
                loss = Optional.of(disturbance);
            }
            tell(disturbance.from(), "it goes wrong" + (world.isStopped() ? ", and the database stops" : ""));
        }

        @Override
        public void over(Disturbance disturbance, long at) {
            tell(at, "it is over");
        }

        @Override
        public void synced(int manager, long at) {
            tell(at, "caught up: archive " + layout.managers().get(manager).archive());
        }

        @Override
        public void failed(RunningStep copy, long at) {
            tell(
                    at,
                    "failed " + name(copy.step().group()) + "/"
                            + copy.step().type().word());
        }

        @Override
        public void refused(int policy, long at) {
            tell(at, "refused");
        }

        @Override
        public void leftOut(int group, HotCopyType type, long at) {
            tell(at, "left out " + name(group) + "/" + type.word());
        }

        private String name(int group) {
            return layout.groups().get(group).declared().name();
        }

        private void tell(long at, String what) {
            words.add(Instant.ofEpochMilli(at) + " " + what);
        }
    }

    /**
     * Plays the only policy.
     *
     * @param begin when its first backup is run
     * @param through the last instant at which one is
     * @param failure with its times; of a run, the first one that begins then or later
     */
    public static PlayedWorld of(Declarations declared, Instant begin, Instant through, AssumedFailure failure) {
        Domain domain = declared.domains().get(0);
        BackupPolicy policy = declared.policies().get(0);
        Layout layout = Layout.of(domain, domain.databases().get(0), List.of(policy));
        Stage stage = Stage.of(layout, CopyTimes.of(layout, List.of()), Agenda.of(layout, begin, through));
        PlayedWorld undisturbed = play(stage, begin, through, Optional.empty());
        Optional<Disturbance> disturbance = disturbance(layout, failure, undisturbed);
        return disturbance.isEmpty() ? undisturbed : play(stage, begin, through, disturbance);
    }

    private static PlayedWorld play(Stage stage, Instant begin, Instant through, Optional<Disturbance> disturbance) {
        Heard heard = new Heard(stage.layout());
        Playback playback = new Playback(stage, begin.toEpochMilli()).heardBy(heard);
        disturbance.ifPresent(playback::disturbedBy);
        playback.runAll();
        playback.playThrough(through.plus(TO_THE_LAST_COPY).toEpochMilli());
        return new PlayedWorld(stage.layout(), heard, playback.world());
    }

    private static Optional<Disturbance> disturbance(Layout layout, AssumedFailure failure, PlayedWorld undisturbed) {
        long from = failure.from().map(Instant::toEpochMilli).orElse(0L);
        long to = failure.to().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
        if (failure.failure() instanceof StorageManagerDown down) {
            return Optional.of(Disturbance.down(layout.manager(down.archive()), from, to));
        }
        if (failure.failure() instanceof RegionLost lost) {
            Region region = layout.domain().region(lost.region()).orElseThrow();
            return Optional.of(Disturbance.lost(layout, region, from, to));
        }
        if (failure.failure() instanceof RunFailed run) {
            return undisturbed.heard.published.stream()
                    .filter(copy -> copy.type() == run.line() && copy.begun() >= from)
                    .findFirst()
                    .map(copy -> Disturbance.failed(copy.group(), copy.begun()));
        }
        return Optional.empty();
    }

    /** The sets that there are at an instant, as their manifests would tell of them. */
    public List<SetFacts> setsAt(Instant instant) {
        long now = instant.toEpochMilli();
        Optional<Disturbance> loss = heard.loss.filter(lost -> lost.from() <= now);
        List<Published> all =
                heard.published.stream().filter(copy -> copy.at() <= now).toList();
        return VirtualSets.of(layout, all, loss.flatMap(Disturbance::lostSets));
    }

    /** When a commit of these sets was made. */
    public Instant madeAt(CommitNumber commit) {
        return Instant.ofEpochMilli(end.madeAt(commit.value()));
    }

    /** All that happened. */
    @Override
    public String toString() {
        return String.join("\n", heard.words);
    }
}
