package io.hotcopy.script;

import io.hotcopy.dsl.Nearest;
import io.hotcopy.dsl.OptionText;
import io.hotcopy.plan.Pace;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ByteSize;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The named arguments of one call of a verb, each with the type it must have. */
final class NamedArguments {
    private final String verb;
    private final Map<String, Object> given;

    /**
     * @param known every name that the verb takes
     * @throws HotCopyException when another one is given
     */
    NamedArguments(String verb, Map<String, Object> given, String... known) {
        this.verb = verb;
        this.given = given;
        List<String> names = List.of(known);
        given.keySet().stream()
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new HotCopyException(verb + " takes no `" + name + ":`", hints(name, names));
                });
    }

    private String[] hints(String name, List<String> names) {
        List<String> hints = new ArrayList<>();
        Nearest.to(name, names).ifPresent(near -> hints.add("did you mean `" + near + ":`?"));
        hints.add(names.isEmpty() ? verb + " takes no named arguments" : "it takes: " + String.join(", ", names));
        return hints.toArray(String[]::new);
    }

    /** A text; a path or number counts as its text. */
    Optional<String> text(String name) {
        return value(name).map(value -> {
            if (value instanceof Collection<?>) {
                throw wrong(name, value, "one value");
            }
            return value.toString();
        });
    }

    String requiredText(String name) {
        return text(name).orElseThrow(() -> new HotCopyException(verb + " needs `" + name + ":`"));
    }

    /** One value or a list of them, as texts. */
    List<String> texts(String name) {
        return value(name).map(ScriptVerbs::words).orElse(List.of());
    }

    Optional<Long> whole(String name) {
        return value(name).map(value -> {
            if (value instanceof Integer || value instanceof Long) {
                return ((Number) value).longValue();
            }
            throw wrong(name, value, "a whole number");
        });
    }

    /** A whole number that counts something. */
    Optional<Integer> count(String name) {
        return whole(name).map(Math::toIntExact);
    }

    /** A size, or a number of megabytes as on the command line. */
    private Optional<ByteSize> megabytes(String name) {
        return value(name).map(value -> {
            if (value instanceof ByteSize size) {
                return size;
            }
            return whole(name).map(ByteSize::ofMegabytes).orElseThrow();
        });
    }

    /** A duration, or a number of seconds as on the command line. */
    Optional<Duration> seconds(String name) {
        return value(name).map(value -> {
            if (value instanceof Duration duration) {
                return duration;
            }
            return whole(name).map(Duration::ofSeconds).orElseThrow();
        });
    }

    /** A duration, or its text as on the command line: {@code '24.hours'}. */
    Optional<Duration> duration(String name) {
        return value(name)
                .map(value -> value instanceof Duration duration ? duration : OptionText.duration(value.toString()));
    }

    /** What {@code maxRate:} and {@code minRate:} ask for. */
    Pace pace() {
        return Pace.of(megabytes("maxRate"), megabytes("minRate"));
    }

    /** Whether it is said to be so; not so unless said. */
    boolean truth(String name) {
        return value(name)
                .map(value -> {
                    if (value instanceof Boolean isTrue) {
                        return isTrue;
                    }
                    throw wrong(name, value, "true or false");
                })
                .orElse(false);
    }

    private Optional<Object> value(String name) {
        return Optional.ofNullable(given.get(name));
    }

    private HotCopyException wrong(String name, Object value, String wanted) {
        return new HotCopyException(verb + " takes " + wanted + " for `" + name + ":`, not \"" + value + "\"");
    }
}
