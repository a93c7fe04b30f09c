package io.hotcopy.shell.nuocmd;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The options that a line gave, with the defaults of those it did not, by their names without dashes. */
final class Arguments {
    private final Map<String, Object> values;

    Arguments(Map<String, Object> values) {
        this.values = Map.copyOf(values);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable((String) values.get(name));
    }

    /** The value of an option that must be given or has a default. */
    String required(String name) {
        return text(name).orElseThrow();
    }

    Optional<BigInteger> whole(String name) {
        return Optional.ofNullable((BigInteger) values.get(name));
    }

    Optional<Double> real(String name) {
        return Optional.ofNullable((Double) values.get(name));
    }

    Optional<Object> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The words of an option that takes several; empty when it was not given. */
    Optional<List<String>> list(String name) {
        return Optional.ofNullable((List<?>) values.get(name))
                .map(words -> words.stream().map(String.class::cast).toList());
    }

    /**
     * Words by pairs, each key with its value.
     *
     * @throws CommandFailure when a word is left over or a key comes twice
     */
    Map<String, String> pairs(String name) {
        List<String> words = list(name).orElse(List.of());
        if (words.size() % 2 != 0) {
            throw new CommandFailure("Cannot convert odd number of tokens to dict: " + PythonText.repr(words));
        }
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int at = 0; at < words.size(); at += 2) {
            if (pairs.put(words.get(at), words.get(at + 1)) != null) {
                throw new CommandFailure("Duplicate key in dict: " + words.get(at));
            }
        }
        return pairs;
    }
}
