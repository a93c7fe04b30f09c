package io.hotcopy.dsl;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes YAML nodes: a mapping that holds no other in one line, the others in blocks. */
final class NodeText {
    private static final String INDENT = "  ";
    /** What every reader of YAML takes for the text that it is. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_]*([./-][A-Za-z0-9_]+)*");

    private static final Set<String> NOT_PLAIN =
            Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "null", "skip", "fail");

    private final StringBuilder text = new StringBuilder();

    private NodeText() {}

    /** The document in blocks; ends with a line feed. */
    static String of(YamlNode.Mapping document) {
        NodeText all = new NodeText();
        for (YamlNode.Entry entry : document.entries()) {
            all.text.append(all.text.isEmpty() ? "" : "\n");
            all.entry(entry, "");
        }
        return all.text.toString();
    }

    /** Whether a text may stand without quotes. */
    static boolean isPlain(String text) {
        return PLAIN.matcher(text).matches() && !NOT_PLAIN.contains(text.toLowerCase(Locale.ROOT));
    }

    private void entry(YamlNode.Entry entry, String indent) {
        text.append(indent).append(scalar(entry.key())).append(':');
        below(entry.value(), indent);
    }

    private void below(YamlNode value, String indent) {
        if (isFlat(value)) {
            String line = flow(value);
            text.append(line.isEmpty() ? "" : " ").append(line).append('\n');
        } else if (value instanceof YamlNode.Mapping mapping) {
            text.append('\n');
            mapping.entries().forEach(entry -> entry(entry, indent + INDENT));
        } else if (value instanceof YamlNode.Sequence list) {
            text.append('\n');
            list.items().forEach(item -> text.append(indent)
                    .append(INDENT)
                    .append("- ")
                    .append(flow(item))
                    .append('\n'));
        }
    }

    /** Whether it stands in the line of its key: a value, a list of values, or a mapping to such. */
    private static boolean isFlat(YamlNode node) {
        if (node instanceof YamlNode.Mapping mapping) {
            return mapping.entries().stream().map(YamlNode.Entry::value).allMatch(NodeText::isShallow);
        }
        return isShallow(node);
    }

    private static boolean isShallow(YamlNode node) {
        return node instanceof YamlNode.Scalar
                || node instanceof YamlNode.Sequence list
                        && list.items().stream().allMatch(YamlNode.Scalar.class::isInstance);
    }

    /** In one line. */
    static String flow(YamlNode node) {
        if (node instanceof YamlNode.Mapping mapping) {
            return mapping.entries().stream()
                    .map(entry -> (scalar(entry.key()) + ": " + flow(entry.value())).stripTrailing())
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return node instanceof YamlNode.Sequence list ? flow(list.items()) : scalar((YamlNode.Scalar) node);
    }

    private static String flow(Collection<YamlNode> items) {
        return items.stream().map(NodeText::flow).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String scalar(YamlNode.Scalar scalar) {
        if (scalar.isPlain()) {
            return scalar.text();
        }
        List<Integer> letters = scalar.text().codePoints().boxed().toList();
        return letters.stream().allMatch(Plainly::isPrintable)
                ? "'" + scalar.text().replace("'", "''") + "'"
                : "\"" + letters.stream().map(NodeText::escaped).collect(Collectors.joining()) + "\"";
    }

    private static String escaped(int letter) {
        return switch (letter) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default ->
                Plainly.isPrintable(letter)
                        ? Character.toString(letter)
                        : String.format(letter > 0xFFFF ? "\\U%08x" : "\\u%04x", letter);
        };
    }
}
