package io.hotcopy.shell.nuocmd;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills in a format string as the vendor's client does: Python's {@code str.format} with names only, and
 * {@code {name:spec:default}} for what has no value, which is {@code <NO VALUE>} when no default is given. A name may
 * go on by {@code .property} and {@code [key]}.
 */
final class PythonFormat {
    private static final String NO_VALUE = "<NO VALUE>";
    private static final Pattern STEP = Pattern.compile("\\.([^.\\[]+)|\\[([^\\]]+)\\]");
    private static final Pattern FIRST = Pattern.compile("[^.\\[]*");
    /** A specification may hold fields itself, but those none. */
    private static final int DEEPEST = 2;

    private final String format;
    private final Map<String, Object> fields;
    private final StringBuilder text = new StringBuilder();
    private int at;

    private PythonFormat(String format, Map<String, Object> fields) {
        this.format = format;
        this.fields = fields;
    }

    /** @throws CommandFailure when the format is none, or does not fit the values */
    static String fill(String format, Entity entity) {
        return fill(format, entity.fields(), DEEPEST);
    }

    private static String fill(String format, Map<String, Object> fields, int depth) {
        if (depth == 0 && format.indexOf('{') >= 0) {
            throw new CommandFailure("Max string recursion exceeded");
        }
        PythonFormat filling = new PythonFormat(format, fields);
        while (filling.at < format.length()) {
            filling.next(depth);
        }
        return filling.text.toString();
    }

    private void next(int depth) {
        char next = format.charAt(at++);
        boolean doubled = at < format.length() && format.charAt(at) == next;
        if (next != '{' && next != '}') {
            text.append(next);
        } else if (doubled) {
            text.append(next);
            at++;
        } else if (next == '}') {
            throw new CommandFailure("Single '}' encountered in format string");
        } else {
            field(inside(), depth);
        }
    }

    /** What stands before the bracket that closes the one before. */
    private String inside() {
        int start = at;
        int open = 1;
        while (at < format.length()) {
            char next = format.charAt(at++);
            open += next == '{' ? 1 : next == '}' ? -1 : 0;
            if (open == 0) {
                return format.substring(start, at - 1);
            }
        }
        throw new CommandFailure(
                start == format.length()
                        ? "Single '{' encountered in format string"
                        : "expected '}' before end of string");
    }

    private void field(String inside, int depth) {
        int colon = inside.indexOf(':');
        String name = colon < 0 ? inside : inside.substring(0, colon);
        String spec = fill(colon < 0 ? "" : inside.substring(colon + 1), fields, depth - 1);
        int mark = name.indexOf('!');
        Object value = value(mark < 0 ? name : name.substring(0, mark));
        text.append(formatted(mark < 0 ? value : converted(value, name.substring(mark + 1)), spec));
    }

    private static String formatted(Object value, String spec) {
        int colon = spec.lastIndexOf(':');
        if (value == null) {
            return colon < 0 ? NO_VALUE : spec.substring(colon + 1);
        }
        return PythonFormatSpec.format(value, colon < 0 ? spec : spec.substring(0, colon));
    }

    private static Object converted(Object value, String conversion) {
        return switch (conversion) {
            case "s" -> PythonText.str(value);
            case "r", "a" -> PythonText.repr(value);
            default -> throw new CommandFailure("Unknown conversion specifier " + conversion);
        };
    }

    private Object value(String name) {
        Matcher first = FIRST.matcher(name);
        first.lookingAt();
        if (first.group().matches("\\d*")) {
            throw new CommandFailure("tuple index out of range");
        }
        Object value = fields.get(first.group());
        Matcher step = STEP.matcher(name).region(first.end(), name.length());
        int end = first.end();
        while (end < name.length() && step.lookingAt()) {
            value = step.group(1) != null ? property(value, step.group(1)) : item(value, step.group(2));
            end = step.end();
            step.region(end, name.length());
        }
        if (end < name.length()) {
            throw new CommandFailure("Only '.' or '[' may follow ']' in format field specifier");
        }
        return value;
    }

    private static Object property(Object value, String name) {
        if (value instanceof Entity entity && entity.properties().containsKey(name)) {
            return entity.properties().get(name);
        }
        throw new CommandFailure("'" + PythonText.type(value) + "' object has no attribute '" + name + "'");
    }

    private static Object item(Object value, String key) {
        if (value instanceof List<?> list && key.matches("\\d{1,9}")) {
            if (Integer.parseInt(key) < list.size()) {
                return list.get(Integer.parseInt(key));
            }
            throw new CommandFailure("list index out of range");
        }
        Map<?, ?> map = value instanceof Entity entity ? entity.json() : value instanceof Map<?, ?> any ? any : null;
        if (map == null) {
            throw new CommandFailure("'" + PythonText.type(value) + "' object is not subscriptable");
        } else if (!map.containsKey(key)) {
            throw new CommandFailure(PythonText.repr(key));
        }
        return map.get(key);
    }
}
