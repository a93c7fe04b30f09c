package io.hotcopy.admin;

import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Fields of a row, named with dots where rows lie in rows: {@code process.dbName}. */
final class Dotted {

    /** Numbers first, in their order, also where they are text, as start ids are; then text. */
    static final Comparator<Object> ORDER = Comparator.nullsFirst(Dotted::compare);

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}");

    private Dotted() {}

    /** @return {@code null} when the row has no such field */
    static Object value(Map<?, ?> row, String name) {
        Object whole = row.get(name);
        int dot = name.indexOf('.');
        if (whole != null || dot < 0) {
            return whole;
        }
        Object inner = row.get(name.substring(0, dot));
        return inner instanceof Map<?, ?> map ? value(map, name.substring(dot + 1)) : null;
    }

    /** @param known names; {@code labels.*} stands for all below {@code labels} */
    static void require(String name, Set<String> known) {
        int dot = name.lastIndexOf('.');
        if (!known.contains(name) && !(dot > 0 && known.contains(name.substring(0, dot) + ".*"))) {
            throw UnmetRequestException.bad(
                    "Unable to get all fields: there is no field \"" + Fields.shown(name) + "\"");
        }
    }

    private static int compare(Object one, Object other) {
        if (one instanceof Map<?, ?> map && other instanceof Map<?, ?> second) {
            return compareIncarnations(map, second);
        }
        String text = one.toString();
        String second = other.toString();
        boolean isNumber = NUMBER.matcher(text).matches();
        boolean isSecond = NUMBER.matcher(second).matches();
        if (isNumber && isSecond) {
            return Long.compare(Long.parseLong(text), Long.parseLong(second));
        }
        return isNumber == isSecond ? text.compareTo(second) : isNumber ? -1 : 1;
    }

    /** The one kind of object that clients order by. */
    private static int compareIncarnations(Map<?, ?> one, Map<?, ?> other) {
        int major = ORDER.compare(one.get("major"), other.get("major"));
        return major != 0 ? major : ORDER.compare(one.get("minor"), other.get("minor"));
    }
}
