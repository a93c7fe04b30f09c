/**
 * What a schedule keeps of its promises before the bad day: declarations, past runs and failures in; for each failure
 * the worst loss and the longest restore, when and where they happen, out. Pure: the clock is virtual.
 *
 * <p>Front door: {@link io.hotcopy.simulate.Simulator}, which gives a {@link io.hotcopy.simulate.ProtectionProof} for
 * each policy. It decides nothing itself: timetable, planner, rules and restore planner of the real run are asked.
 */
package io.hotcopy.simulate;
