/**
 * What may go and what must stay: the sets of a database, its policies and its past runs in; for every collection what
 * becomes of it and why, and the proof that nothing is lost that must be restorable, out. Pure.
 *
 * <p>Front door: {@link io.hotcopy.retention.Expiry}. What can be restored it asks the restore planner of
 * {@link io.hotcopy.recovery}; there is no second idea of it here.
 */
package io.hotcopy.retention;
