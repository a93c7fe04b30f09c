package io.hotcopy.dsl;

import io.hotcopy.problem.SourceSpan;
import java.util.List;
import java.util.Set;

/** A part of a YAML text, before anyone has asked what it means. */
sealed interface YamlNode {

    SourceSpan span();

    /** Whether nothing was written, or YAML's word for nothing. */
    default boolean isNothing() {
        return false;
    }

    /**
     * One text.
     *
     * @param isPlain whether it stands without quotes, so that it may be a number or a word of the language
     */
    record Scalar(String text, boolean isPlain, SourceSpan span) implements YamlNode {
        private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");

        @Override
        public boolean isNothing() {
            return isPlain && NOTHING.contains(text);
        }
    }

    record Sequence(List<YamlNode> items, SourceSpan span) implements YamlNode {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** Keys with their values; no key stands twice. */
    record Mapping(List<Entry> entries, SourceSpan span) implements YamlNode {
        public Mapping {
            entries = List.copyOf(entries);
        }
    }

    record Entry(Scalar key, YamlNode value) {}

    /** Something that a declaration does not have, and that has been reported. */
    record Refused(SourceSpan span) implements YamlNode {}
}
