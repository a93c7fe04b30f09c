/**
 * When things are to begin: the schedule words of a policy and its time zone in, instants out. Pure; the only user of
 * the cron library, which is asked about days and times of day only: what a change of the clocks means is decided here.
 *
 * <p>Front door: {@link io.hotcopy.timetable.Timetable}; {@link io.hotcopy.timetable.CronText} checks what people
 * write.
 */
package io.hotcopy.timetable;
