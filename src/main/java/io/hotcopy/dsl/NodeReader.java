package io.hotcopy.dsl;

import io.hotcopy.dsl.words.FileWords;
import io.hotcopy.problem.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the words of a declaration from YAML's nodes, by one rule for every word of the vocabulary: a word is a key,
 * and its value is what the word takes.
 *
 * <ul>
 *   <li>A word that takes nothing but a value has that value: {@code outage: 24.hours}, {@code storageGroups: [A, B]}.
 *   <li>A word that takes only named arguments has a mapping of them, or nothing: {@code full: {at: '01:00'}},
 *       {@code full:}.
 *   <li>A word that takes a value and more has a mapping from the value to the rest, which is named arguments and the
 *       words of its block: {@code region: {east: {hosts: [e1]}}}, {@code onFailure: {retry: {times: 2}}}; without the
 *       rest the value alone is enough: {@code onFailure: retry}.
 *   <li>Where a word may stand several times, a list holds one use in each item.
 * </ul>
 */
final class NodeReader {
    private final Findings findings;
    private final Quota quota;
    private final NodeValues values;

    NodeReader(Findings findings, Quota quota) {
        this.findings = findings;
        this.quota = quota;
        this.values = new NodeValues(findings);
    }

    /** The words of a whole text. */
    List<Word> read(YamlNode top) {
        return block(top, FileWords.class, "a declaration");
    }

    private List<Word> block(YamlNode node, Class<?> scope, String what) {
        List<Word> words = new ArrayList<>();
        if (node instanceof YamlNode.Mapping mapping) {
            mapping.entries().forEach(entry -> uses(entry, scope, words));
        } else if (!node.isNothing()) {
            words.add(noMapping(node, what));
        }
        return words;
    }

    private Word noMapping(YamlNode node, String what) {
        if (!(node instanceof YamlNode.Refused)) {
            String is = values.value(node, Optional.empty()).shown();
            findings.error(node.span(), what + " is a mapping of words to what they take, not " + is);
        }
        return Word.unreadable("", node.span());
    }

    private void uses(YamlNode.Entry entry, Class<?> scope, List<Word> into) {
        String name = entry.key().text();
        WordShape shape = Vocabulary.byName(scope).get(name);
        if (shape == null) {
            into.add(Word.bare(name, entry.key().span()));
        } else if (entry.value() instanceof YamlNode.Refused) {
            into.add(Word.unreadable(name, entry.key().span()));
        } else if (entry.value() instanceof YamlNode.Sequence list && !takesList(shape)) {
            list(name, list, shape, into);
        } else {
            use(name, entry.key().span(), entry.value(), shape, into);
        }
    }

    /** One use in each item. */
    private void list(String name, YamlNode.Sequence list, WordShape shape, List<Word> into) {
        if (list.items().isEmpty()) {
            findings.error(list.span(), "`" + name + "` is an empty list", "for example: " + shape.example());
            into.add(Word.unreadable(name, list.span()));
        }
        list.items().forEach(item -> use(name, item.span(), item, shape, into));
    }

    private void use(String name, SourceSpan place, YamlNode value, WordShape shape, List<Word> into) {
        Use use = new Use(name, place);
        if (value instanceof YamlNode.Refused) {
            into.add(Word.unreadable(name, place));
        } else if (value instanceof YamlNode.Mapping mapping && isKeyed(shape)) {
            mapping.entries().forEach(entry -> add(keyed(name, entry, shape), into));
        } else {
            if (value instanceof YamlNode.Mapping mapping && placed(shape).isEmpty()) {
                mapping.entries().forEach(entry -> use.named(entry, shape));
            } else if (value instanceof YamlNode.Sequence list && takesList(shape)) {
                list.items().forEach(item -> use.place(item, shape));
            } else if (!value.isNothing()) {
                use.place(value, shape);
            }
            add(use.word(), into);
        }
    }

    /** The value without a name is the key; what else the word takes stands below. */
    private Word keyed(String name, YamlNode.Entry entry, WordShape shape) {
        Use use = new Use(name, entry.key().span());
        use.place(entry.key(), shape);
        if (shape.scope().isPresent()) {
            use.block = Optional.of(new ArrayList<>());
        }
        if (entry.value() instanceof YamlNode.Mapping mapping) {
            mapping.entries().forEach(inner -> use.inner(inner, shape));
        } else if (shape.scope().isPresent()) {
            use.block = Optional.of(
                    block(entry.value(), shape.scope().get(), "`" + entry.key().text() + "`"));
        } else if (!entry.value().isNothing()) {
            use.place(entry.value(), shape);
        }
        return use.word();
    }

    private void add(Word word, List<Word> into) {
        if (quota.takeWord()) {
            into.add(word);
        } else {
            findings.error(word.span(), "these declarations make more than " + Quota.MOST_WORDS + " words");
        }
    }

    private static Optional<Parameter> placed(WordShape shape) {
        return shape.of(Parameter.Kind.PLACED).stream().findFirst();
    }

    /** Whether the word takes several values without a name. */
    static boolean takesList(WordShape shape) {
        return placed(shape).filter(Parameter::isList).isPresent();
    }

    /** Whether the word takes a value without a name, and more. */
    static boolean isKeyed(WordShape shape) {
        return placed(shape).isPresent()
                && (shape.scope().isPresent() || !shape.of(Parameter.Kind.NAMED).isEmpty());
    }

    /** One use of a word, while it is being read. */
    private final class Use {
        private final String name;
        private final SourceSpan place;
        private final List<Value> placed = new ArrayList<>();
        private final List<Word.NamedValue> named = new ArrayList<>();
        private Optional<List<Word>> block = Optional.empty();

        Use(String name, SourceSpan place) {
            this.name = name;
            this.place = place;
        }

        void place(YamlNode value, WordShape shape) {
            placed.add(values.value(value, placed(shape).flatMap(Parameter::type)));
        }

        void named(YamlNode.Entry entry, WordShape shape) {
            String argument = entry.key().text();
            Value value = values.value(entry.value(), shape.named(argument).flatMap(Parameter::type));
            named.add(new Word.NamedValue(argument, value, entry.key().span()));
        }

        /** A named argument, or a word of the block; a misspelt key is what it is nearest to. */
        void inner(YamlNode.Entry entry, WordShape shape) {
            if (block.isEmpty() || isArgument(entry.key().text(), shape)) {
                named(entry, shape);
            } else {
                uses(entry, shape.scope().orElseThrow(), block.get());
            }
        }

        private boolean isArgument(String key, WordShape shape) {
            Set<String> words = Vocabulary.byName(shape.scope().orElseThrow()).keySet();
            List<String> arguments =
                    shape.of(Parameter.Kind.NAMED).stream().map(Parameter::name).toList();
            return arguments.contains(key)
                    || !words.contains(key)
                            && Nearest.to(key, words).isEmpty()
                            && Nearest.to(key, arguments).isPresent();
        }

        Word word() {
            return new Word(name, placed, named, block, true, place);
        }
    }
}
