package io.hotcopy.simulate;

import io.hotcopy.model.OnArchiveDown;
import io.hotcopy.model.OnMissed;
import io.hotcopy.term.HotCopyType;
import java.util.ArrayList;
import java.util.List;

/**
 * What one unattended {@code backup POLICY} plans at one moment: the same as the planner, by the same decisions.
 *
 * @param steps in the order in which they are taken
 * @param leftOut what the policy says to leave out
 * @param refused the backup groups of which something is wanted and that cannot be copied; the others can
 */
record DuePlan(List<Step> steps, List<LeftOut> leftOut, List<Integer> refused) {
    private static final HotCopyType[] TYPES = HotCopyType.values();

    /**
     * Runs of a backup group that are left out, once all that is taken instead is done.
     *
     * @param lines a bit each
     * @param at when it was decided
     * @param instead the backup group that runs instead; {@link World#NONE} for none
     */
    record LeftOut(int group, int lines, long at, int instead) {

        /** From now on these occurrences are not wanted any more; later ones are. */
        void enter(World world) {
            for (HotCopyType line : TYPES) {
                if ((lines & Agenda.bit(line)) != 0 && world.cameAt[group][line.ordinal()] <= at) {
                    world.open[group] &= ~Agenda.bit(line);
                }
            }
        }
    }

    static DuePlan of(Stage stage, World world, int policy, long now, PlaybackListener listener) {
        return new Making(stage, world, policy, now, listener).plan();
    }

    /** One plan on its way. */
    private static final class Making {
        private final Stage stage;
        private final World world;
        private final int policy;
        private final long now;
        private final PlaybackListener listener;
        private final Decisions decisions;
        private final int[] wanted;
        private final List<LeftOut> leftOut = new ArrayList<>();
        private final List<Integer> refused = new ArrayList<>();

        Making(Stage stage, World world, int policy, long now, PlaybackListener listener) {
            this.stage = stage;
            this.world = world;
            this.policy = policy;
            this.now = now;
            this.listener = listener;
            this.decisions = stage.decisions().get(policy);
            this.wanted = new int[stage.layout().groups().size()];
        }

        DuePlan plan() {
            boolean anyDown = want();
            if (anyDown) {
                reactToThoseDown();
            }
            List<Step> steps = new ArrayList<>();
            for (int group = 0; group < wanted.length; group++) {
                if (wanted[group] != 0) {
                    take(group, steps);
                }
            }
            return new DuePlan(steps, leftOut, refused);
        }

        /** @return whether a group of which something is wanted is down; while the database has stopped, none counts */
        private boolean want() {
            boolean anyDown = false;
            for (int group = 0; group < wanted.length; group++) {
                Layout.Group own = stage.group(group);
                if (own.policy() == policy) {
                    int standing = Decisions.standing(world, group, own.managers());
                    wanted[group] = decisions.wanted(due(group), standing);
                    anyDown |= wanted[group] != 0 && !world.isStopped() && !world.allRunning(own.managers());
                }
            }
            return anyDown;
        }

        private int due(int group) {
            int open = world.open[group] == 0 ? 0 : world.open[group] & ~inHand(group, group);
            if (open == 0 || !(stage.policy(policy).reactions().onMissed() instanceof OnMissed.Skip skip)) {
                return open;
            }
            int due = 0;
            for (HotCopyType line : TYPES) {
                boolean isMissed =
                        now - world.cameAt[group][line.ordinal()] > skip.after().toMillis();
                due |= isMissed ? 0 : open & Agenda.bit(line);
            }
            return due;
        }

        private void reactToThoseDown() {
            OnArchiveDown reaction = stage.policy(policy).reactions().onArchiveDown();
            if (reaction instanceof OnArchiveDown.Fail) {
                return;
            }
            for (int group = 0; group < wanted.length; group++) {
                if (wanted[group] != 0 && !world.allRunning(stage.group(group).managers())) {
                    react(group, reaction);
                }
            }
        }

        private void react(int group, OnArchiveDown reaction) {
            if (reaction instanceof OnArchiveDown.Skip) {
                leaveOut(group, wanted[group], (int) World.NONE);
                wanted[group] = 0;
                return;
            }
            decisions.standIn(group, world).ifPresent(other -> {
                int lines = wanted[group] & ~inHand(other, group);
                wanted[other] |= lines;
                wanted[group] = 0;
                leaveOut(group, lines, other);
            });
        }

        /** The lines of a backup group that are in hand by what runs on the one that is to take them. */
        private int inHand(int taking, int group) {
            int lines = 0;
            for (int type = 0; type < TYPES.length; type++) {
                long begun = world.runningSince[taking][type];
                if (begun != World.NONE) {
                    lines |= ServedLines.heldBy(type) & ~cameSince(group, begun);
                }
            }
            return lines;
        }

        /** What heals has not come at all. */
        private int cameSince(int group, long instant) {
            int lines = 0;
            for (int line = 0; line < TYPES.length; line++) {
                lines |= world.cameAt[group][line] > instant ? 1 << line : 0;
            }
            return lines & world.open[group];
        }

        private void leaveOut(int group, int lines, int instead) {
            if (lines == 0) {
                return;
            }
            leftOut.add(new LeftOut(group, lines, now, instead));
            for (HotCopyType line : TYPES) {
                if ((lines & Agenda.bit(line)) != 0) {
                    listener.leftOut(group, line, now);
                }
            }
        }

        private void take(int group, List<Step> steps) {
            int[] members = stage.group(group).managers();
            Decisions.Choice choice = decisions.chosen(wanted[group], Decisions.standing(world, group, members));
            if (choice.isRefused() || world.isStopped() || !world.allRunning(members)) {
                refused.add(group);
                return;
            }
            for (int index = 0; index < choice.types().size(); index++) {
                steps.add(new Step(group, choice.types().get(index), choice.serves()[index]));
            }
        }
    }
}
