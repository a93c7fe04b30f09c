package io.hotcopy.simulate;

import io.hotcopy.model.BackupGroup;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.plan.Decider;
import io.hotcopy.plan.Decider.Answer;
import io.hotcopy.plan.Decider.Taken;
import io.hotcopy.plan.Situation;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.StorageGroupName;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the planner's {@link Decider} answers, asked once for each situation that there can be: they are few, and a
 * simulation is in each of them many times. Lines are a bit each, as in {@link Agenda}.
 */
final class Decisions {
    private static final int NEVER_COPIED = 1 << 4;
    private static final int NO_BASE = 1 << 5;
    private static final int NO_JOURNAL_BASE = 1 << 6;
    private static final int SUSPENDED = 1 << 7;
    private static final int FULL_RUNS = 1 << 8;
    private static final int INCREMENTAL_RUNS = 1 << 9;
    private static final int SITUATIONS = 1 << 10;

    private final Layout layout;
    private final BackupPolicy policy;
    private final Decider decider;
    private final int[] wanted = new int[SITUATIONS];
    private final Choice[] chosen = new Choice[SITUATIONS];

    Decisions(Layout layout, BackupPolicy policy) {
        this.layout = layout;
        this.policy = policy;
        this.decider = new Decider(policy);
    }

    /**
     * What is taken.
     *
     * @param types in this order
     * @param serves for each the lines that it is taken for
     * @param isRefused whether something that is wanted cannot be taken, so that nothing of the backup group is
     */
    record Choice(List<HotCopyType> types, int[] serves, boolean isRefused) {}

    /** How it stands for a backup group, but for what is due, as bits. */
    static int standing(World world, int group, int[] members) {
        return (world.copied[group] ? 0 : NEVER_COPIED)
                | (world.lacksBase(group, members) ? NO_BASE : 0)
                | (world.lacksJournalBase(members) ? NO_JOURNAL_BASE : 0)
                | (world.isSuspended(members) ? SUSPENDED : 0)
                | (world.runs(group, HotCopyType.FULL) ? FULL_RUNS : 0)
                | (world.runs(group, HotCopyType.INCREMENTAL) ? INCREMENTAL_RUNS : 0);
    }

    /** The lines that are wanted: those that are due and open, and one that heals. */
    int wanted(int due, int standing) {
        int key = due | standing;
        if (wanted[key] == 0) {
            wanted[key] = bits(decider.wanted(situation(due, standing))) + 1;
        }
        return wanted[key] - 1;
    }

    /** What is taken of the lines that are wanted. */
    Choice chosen(int lines, int standing) {
        int key = lines | standing;
        if (chosen[key] == null) {
            Answer answer = decider.chosen(situation(lines, standing));
            chosen[key] = new Choice(
                    answer.takes().stream().map(Taken::type).toList(),
                    answer.takes().stream()
                            .mapToInt(taken -> bits(taken.serves()))
                            .toArray(),
                    !answer.refused().isEmpty());
        }
        return chosen[key];
    }

    /** The backup group of the layout that takes over the runs of one that is down. */
    Optional<Integer> standIn(int down, World world) {
        return decider.standIn(
                        layout.groups().get(down).declared(),
                        other -> !world.allRunning(
                                layout.groups().get(index(other)).managers()),
                        other -> held(index(other)))
                .map(this::index);
    }

    private int index(BackupGroup group) {
        for (int index = 0; index < layout.groups().size(); index++) {
            Layout.Group known = layout.groups().get(index);
            if (known.declared().equals(group) && layout.policyOf(known).equals(policy)) {
                return index;
            }
        }
        throw new IllegalArgumentException("no backup group " + group.name());
    }

    private Set<StorageGroupName> held(int group) {
        Set<StorageGroupName> held = new TreeSet<>();
        for (int index : layout.groups().get(group).storageGroups()) {
            held.add(layout.storageGroups().get(index));
        }
        return held;
    }

    private static Situation situation(int lines, int standing) {
        return new Situation(
                lines(lines),
                (standing & NEVER_COPIED) != 0,
                (standing & NO_BASE) != 0,
                (standing & NO_JOURNAL_BASE) != 0,
                (standing & SUSPENDED) != 0,
                running(standing));
    }

    private static Set<HotCopyType> running(int standing) {
        Set<HotCopyType> running = EnumSet.noneOf(HotCopyType.class);
        if ((standing & FULL_RUNS) != 0) {
            running.add(HotCopyType.FULL);
        }
        if ((standing & INCREMENTAL_RUNS) != 0) {
            running.add(HotCopyType.INCREMENTAL);
        }
        return running;
    }

    private static Set<HotCopyType> lines(int bits) {
        Set<HotCopyType> lines = EnumSet.noneOf(HotCopyType.class);
        for (HotCopyType type : HotCopyType.values()) {
            if ((bits & Agenda.bit(type)) != 0) {
                lines.add(type);
            }
        }
        return lines;
    }

    private static int bits(Set<HotCopyType> lines) {
        return lines.stream().mapToInt(Agenda::bit).sum();
    }
}
