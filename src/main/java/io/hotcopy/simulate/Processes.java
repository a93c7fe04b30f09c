package io.hotcopy.simulate;

import io.hotcopy.model.Region;
import java.util.Optional;
import java.util.function.IntConsumer;

/** Which processes are there, and whether those that are make a majority that serves every storage group (M31). */
final class Processes {
    private final Stage stage;

    Processes(Stage stage) {
        this.stage = stage;
    }

    /** Processes go down, and sets are lost with their region. */
    void goDown(World world, Disturbance disturbance, long now) {
        for (int manager : disturbance.managers()) {
            world.running[manager] = false;
            world.syncing -= world.syncedAt[manager] == World.NONE ? 0 : 1;
            world.syncedAt[manager] = World.NONE;
        }
        disturbance.lost().ifPresent(region -> {
            for (int group = 0; group < world.copied.length; group++) {
                loseSets(world, region, group);
            }
        });
        if (!world.isStopped() && disturbance.takesProcesses() && !canServe(world, disturbance.engines())) {
            world.stop(now);
        }
    }

    /** Without the sets of one member no copy of the backup group is whole: it is as if it had never been copied. */
    private void loseSets(World world, Region region, int group) {
        for (int manager : stage.group(group).managers()) {
            if (stage.layout().liesIn(region, stage.group(group), manager)) {
                world.base[manager] = World.NONE;
                world.newest[manager] = World.NONE;
                world.copied[group] = false;
            }
        }
    }

    /** Why the database cannot go on while this lasts; empty when it can. */
    Optional<String> whyItStops(Disturbance disturbance) {
        World world = new World(
                stage.layout().managers().size(), stage.layout().groups().size());
        goDown(world, disturbance, 0);
        if (!world.isStopped()) {
            return Optional.empty();
        }
        int total = stage.layout().processes();
        int left = total - disturbance.managers().length - disturbance.engines();
        if (2 * left <= total) {
            return Optional.of("only " + left + " of " + total + " processes are left, not more than half");
        }
        return Optional.of(
                engines() == disturbance.engines()
                        ? "no transaction engine is left"
                        : "no storage manager is left that serves all storage groups");
    }

    private boolean canServe(World world, int enginesDown) {
        int enginesLeft = engines() - enginesDown;
        int alive = enginesLeft;
        boolean[] served = new boolean[stage.layout().storageGroups().size()];
        for (int manager = 0; manager < world.running.length; manager++) {
            if (world.running[manager]) {
                alive++;
                for (int storageGroup : stage.layout().serves()[manager]) {
                    served[storageGroup] = true;
                }
            }
        }
        boolean allServed = true;
        for (boolean one : served) {
            allServed &= one;
        }
        return allServed && enginesLeft > 0 && 2 * alive > stage.layout().processes();
    }

    /** A database declares at least one. */
    private int engines() {
        return stage.layout().database().transactionEngineHosts().size();
    }

    /**
     * They come back. Where the database has gone on, they catch up first and journal hot copies are suspended after
     * it; where it has stopped, nothing was committed, and it goes on.
     */
    void comeBack(World world, Disturbance disturbance, long now) {
        for (int manager : disturbance.managers()) {
            if (world.isStopped()) {
                world.running[manager] = true;
            } else {
                world.syncing++;
                world.syncedAt[manager] = now + stage.times().syncMillis(manager, now - disturbance.from());
            }
        }
        world.goOn(now);
    }

    /** When the next one will have caught up. */
    long nextSynced(World world) {
        long next = Long.MAX_VALUE;
        if (world.syncing == 0) {
            return next;
        }
        for (long at : world.syncedAt) {
            next = at == World.NONE ? next : Math.min(next, at);
        }
        return next;
    }

    /** Those that have caught up by now are RUNNING. */
    void synced(World world, long now, IntConsumer heard) {
        for (int manager = 0; world.syncing > 0 && manager < world.syncedAt.length; manager++) {
            if (world.syncedAt[manager] == now) {
                world.syncing--;
                world.syncedAt[manager] = World.NONE;
                world.running[manager] = true;
                world.suspendedSince[manager] = now;
                heard.accept(manager);
            }
        }
    }
}
