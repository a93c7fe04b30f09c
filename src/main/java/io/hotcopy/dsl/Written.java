package io.hotcopy.dsl;

import io.hotcopy.problem.SourceSpan;
import io.hotcopy.term.ByteSize;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes words that stand in no text yet. */
final class Written {
    private static final SourceSpan NOWHERE = SourceSpan.startOf("");

    private final String name;
    private final List<Value> placed = new ArrayList<>();
    private final List<Word.NamedValue> named = new ArrayList<>();

    private Written(String name) {
        this.name = name;
    }

    static Written word(String name) {
        return new Written(name);
    }

    Written placed(Value value) {
        placed.add(value);
        return this;
    }

    Written named(String argument, Value value) {
        named.add(new Word.NamedValue(argument, value, NOWHERE));
        return this;
    }

    Word done() {
        return new Word(name, placed, named, Optional.empty(), true, NOWHERE);
    }

    Word block(List<Word> words) {
        return new Word(name, placed, named, Optional.of(words), true, NOWHERE);
    }

    static Value text(String text) {
        return new Value.Text(text, NOWHERE);
    }

    static Value texts(List<String> texts) {
        return new Value.Items(texts.stream().map(Written::text).toList(), NOWHERE);
    }

    static Value number(long number) {
        return new Value.Whole(BigInteger.valueOf(number), NOWHERE);
    }

    static Value numbers(List<Integer> numbers) {
        return new Value.Items(numbers.stream().map(Written::number).toList(), NOWHERE);
    }

    static Value truth() {
        return new Value.Truth(true, NOWHERE);
    }

    static Value duration(Duration duration) {
        return new Value.Length(duration, NOWHERE);
    }

    static Value size(ByteSize size) {
        return new Value.Size(size, NOWHERE);
    }

    /** A word of the language as an argument. */
    static Value bare(String word) {
        return new Value.Bare(word, List.of(), NOWHERE);
    }
}
