package io.hotcopy.simulate;

/**
 * What is at stake for one storage group, or for all together.
 *
 * @param rpo the most time that may be lost
 * @param rto the longest that a restore may take
 */
public record Exposed(Worst rpo, Worst rto) {}
