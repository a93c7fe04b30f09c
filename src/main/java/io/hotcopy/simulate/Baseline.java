package io.hotcopy.simulate;

import io.hotcopy.term.HotCopyType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A schedule played without any failure: what was published, how it stood in front of each entry of the agenda, and
 * which runs met one another.
 */
final class Baseline implements PlaybackListener {
    private final Stage stage;
    private final Measures measures;
    private final long from;
    private final long[] pace;
    private final long[] bases;
    private final Map<Meeting, Met> met = new LinkedHashMap<>();

    /** Runs of one sort that meet those of another. */
    private record Meeting(int group, HotCopyType type, HotCopyType running) {}

    /** How often, and when first. */
    private record Met(long first, long times) {}

    private Baseline(Stage stage, Measures measures, long from) {
        this.stage = stage;
        this.measures = measures;
        this.from = from;
        this.pace = new long[stage.agenda().size()];
        this.bases = new long[stage.agenda().size()];
    }

    /**
     * Plays it from nothing.
     *
     * @param measures what it is measured by
     * @param span when the first backup is taken, when measuring begins and all ends
     */
    static Baseline play(Stage stage, Measures measures, Search.Span span) {
        Baseline baseline = new Baseline(stage, measures, span.from());
        Playback playback = new Playback(stage, span.begin()).heardBy(baseline);
        playback.runAll();
        playback.playThrough(span.through());
        measures.measure(span.through(), playback.world());
        return baseline;
    }

    Measures measures() {
        return measures;
    }

    @Override
    public void published(Published copy, World world) {
        measures.published(copy, world);
    }

    @Override
    public boolean comes(int entry, Playback playback) {
        pace[entry] = playback.fingerprint(false);
        bases[entry] = playback.fingerprint(true);
        return true;
    }

    @Override
    public void met(Step step, RunningStep running, long at) {
        if (at >= from) {
            met.merge(
                    new Meeting(step.group(), step.type(), running.step().type()),
                    new Met(at, 1),
                    (earlier, later) -> new Met(earlier.first(), earlier.times() + 1));
        }
    }

    /** Whether a playback in front of an entry of the agenda goes on as this one did. */
    boolean goesOnAs(Playback playback, int entry, boolean withBases) {
        return playback.fingerprint(withBases) == (withBases ? bases : pace)[entry];
    }

    /** The runs of one policy that met others. */
    List<Overlap> overlaps(int policy) {
        List<Overlap> overlaps = new ArrayList<>();
        met.forEach((meeting, found) -> {
            Layout.Group group = stage.group(meeting.group());
            if (group.policy() == policy) {
                overlaps.add(new Overlap(
                        group.declared().name(),
                        meeting.type(),
                        meeting.running(),
                        stage.policy(policy).reactions().onOverlap().word(),
                        Instant.ofEpochMilli(found.first()),
                        found.times()));
            }
        });
        return overlaps;
    }
}
