package io.hotcopy.verb;

import io.hotcopy.plan.BackupPlan;
import java.util.Map;

/**
 * What would be done.
 *
 * @param plan its steps with their reasons, and every rule's finding
 * @param texts what the places of the findings point into, by the names of the files
 */
public record PlanResult(BackupPlan plan, @ForPeople Map<String, String> texts) implements VerbResult {}
