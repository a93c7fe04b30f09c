package io.hotcopy.shell.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The days and hours above a strip, by the wall clock of a zone. */
final class TimeScale {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d", Locale.ENGLISH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MMM d", Locale.ENGLISH);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH", Locale.ROOT);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final List<Integer> HOURS = List.of(1, 2, 3, 4, 6, 12);
    private static final List<Integer> MINUTES = List.of(1, 2, 5, 10, 15, 30);
    private static final int A_DAY = 24 * 60;
    /** {@code Nov 26} and two blanks. */
    private static final double LONGEST_DATE = 8;

    /** Two digits and blanks that keep them apart. */
    private static final int APART = 4;

    /** {@code 01:15} and as much again. */
    private static final int MINUTES_APART = 10;

    private final TimeStrip strip;
    private final ZoneId zone;
    private final double columnsADay;

    TimeScale(TimeStrip strip, ZoneId zone) {
        this.strip = strip;
        this.zone = zone;
        this.columnsADay = (double) Duration.ofDays(1).toSeconds()
                / Math.max(1, strip.cellLength().toSeconds());
    }

    /** One line of days, and one of hours, or of minutes, when there is room for some. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(days()));
        MINUTES.stream()
                .filter(step -> columnsADay * step / A_DAY >= MINUTES_APART)
                .findFirst()
                .map(step -> times(step, MINUTE))
                .or(() -> HOURS.stream()
                        .filter(step -> columnsADay * step / 24 >= APART)
                        .findFirst()
                        .map(step -> times(60 * step, HOUR)))
                .ifPresent(lines::add);
        return lines;
    }

    /** Of many days, a date now and then. */
    private String days() {
        boolean eachHasRoom = columnsADay > DAY.format(LocalDate.EPOCH).length() + 1;
        int step = eachHasRoom ? 1 : (int) Math.ceil(LONGEST_DATE / columnsADay);
        char[] line = blank();
        int free = 0;
        for (LocalDate day = strip.from().atZone(zone).toLocalDate(); isWithin(day); day = day.plusDays(step)) {
            Instant midnight = day.atStartOfDay(zone).toInstant();
            int column = strip.contains(midnight) ? strip.columnOf(midnight) : 0;
            if (column >= free && (strip.contains(midnight) || nextIsFar(day))) {
                free = write(line, column, (eachHasRoom ? DAY : DATE).format(day), free);
            }
        }
        return text(line);
    }

    private boolean isWithin(LocalDate day) {
        return !day.atStartOfDay(zone).toInstant().isAfter(strip.to());
    }

    /** Whether the day that the strip begins in has room for its name before the next. */
    private boolean nextIsFar(LocalDate day) {
        Instant next = day.plusDays(1).atStartOfDay(zone).toInstant();
        return !strip.contains(next) || strip.columnOf(next) > DAY.format(day).length();
    }

    /** @param step in minutes */
    private String times(int step, DateTimeFormatter form) {
        char[] line = blank();
        LocalDateTime at = strip.from().atZone(zone).toLocalDate().atStartOfDay();
        int free = 0;
        while (!at.atZone(zone).toInstant().isAfter(strip.to())) {
            Instant instant = at.atZone(zone).toInstant();
            if (strip.contains(instant) && strip.columnOf(instant) >= free) {
                free = write(line, strip.columnOf(instant), form.format(at), free);
            }
            at = at.plusMinutes(step);
        }
        return text(line);
    }

    /** @return the first column where another text may begin */
    private static int write(char[] line, int column, String text, int free) {
        if (column + text.length() > line.length) {
            return free;
        }
        text.getChars(0, text.length(), line, column);
        return column + text.length() + 1;
    }

    private char[] blank() {
        char[] line = new char[strip.columns()];
        Arrays.fill(line, ' ');
        return line;
    }

    private static String text(char[] line) {
        return new String(line).stripTrailing();
    }
}
