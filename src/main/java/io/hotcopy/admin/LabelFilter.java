package io.hotcopy.admin;

import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code label(KEY VALUE)}: the one form of the vendor's load balancer queries that is understood here.
 *
 * @param key of a label
 * @param value that it must have
 */
record LabelFilter(String key, String value) implements Predicate<Map<String, String>> {

    private static final String WORD = "(?:\"([^\"]*)\"|'([^']*)'|([^\\s()\"']+))";
    private static final Pattern FORM = Pattern.compile("\\s*label\\s*\\(\\s*" + WORD + "\\s+" + WORD + "\\s*\\)\\s*");

    /** @param query longest {@link Fields#LONGEST_TEXT} */
    static LabelFilter of(String query) {
        Matcher form = FORM.matcher(query);
        if (!form.matches()) {
            throw UnmetRequestException.bad(
                    "process filter \"" + Fields.shown(query) + "\": hotcopy understands label(KEY VALUE) only");
        }
        return new LabelFilter(word(form, 1), word(form, 4));
    }

    private static String word(Matcher form, int first) {
        for (int group = first; group < first + 2; group++) {
            if (form.group(group) != null) {
                return form.group(group);
            }
        }
        return form.group(first + 2);
    }

    @Override
    public boolean test(Map<String, String> labels) {
        return value.equals(labels.get(key));
    }
}
