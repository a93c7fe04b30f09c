package io.hotcopy.simulate;

import io.hotcopy.term.HotCopyType;

/**
 * One hot copy of a plan.
 *
 * @param group the index of the backup group
 * @param type what is taken
 * @param serves the lines that it is taken for, a bit each
 */
record Step(int group, HotCopyType type, int serves) {}
