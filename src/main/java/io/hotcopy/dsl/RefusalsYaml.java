package io.hotcopy.dsl;

import io.hotcopy.problem.SourceSpan;
import java.util.Map;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/** Reports what YAML has but a declaration does not: things that say one thing and mean another somewhere else. */
final class RefusalsYaml {
    private static final String TEMPLATES = "write it out, or let a policy build on another: from: base";

    private final Places places;
    private final Findings findings;

    RefusalsYaml(Places places, Findings findings) {
        this.places = places;
        this.findings = findings;
    }

    YamlNode alias(AliasEvent alias) {
        SourceSpan span = word(alias.getStartMark());
        findings.error(span, "a declaration has no aliases: `*" + alias.getAnchor() + "`", TEMPLATES);
        return new YamlNode.Refused(span);
    }

    /** The anchor and the tag before a part. */
    void properties(NodeEvent node) {
        if (node.getAnchor() != null) {
            findings.error(mark(node, '&'), "a declaration has no anchors: `&" + node.getAnchor() + "`", TEMPLATES);
        }
        String tag = node instanceof ScalarEvent scalar
                ? scalar.getTag()
                : node instanceof CollectionStartEvent collection ? collection.getTag() : null;
        if (tag != null) {
            SourceSpan span = mark(node, '!');
            String written = places.line(span.line()).isEmpty() ? tag : places.text(span);
            findings.error(
                    span, "a declaration has no tags: `" + written + "`", "each word knows the type of its values");
        }
    }

    void directives(DocumentStartEvent start) {
        boolean hasTags = start.getTags() != null && !start.getTags().isEmpty();
        if (start.getVersion() != null || hasTags) {
            findings.error(
                    places.start(),
                    "a declaration has no directives: `%YAML`, `%TAG`",
                    "leave them out, with the `---`");
        }
    }

    static boolean isMerge(YamlNode key) {
        return key instanceof YamlNode.Scalar scalar
                && scalar.isPlain()
                && scalar.text().equals("<<");
    }

    boolean isKey(YamlNode key) {
        if (isMerge(key)) {
            findings.error(key.span(), "a declaration has no merge keys: `<<`", TEMPLATES);
        } else if (key instanceof YamlNode.Sequence || key instanceof YamlNode.Mapping) {
            findings.error(key.span(), "a key is a word or a name, not a list or a mapping");
        }
        return key instanceof YamlNode.Scalar && !isMerge(key);
    }

    boolean isNew(YamlNode key, Map<String, YamlNode.Entry> entries) {
        String name = ((YamlNode.Scalar) key).text();
        YamlNode.Entry first = entries.get(name);
        if (first != null) {
            findings.error(
                    key.span(),
                    "the key `" + name + "` stands twice in the same mapping",
                    "first declared at " + first.key().span());
        }
        return first == null;
    }

    /** Where the anchor or tag of a part stands: it begins with one of the two, the other follows. */
    private SourceSpan mark(NodeEvent node, char sign) {
        SourceSpan first = word(node.getStartMark());
        if (places.characterAt(first.line(), first.column()) == sign) {
            return first;
        }
        int column = first.endColumn();
        while (column <= places.length(first.line()) && places.characterAt(first.line(), column) == ' ') {
            column++;
        }
        return places.characterAt(first.line(), column) == sign ? word(first.line(), column) : first;
    }

    private SourceSpan word(Mark start) {
        return word(start.getLine() + 1, start.getColumn() + 1);
    }

    /** From a place to the next blank or bracket. */
    private SourceSpan word(int line, int column) {
        int end = column;
        while (end <= places.length(line) && " ,]}[{".indexOf(places.characterAt(line, end)) < 0) {
            end++;
        }
        return places.of(line, column, Math.max(1, end - column));
    }
}
