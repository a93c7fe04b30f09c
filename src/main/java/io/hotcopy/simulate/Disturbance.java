package io.hotcopy.simulate;

import io.hotcopy.model.Region;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What goes wrong in a playback, and when.
 *
 * @param managers the storage managers that are down
 * @param engines how many transaction engines are down with them
 * @param lost the region whose sets are lost with it; empty when none are
 * @param from when it begins
 * @param to when it is over; {@link Long#MAX_VALUE} for never
 * @param doomed the backup group of which the hot copy that begins at {@code from} fails; {@link World#NONE} for none
 */
record Disturbance(int[] managers, int engines, Optional<Region> lost, long from, long to, int doomed) {

    static Disturbance down(int manager, long from, long to) {
        return new Disturbance(new int[] {manager}, 0, Optional.empty(), from, to, (int) World.NONE);
    }

    static Disturbance failed(int group, long begun) {
        return new Disturbance(new int[0], 0, Optional.empty(), begun, begun, group);
    }

    static Disturbance lost(Layout layout, Region region, long from, long to) {
        int[] managers = IntStream.range(0, layout.managers().size())
                .filter(manager -> layout.isIn(region, manager))
                .toArray();
        return new Disturbance(
                managers, layout.transactionEnginesIn(region), Optional.of(region), from, to, (int) World.NONE);
    }

    /** The sets that are lost with the region. */
    Optional<LostSets> lostSets() {
        return lost.map(region -> new LostSets(region, to));
    }

    boolean dooms(int group, long begun) {
        return doomed == group && begun == from;
    }

    boolean takesProcesses() {
        return managers.length > 0 || engines > 0;
    }
}
