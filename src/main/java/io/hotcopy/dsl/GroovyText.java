package io.hotcopy.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes words in Groovy's spelling, each on a line of its own. */
final class GroovyText {
    private static final String INDENT = "    ";

    private final StringBuilder text = new StringBuilder();

    private GroovyText() {}

    static String of(List<Word> words) {
        GroovyText all = new GroovyText();
        for (Word word : words) {
            if (!all.text.isEmpty()) {
                all.text.append('\n');
            }
            all.write(word, "");
        }
        return all.text.toString();
    }

    private void write(Word word, String indent) {
        List<String> arguments = new ArrayList<>();
        word.arguments().forEach(value -> arguments.add(value(value)));
        word.named().forEach(named -> arguments.add(named.name() + ": " + value(named.value())));
        String all = String.join(", ", arguments);
        text.append(indent).append(word.name());
        if (word.block().isEmpty()) {
            text.append(all.isEmpty() ? "" : " ").append(all).append('\n');
            return;
        }
        text.append('(').append(all).append(") {\n");
        word.block().get().forEach(inner -> write(inner, indent + INDENT));
        text.append(indent).append("}\n");
    }

    private static String value(Value value) {
        if (value instanceof Value.Text quoted) {
            return "'"
                    + quoted.text().codePoints().mapToObj(GroovyText::escaped).collect(Collectors.joining()) + "'";
        }
        return value instanceof Value.Items items
                ? items.items().stream().map(GroovyText::value).collect(Collectors.joining(", ", "[", "]"))
                : Plainly.written(value);
    }

    private static String escaped(int letter) {
        return switch (letter) {
            case '\'' -> "\\'";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> Plainly.isPrintable(letter) ? Character.toString(letter) : Plainly.units(letter);
        };
    }
}
