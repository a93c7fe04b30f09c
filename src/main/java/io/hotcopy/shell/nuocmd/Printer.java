package io.hotcopy.shell.nuocmd;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prints what a command answers, as text or as JSON. */
final class Printer {
    private final PrintWriter out;
    private final boolean json;
    private final boolean lines;
    private final Optional<List<String>> fields;

    /**
     * @param global the options before the verb: {@code --show-json}, {@code --show-json-fields}, {@code --show-ndjson}
     */
    Printer(PrintWriter out, Arguments global) {
        this.out = out;
        lines = global.has("show-ndjson");
        fields = global.text("show-json-fields")
                .filter(names -> !names.isEmpty())
                .map(names -> Arrays.asList(names.split(",", -1)));
        json = lines || fields.isPresent() || global.has("show-json");
    }

    void show(Entity entity) {
        if (!json) {
            print(entity.toString());
        } else {
            Object value = fields.isPresent() ? chosen(entity.json(), fields.get()) : entity.json();
            print(PythonJson.text(value, !lines));
        }
    }

    /** A line, whatever answers are printed as. */
    void print(String line) {
        out.print(line);
        out.print('\n');
    }

    private static Map<String, Object> chosen(Map<String, Object> json, List<String> names) {
        Map<String, Object> chosen = new LinkedHashMap<>();
        for (String name : names) {
            Object value = Fields.at(json, name.split("\\.", -1));
            if (value != null) {
                chosen.put(name, value);
            }
        }
        return chosen;
    }
}
