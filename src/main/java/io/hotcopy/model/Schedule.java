package io.hotcopy.model;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** When the runs of a policy line begin. All times of day are those of the policy's time zone. */
public sealed interface Schedule permits Schedule.At, Schedule.Every, Schedule.Cron {

    /**
     * At a time of day, on some days of the week.
     *
     * @param days at least one; all seven for a daily run
     * @param time of day
     */
    record At(SortedSet<DayOfWeek> days, LocalTime time) implements Schedule {

        public At {
            if (days.isEmpty()) {
                throw new IllegalArgumentException("at needs a day");
            }
            days = Collections.unmodifiableSortedSet(new TreeSet<>(days));
        }

        /** On every day of the week. */
        public static At daily(LocalTime time) {
            return new At(new TreeSet<>(EnumSet.allOf(DayOfWeek.class)), time);
        }

        /** On these days of the week. */
        public static At on(Set<DayOfWeek> days, LocalTime time) {
            return new At(new TreeSet<>(days), time);
        }
    }

    /**
     * Again and again, an interval of elapsed time apart. With {@code interleaved} the interval is that of the whole
     * policy: each of n backup groups runs every n-th time (M33, protocol §7).
     *
     * @param interval more than zero, in whole seconds
     * @param interleaved whether the backup groups take turns
     */
    record Every(Duration interval, boolean interleaved) implements Schedule {

        public Every {
            if (interval.isNegative() || interval.isZero()) {
                throw new IllegalArgumentException("an interval is more than zero, not " + interval);
            }
        }
    }

    /**
     * By a cron expression.
     *
     * @param expression five fields, checked when it was read
     */
    record Cron(String expression) implements Schedule {}
}
