package io.hotcopy.simulate;

/**
 * The part of a playback that a disturbance changes: from the moment at which it begins until all goes on as it would
 * have without it.
 */
final class Window implements PlaybackListener {
    private final Measures measures;
    private final Baseline baseline;
    private final boolean withBases;

    /**
     * @param measures fresh ones
     * @param baseline what it is compared with
     * @param withBases whether it also lasts until the copies stand on the same fulls again
     */
    Window(Measures measures, Baseline baseline, boolean withBases) {
        this.measures = measures;
        this.baseline = baseline;
        this.withBases = withBases;
    }

    /** Plays it; what was measured is in its measures then. */
    Measures play(Playback playback, long through) {
        playback.heardBy(this).playThrough(through);
        if (playback.isThrough()) {
            measures.measure(through, playback.world());
        }
        return measures;
    }

    @Override
    public void published(Published copy, World world) {
        measures.published(copy, world);
    }

    @Override
    public void disturbed(Disturbance disturbance, World world) {
        if (disturbance.takesProcesses()) {
            measures.measure(disturbance.from(), world);
        }
    }

    @Override
    public boolean comes(int entry, Playback playback) {
        return !playback.isSettled() || !baseline.goesOnAs(playback, entry, withBases);
    }
}
