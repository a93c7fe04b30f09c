/**
 * What can be restored, and how: facts of sets and a target in; which elements, in which order, to which commit out.
 *
 * <p>Front door: {@link io.hotcopy.recovery.RecoveryPlanner}. Pure: no disk, no clock, the same answer for the same
 * facts. It is the only planner: restore, verification, catalog, retention and proof all ask here.
 */
package io.hotcopy.recovery;
