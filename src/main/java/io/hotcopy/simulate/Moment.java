package io.hotcopy.simulate;

/**
 * A moment at which a failure may begin, with what is alike of those that would come to the same.
 *
 * @param at when
 * @param likeness equal for moments of which it is enough to look at one
 * @param missesFull whether a full comes while the failure lasts: the copies then stand on an older one for long
 * @param othersAge how old the newest copy of the other backup groups grows meanwhile
 */
record Moment(long at, long likeness, boolean missesFull, long othersAge) {}
