package io.hotcopy.dsl.words;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The end of something that lasts: the beginning of a day, or an instant. */
public sealed interface Until permits Until.Day, Until.Moment {

    /** @param zone whose days are meant */
    Instant in(ZoneId zone);

    /** Until the day begins. */
    record Day(LocalDate date) implements Until {
        @Override
        public Instant in(ZoneId zone) {
            return date.atStartOfDay(zone).toInstant();
        }
    }

    /** Until the instant. */
    record Moment(Instant instant) implements Until {
        @Override
        public Instant in(ZoneId zone) {
            return instant;
        }
    }
}
