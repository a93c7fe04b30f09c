package io.hotcopy.verb;

import io.hotcopy.plan.PlanDiff;

/**
 * What an edit of declarations changes.
 *
 * @param before what was meant by the old one: FILE, FILE#policy or a policy's name
 * @param after the same of the new one
 * @param equal whether nothing differs
 * @param diff what differs
 */
public record PlanDiffResult(String before, String after, boolean equal, PlanDiff diff) implements VerbResult {}
