package io.hotcopy.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * {@code filterBy=type&filterBy=dbName&type=SM&dbName=test}: which rows of a list are wanted. A value must fit as a
 * whole; of regular expressions only {@code .*} and {@code |} are understood, so that no request can make matching
 * long.
 */
final class Filter implements Predicate<Map<String, Object>> {

    private static final int MOST_FIELDS = 20;
    private static final int LONGEST = 200;
    private static final Pattern OTHER_EXPRESSIONS = Pattern.compile("[\\[\\](){}^$?+*\\\\]");

    private final Map<String, List<String>> query;
    private final List<String> fields;

    private Filter(Map<String, List<String>> query, List<String> fields) {
        this.query = query;
        this.fields = fields;
    }

    static Filter of(AdminRequest request, Set<String> known) {
        List<String> fields = request.query().getOrDefault("filterBy", List.of());
        if (fields.size() > MOST_FIELDS) {
            throw UnmetRequestException.bad("filterBy names more than " + MOST_FIELDS + " fields");
        }
        for (String field : fields) {
            Dotted.require(field, known);
            check(field, Fields.ofQuery(request).text(field));
        }
        return new Filter(request.query(), List.copyOf(fields));
    }

    private static void check(String field, String expression) {
        if (expression.length() > LONGEST) {
            throw UnmetRequestException.bad("filter of \"" + field + "\" is longer than " + LONGEST + " characters");
        }
        if (OTHER_EXPRESSIONS.matcher(expression.replace(".*", "")).find()) {
            throw UnmetRequestException.bad(
                    "filter \"" + Fields.shown(expression) + "\" of \"" + field + "\" is not understood",
                    "Plain text, \".*\" and \"|\" are.");
        }
    }

    @Override
    public boolean test(Map<String, Object> row) {
        return fields.stream().allMatch(field -> fits(query.get(field).get(0), Dotted.value(row, field)));
    }

    private static boolean fits(String expression, Object value) {
        if (value == null) {
            return false;
        }
        return List.of(expression.split("\\|", -1)).stream()
                .anyMatch(alternative -> fitsOne(alternative, value.toString()));
    }

    /** What stands between wildcards is looked for from the left; the last must end the value. */
    private static boolean fitsOne(String alternative, String value) {
        List<String> parts = new ArrayList<>(List.of(alternative.split("\\.\\*", -1)));
        String first = parts.remove(0);
        if (parts.isEmpty()) {
            return value.equals(first);
        }
        String last = parts.remove(parts.size() - 1);
        if (!value.startsWith(first)) {
            return false;
        }
        int at = first.length();
        for (String part : parts) {
            int found = value.indexOf(part, at);
            if (found < 0) {
                return false;
            }
            at = found + part.length();
        }
        return value.length() - last.length() >= at && value.endsWith(last);
    }
}
