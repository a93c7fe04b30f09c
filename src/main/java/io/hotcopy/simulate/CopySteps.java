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
        long[] from = new long[members.length];
        long[] sets = new long[members.length];
        long[] bytes = new long[members.length];
        long takes = 0;
        for (int index = 0; index < members.length; index++) {
            int member = members[index];
            if (step.type() == HotCopyType.FULL) {
                world.newest[member] = World.setOf(step.group(), now);
            }
            from[index] = from(step.type(), world, member, now);
            sets[index] = step.type() == HotCopyType.INCREMENTAL ? world.base[member] : world.newest[member];
            bytes[index] = stage.times().bytes(step.type(), member, world.commit(now) - from[index]);
            takes = Math.max(takes, stage.times().copyMillis(step.type(), member, bytes[index]));
            world.copying[member]++;
        }
        return new RunningStep(step, now, now + takes, doomed, from, sets, bytes);
    }

    private static long from(HotCopyType type, World world, int member, long now) {
        return switch (type) {
            case FULL, SIMPLE -> world.commit(now);
            case INCREMENTAL -> world.tip[member];
            case JOURNAL -> world.chain[member];
        };
    }

    /** The commit at which it is consistent. */
    static long cut(RunningStep copy, World world, long now) {
        return world.commit(copy.step().type() == HotCopyType.FULL ? now : copy.begun());
    }

    /** It is published. */
    static void end(Stage stage, World world, RunningStep copy, long now) {
        int group = copy.step().group();
        int[] members = stage.group(group).managers();
        long cut = cut(copy, world, now);
        for (int index = 0; index < members.length; index++) {
            int member = members[index];
            world.copying[member]--;
            if (copy.step().type() == HotCopyType.JOURNAL) {
                world.chain[member] = cut;
            } else {
                goOnFrom(world, copy, index, member, cut);
            }
        }
        world.copied[group] = true;
        world.freshest = group;
        serve(world, copy, DuePlan.served(copy.step()));
    }

    /** A full or incremental ends a suspension that began before it; the first full opens the chain of journals. */
    private static void goOnFrom(World world, RunningStep copy, int index, int member, long cut) {
        if (copy.step().type() == HotCopyType.FULL) {
            world.base[member] = copy.sets()[index];
        }
        world.tip[member] = cut;
        if (world.suspendedSince[member] != World.NONE && world.suspendedSince[member] <= copy.begun()) {
            world.suspendedSince[member] = World.NONE;
            world.chain[member] = cut;
        } else if (world.chain[member] == World.NONE) {
            world.chain[member] = copy.from()[index];
        }
    }

    /** What came while it was running is not served by it. */
    private static void serve(World world, RunningStep copy, int lines) {
        int group = copy.step().group();
        for (int line = 0; line < world.cameAt[group].length; line++) {
            if ((lines & (1 << line)) != 0 && world.cameAt[group][line] <= copy.begun()) {
                world.open[group] &= ~(1 << line);
            }
        }
    }

    /** It has failed: nothing of it is published, but a set that a full has begun stays (protocol §4). */
    static void giveUp(Stage stage, World world, RunningStep copy) {
        for (int member : stage.group(copy.step().group()).managers()) {
            world.copying[member]--;
        }
    }
}
