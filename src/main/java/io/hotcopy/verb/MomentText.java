package io.hotcopy.verb;

import io.hotcopy.dsl.OptionText;
import io.hotcopy.model.Schedule;
import io.hotcopy.problem.HotCopyException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.regex.Pattern;

/**
 * Moments to come as people write them, by the clocks of a zone: a day of the week and a time of day, of which the
 * first is meant; a local date and time; or ISO with an offset.
 */
final class MomentText {
    static final String FORM =
            "a moment is 'Tue 02:00', the first to come, or 2026-12-01T02:00 by the policy's clock, or"
                    + " 2026-12-01T02:00+01:00";

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-.*");
    private static final Pattern OFFSET = Pattern.compile(".*T.*(Z|[+-][0-9:]+)$");

    private final ZoneId zone;

    MomentText(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * Reads a moment.
     *
     * @param text perhaps in quotes
     * @param earliest of a day of the week, the first at or after this one is meant
     * @throws HotCopyException when it is none
     */
    Instant read(String text, Instant earliest) {
        String said = unquoted(text.strip());
        if (said.isEmpty()) {
            throw new HotCopyException("a moment is missing", FORM);
        }
        return DATE.matcher(said).matches() ? iso(said) : first(OptionText.at(said), earliest);
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1 && text.charAt(0) == text.charAt(text.length() - 1);
        return quoted && (text.charAt(0) == '\'' || text.charAt(0) == '"')
                ? text.substring(1, text.length() - 1).strip()
                : text;
    }

    private Instant iso(String text) {
        String iso = text.replaceFirst(" ", "T");
        try {
            return OFFSET.matcher(iso).matches()
                    ? OffsetDateTime.parse(iso).toInstant()
                    : instant(LocalDateTime.parse(iso));
        } catch (DateTimeException wrong) {
            throw new HotCopyException("\"" + text + "\" is no moment", wrong, FORM);
        }
    }

    private Instant first(Schedule.At at, Instant earliest) {
        LocalDate day = earliest.atZone(zone).toLocalDate();
        while (!at.days().contains(day.getDayOfWeek())
                || instant(day.atTime(at.time())).isBefore(earliest)) {
            day = day.plusDays(1);
        }
        return instant(day.atTime(at.time()));
    }

    /**
     * As schedules count: a time that the clocks leap over is the instant after, one that they show twice the first.
     */
    private Instant instant(LocalDateTime local) {
        ZoneOffsetTransition transition = zone.getRules().getTransition(local);
        return transition != null && transition.isGap()
                ? transition.getInstant()
                : local.atZone(zone).toInstant();
    }
}
