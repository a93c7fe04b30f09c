package io.hotcopy.recovery;

import io.hotcopy.term.HotCopyType;

/**
 * What one element can do for one storage group: carry it from any commit of {@code [from, through)} forward, a journal
 * to any commit up to {@code through}, an incremental to {@code through} only.
 *
 * @param part the element
 * @param from the last commit before those it holds
 * @param through the last commit it holds, or the fork above which its commits are of another lineage
 */
record Span(Part part, long from, long through) {

    /** An incremental holds the state at its cut and nothing in between. */
    boolean isWholeOnly() {
        return part.element().type() == HotCopyType.INCREMENTAL;
    }

    /** The commit it reaches on the way to a target. */
    long reachBelow(long target) {
        return Math.min(through, target);
    }
}
