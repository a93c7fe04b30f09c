package io.hotcopy.model;

import io.hotcopy.term.HotCopyType;

/**
 * One line of a policy that takes copies; each execution of it is a run. Without a schedule it runs only when asked.
 *
 * @param type what each run takes
 */
public record RunLine(HotCopyType type) {}
