package io.hotcopy.dsl;

import java.util.Optional;

/** Reads the values of words from YAML's nodes. */
final class NodeValues {
    private final PlainScalars scalars;

    NodeValues(Findings findings) {
        this.scalars = new PlainScalars(findings);
    }

    /** @param type that is expected, of a list's elements too; empty when nobody knows */
    Value value(YamlNode node, Optional<ArgumentType> type) {
        if (node instanceof YamlNode.Scalar scalar) {
            return scalars.value(scalar, type);
        }
        if (node instanceof YamlNode.Sequence list) {
            return new Value.Items(
                    list.items().stream().map(item -> value(item, type)).toList(), list.span());
        }
        return node instanceof YamlNode.Mapping
                ? new Value.Foreign("a mapping", node.span())
                : new Value.Unreadable(node.span());
    }
}
