package io.hotcopy.admin;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code orderBy=a,b.c&descendingFields=a}: the order of the rows of a list. */
final class Order {

    private static final int MOST_FIELDS = 20;

    private Order() {}

    /** @return keeps rows as they are where nothing is asked for */
    static Comparator<Map<String, Object>> of(Fields query, Set<String> known) {
        List<String> descending = names(query, "descendingFields", known);
        Comparator<Map<String, Object>> order = (one, other) -> 0;
        for (String name : names(query, "orderBy", known)) {
            Comparator<Map<String, Object>> by = Comparator.comparing(row -> Dotted.value(row, name), Dotted.ORDER);
            order = order.thenComparing(descending.contains(name) ? by.reversed() : by);
        }
        return order;
    }

    private static List<String> names(Fields query, String parameter, Set<String> known) {
        String given = query.optionalText(parameter).orElse("");
        List<String> names = given.isEmpty() ? List.of() : List.of(given.split(",", -1));
        if (names.size() > MOST_FIELDS) {
            throw UnmetRequestException.bad(parameter + " names more than " + MOST_FIELDS + " fields");
        }
        names.forEach(name -> Dotted.require(name, known));
        return names;
    }
}
