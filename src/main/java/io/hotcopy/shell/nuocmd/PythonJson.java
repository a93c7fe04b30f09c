package io.hotcopy.shell.nuocmd;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * JSON to the letter as the vendor's client prints it: keys sorted at every level, two blanks a level or all on one
 * line, and everything outside ASCII escaped. Only to be printed: what is sent is written by
 * {@link io.hotcopy.admin.AdminJson}.
 */
final class PythonJson {
    private final StringBuilder text = new StringBuilder();
    private final boolean indented;
    private int depth;

    private PythonJson(boolean indented) {
        this.indented = indented;
    }

    /** @param indented false for all on one line */
    static String text(Object value, boolean indented) {
        PythonJson json = new PythonJson(indented);
        json.write(value);
        return json.text.toString();
    }

    private void write(Object value) {
        if (value == null) {
            text.append("null");
        } else if (value instanceof Map<?, ?> map) {
            TreeMap<String, Object> sorted = new TreeMap<>();
            map.forEach((key, item) -> sorted.put(String.valueOf(key), item));
            writeAll("{", sorted.entrySet(), this::writeEntry, "}");
        } else if (value instanceof List<?> list) {
            writeAll("[", list, this::write, "]");
        } else if (value instanceof Boolean truth) {
            text.append(truth ? "true" : "false");
        } else if (value instanceof String string) {
            writeText(string);
        } else {
            text.append(PythonText.repr(value));
        }
    }

    private void writeEntry(Map.Entry<String, Object> entry) {
        writeText(entry.getKey());
        text.append(": ");
        write(entry.getValue());
    }

    private <T> void writeAll(String open, Collection<? extends T> items, Consumer<T> writer, String close) {
        text.append(open);
        depth++;
        for (Iterator<? extends T> each = items.iterator(); each.hasNext(); ) {
            line();
            writer.accept(each.next());
            if (each.hasNext()) {
                text.append(indented ? "," : ", ");
            }
        }
        depth--;
        if (!items.isEmpty()) {
            line();
        }
        text.append(close);
    }

    private void line() {
        if (indented) {
            text.append('\n').append("  ".repeat(depth));
        }
    }

    private void writeText(String string) {
        text.append('"');
        string.chars().forEach(unit -> text.append(escaped((char) unit)));
        text.append('"');
    }

    private static String escaped(char unit) {
        return switch (unit) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            default -> unit < ' ' || unit > '~' ? String.format("\\u%04x", (int) unit) : String.valueOf(unit);
        };
    }
}
