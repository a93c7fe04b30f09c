package io.hotcopy.plan;

import io.hotcopy.model.BackupGroup;
import io.hotcopy.term.ArchiveId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Lists in sentences. */
final class Words {

    private Words() {}

    /** {@code archive 0}, {@code archives 0 and 1}, {@code archives 0, 1 and 2}. */
    static String archives(Collection<ArchiveId> archives) {
        return (archives.size() == 1 ? "archive " : "archives ") + list(archives);
    }

    /** {@code a}, {@code a and b}, {@code a, b and c}. */
    static String list(Collection<?> things) {
        List<String> texts = things.stream().map(Object::toString).toList();
        int last = texts.size() - 1;
        return last < 1
                ? String.join("", texts)
                : texts.subList(0, last).stream().collect(Collectors.joining(", ", "", " and ")) + texts.get(last);
    }

    /** An id as it is shown in a sentence: its first eight digits. */
    static String id(Object id) {
        return id.toString().substring(0, 8);
    }

    /** The names in quotes, as a list. */
    static String quoted(Collection<String> names) {
        return list(names.stream().map(name -> "\"" + name + "\"").toList());
    }

    /** A time in its units, to the second: {@code 40 s}, {@code 15 min 40 s}, {@code 1 d 2 h}. */
    static String time(Duration time) {
        List<String> parts = new ArrayList<>();
        part(time.toDays(), "d", parts);
        part(time.toHoursPart(), "h", parts);
        part(time.toMinutesPart(), "min", parts);
        part(time.toSecondsPart(), "s", parts);
        return parts.isEmpty() ? "0 s" : String.join(" ", parts);
    }

    private static void part(long number, String unit, List<String> parts) {
        if (number > 0) {
            parts.add(number + " " + unit);
        }
    }

    /** A time as the language writes it, in the greatest unit that needs no fraction: {@code 90.minutes}. */
    static String said(Duration time) {
        long seconds = Math.max(1, time.toSeconds());
        if (seconds % 86_400 == 0) {
            return said(seconds / 86_400, "day");
        }
        if (seconds % 3_600 == 0) {
            return said(seconds / 3_600, "hour");
        }
        return seconds % 60 == 0 ? said(seconds / 60, "minute") : said(seconds, "second");
    }

    private static String said(long number, String unit) {
        return number + "." + unit + (number == 1 ? "" : "s");
    }

    /** {@code backup group "east"}, {@code backup groups "east" and "west"}. */
    static String groups(Collection<BackupGroup> groups) {
        return (groups.size() == 1 ? "backup group " : "backup groups ")
                + quoted(groups.stream().map(BackupGroup::name).toList());
    }
}
