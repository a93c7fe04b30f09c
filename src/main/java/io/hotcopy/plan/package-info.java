/**
 * What shall be done and why: declarations, facts and an instant in; ordered steps and every rule's findings out. Pure.
 *
 * <p>Front door: {@link io.hotcopy.plan.Planner}, which gives a {@link io.hotcopy.plan.BackupPlan}. Each
 * {@link io.hotcopy.plan.Rule} is one class. What a policy decides for a backup group {@link io.hotcopy.plan.Decider}
 * tells, which simulations ask as well.
 */
package io.hotcopy.plan;
