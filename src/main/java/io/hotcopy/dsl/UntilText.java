package io.hotcopy.dsl;

import io.hotcopy.dsl.words.Until;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** Reads the end of something that lasts: a day, or an instant with its offset. */
final class UntilText {
    static final String FORM =
            "a day is written '2027-01-01', an instant '2027-01-01T12:00:00Z' or '2027-01-01T12:00:00+01:00'";

    private UntilText() {}

    static Reading read(Value value) {
        if (!(value instanceof Value.Text text)) {
            return Reading.otherKind();
        }
        try {
            return text.text().indexOf('T') < 0
                    ? Reading.fits(new Until.Day(LocalDate.parse(text.text())))
                    : Reading.fits(
                            new Until.Moment(OffsetDateTime.parse(text.text()).toInstant()));
        } catch (DateTimeException wrong) {
            return Reading.faulty(text.shown() + " is neither a day nor an instant", FORM);
        }
    }
}
