package io.hotcopy.embedded.start;

import io.hotcopy.term.CommitNumber;

/**
 * How far a database goes on from where it stopped.
 *
 * @param through every commit up to this one is kept, every one above is void
 * @param voided how many commits are void by this decision
 */
public record Decision(CommitNumber through, long voided) {}
