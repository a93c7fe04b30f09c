package io.hotcopy.simulate;

import io.hotcopy.term.HotCopyType;

/**
 * What one hot copy does to the world: the protocol of sets, chains and cuts (protocol §4) in numbers. An incremental
 * and a journal hot copy are consistent at the commit at which they begin, a full at the one at which its last file has
 * been copied.
 */
final class CopySteps {

    private CopySteps() {}

    static RunningStep begin(Stage stage, World world, Step step, long now, boolean doomed) {
        int[] members = stage.group(step.group()).managers();
        long[] each = Published.room(members.length);
        long takes = 0;
        for (int index = 0; index < members.length; index++) {
            int member = members[index];
            if (step.type() == HotCopyType.FULL) {
                beginSet(world, step.group(), member, now);
            }
            long from = from(step.type(), world, member, now);
            long bytes = stage.times().bytes(step.type(), member, world.commit(now) - from);
            long set = step.type() == HotCopyType.INCREMENTAL ? world.base[member] : world.newest[member];
            Published.put(each, index, from, set, bytes);
            takes = Math.max(takes, stage.times().copyMillis(step.type(), member, bytes));
            world.copying[member]++;
        }
        world.runningSince[step.group()][step.type().ordinal()] = now;
        Published copy = Published.of(step.group(), step.type(), now, now + takes, world.commit(now), each);
        return new RunningStep(step, copy, doomed);
    }

    /** Journals go into it from now on; while there is no complete full, the chain of journals begins with its pin. */
    private static void beginSet(World world, int group, int member, long now) {
        world.newest[member] = World.setOf(group, now);
        if (world.base[member] == World.NONE) {
            world.chain[member] = world.commit(now);
        }
    }

    private static long from(HotCopyType type, World world, int member, long now) {
        return switch (type) {
            case FULL, SIMPLE -> world.commit(now);
            case INCREMENTAL -> world.tip[member];
            case JOURNAL -> world.chain[member];
        };
    }

    /** What is published now: a full holds what was committed until now. */
    static Published published(RunningStep copy, World world, long now) {
        return copy.copy().isFull() ? copy.copy().cutAt(world.commit(now)) : copy.copy();
    }

    /** It is published. */
    static void end(Stage stage, World world, Step step, Published copy) {
        int group = step.group();
        int[] members = stage.group(group).managers();
        world.runningSince[group][step.type().ordinal()] = World.NONE;
        for (int index = 0; index < members.length; index++) {
            int member = members[index];
            world.copying[member]--;
            if (copy.type() == HotCopyType.JOURNAL) {
                world.chain[member] = copy.cut();
            } else {
                goOnFrom(world, copy, index, member);
            }
        }
        world.copied[group] = true;
        world.freshest = group;
        serve(world, copy, ServedLines.by(step));
    }

    /**
     * A full or incremental ends a suspension that began before it. An incremental that ends when the next full has
     * been published belongs to the set before, and what comes after does not go on from it.
     */
    private static void goOnFrom(World world, Published copy, int index, int member) {
        if (copy.isFull()) {
            world.base[member] = copy.set(index);
        }
        if (world.base[member] == copy.set(index)) {
            world.tip[member] = copy.cut();
        }
        if (world.suspendedSince[member] != World.NONE && world.suspendedSince[member] <= copy.begun()) {
            world.suspendedSince[member] = World.NONE;
            world.chain[member] = copy.cut();
        } else if (world.chain[member] == World.NONE) {
            world.chain[member] = copy.from(index);
        }
    }

    /** What came while it was running is not served by it. */
    private static void serve(World world, Published copy, int lines) {
        int group = copy.group();
        for (int line = 0; line < world.cameAt[group].length; line++) {
            if ((lines & (1 << line)) != 0 && world.cameAt[group][line] <= copy.begun()) {
                world.open[group] &= ~(1 << line);
            }
        }
    }

    /** It has failed: nothing of it is published, but a set that a full has begun stays (protocol §4). */
    static void giveUp(Stage stage, World world, RunningStep copy) {
        world.runningSince[copy.step().group()][copy.step().type().ordinal()] = World.NONE;
        for (int member : stage.group(copy.step().group()).managers()) {
            world.copying[member]--;
        }
    }
}
