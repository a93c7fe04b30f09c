package io.hotcopy.embedded.commit;

import java.util.TreeMap;

/** The applied commit number and the snapshots that readers hold. Safe for several threads. */
final class Snapshots {

    /** Snapshot → how many hold it. */
    private final TreeMap<Long, Integer> held = new TreeMap<>();

    private long applied;

    /** @param applied the commit that all stores hold */
    Snapshots(long applied) {
        this.applied = applied;
    }

    /** Takes a snapshot at the applied number; {@link #release} must follow. */
    synchronized long take() {
        held.merge(applied, 1, Integer::sum);
        return applied;
    }

    synchronized void release(long snapshot) {
        held.computeIfPresent(snapshot, (number, holders) -> holders == 1 ? null : holders - 1);
    }

    /** All stores hold every commit up to here now: snapshots begin here. */
    synchronized void publish(long nowApplied) {
        applied = nowApplied;
    }

    synchronized long applied() {
        return applied;
    }

    /** The oldest snapshot that is held, or that could be taken now. */
    synchronized long oldest() {
        return held.isEmpty() ? applied : held.firstKey();
    }
}
