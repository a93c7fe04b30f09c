package io.hotcopy.dsl;

import io.hotcopy.problem.SourceSpan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns words into the YAML nodes as which {@link NodeReader} reads them. */
final class WordNodes {
    private static final SourceSpan NOWHERE = SourceSpan.startOf("");
    private static final YamlNode NOTHING = plain("");

    private WordNodes() {}

    /**
     * One key for each word, whatever the number of its uses.
     *
     * @param scope the words among which they stand
     */
    static YamlNode.Mapping of(List<Word> words, Class<?> scope) {
        Map<String, List<Word>> byName = new LinkedHashMap<>();
        words.forEach(word ->
                byName.computeIfAbsent(word.name(), name -> new ArrayList<>()).add(word));
        List<YamlNode.Entry> entries = new ArrayList<>();
        byName.forEach((name, uses) -> entries.add(new YamlNode.Entry(
                plain(name), uses(uses, Vocabulary.shape(scope, name).orElseThrow()))));
        return mapping(entries);
    }

    private static YamlNode uses(List<Word> uses, WordShape shape) {
        boolean isKeyed = NodeReader.isKeyed(shape);
        if (uses.size() == 1 && !(isKeyed && isMore(uses.get(0)))) {
            return use(uses.get(0), shape);
        }
        return isKeyed
                ? mapping(uses.stream().map(use -> keyed(use, shape)).toList())
                : new YamlNode.Sequence(
                        uses.stream().map(use -> use(use, shape)).toList(), NOWHERE);
    }

    private static boolean isMore(Word word) {
        return word.block().isPresent() || !word.named().isEmpty();
    }

    private static YamlNode.Entry keyed(Word word, WordShape shape) {
        YamlNode.Scalar key = (YamlNode.Scalar) node(word.arguments().get(0));
        List<YamlNode.Entry> below = new ArrayList<>(named(word));
        word.block()
                .ifPresent(words ->
                        below.addAll(of(words, shape.scope().orElseThrow()).entries()));
        return new YamlNode.Entry(key, below.isEmpty() ? NOTHING : mapping(below));
    }

    /** A use of which nothing stands below its value. */
    private static YamlNode use(Word word, WordShape shape) {
        if (NodeReader.takesList(shape)) {
            return new YamlNode.Sequence(
                    word.arguments().stream().map(WordNodes::node).toList(), NOWHERE);
        }
        if (!word.arguments().isEmpty()) {
            return node(word.arguments().get(0));
        }
        return word.named().isEmpty() ? NOTHING : mapping(named(word));
    }

    private static List<YamlNode.Entry> named(Word word) {
        return word.named().stream()
                .map(named -> new YamlNode.Entry(plain(named.name()), node(named.value())))
                .toList();
    }

    private static YamlNode node(Value value) {
        if (value instanceof Value.Text text) {
            return new YamlNode.Scalar(text.text(), NodeText.isPlain(text.text()), NOWHERE);
        }
        return value instanceof Value.Items items
                ? new YamlNode.Sequence(
                        items.items().stream().map(WordNodes::node).toList(), NOWHERE)
                : plain(Plainly.written(value));
    }

    private static YamlNode.Scalar plain(String text) {
        return new YamlNode.Scalar(text, true, NOWHERE);
    }

    private static YamlNode.Mapping mapping(List<YamlNode.Entry> entries) {
        return new YamlNode.Mapping(entries, NOWHERE);
    }
}
