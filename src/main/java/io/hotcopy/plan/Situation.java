package io.hotcopy.plan;

import io.hotcopy.term.HotCopyType;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * How it stands for one backup group, as far as that decides what is taken.
 *
 * @param due the lines that are due or asked for; compared and kept in the order of the types
 * @param neverCopied whether there is no usable hot copy of just its archives
 * @param noBase whether an incremental has nothing to append to
 * @param noJournalBase whether a journal hot copy has nothing to append to
 * @param suspended whether journal hot copies are suspended on one of its archives
 * @param running the types of the hot copies that run on just its archives; kept as {@code due} is
 */
public record Situation(
        Set<HotCopyType> due,
        boolean neverCopied,
        boolean noBase,
        boolean noJournalBase,
        boolean suspended,
        Set<HotCopyType> running) {

    public Situation {
        due = kept(due);
        running = kept(running);
    }

    private static Set<HotCopyType> kept(Set<HotCopyType> some) {
        EnumSet<HotCopyType> types = EnumSet.noneOf(HotCopyType.class);
        types.addAll(some);
        return Collections.unmodifiableSet(types);
    }

    /** The same, but these lines are due. */
    public Situation with(Set<HotCopyType> lines) {
        return new Situation(lines, neverCopied, noBase, noJournalBase, suspended, running);
    }

    boolean wants(HotCopyType line) {
        return due.contains(line);
    }

    boolean runs(HotCopyType type) {
        return running.contains(type);
    }
}
