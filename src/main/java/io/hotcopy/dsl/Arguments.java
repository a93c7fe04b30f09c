package io.hotcopy.dsl;

import io.hotcopy.dsl.words.At;
import io.hotcopy.problem.SourceSpan;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what a word is given into what its shape asks for, reporting everything that does not fit. */
final class Arguments {

    private final Word word;
    private final WordShape shape;
    private final Findings findings;
    private final Checker checker;
    private final Deque<Value> placed;
    private boolean fits = true;

    Arguments(Word word, WordShape shape, Findings findings, Checker checker) {
        this.word = word;
        this.shape = shape;
        this.findings = findings;
        this.checker = checker;
        this.placed = new ArrayDeque<>(word.arguments());
    }

    /**
     * One object for each parameter of the shape's method. When something was reported, they do not {@link #fit}: some
     * are {@code null} or lists without the elements that are wrong.
     */
    List<Object> read() {
        List<Object> values = new ArrayList<>();
        shape.parameters().forEach(parameter -> values.add(read(parameter)));
        placed.forEach(value -> wrongValue(value, oneTooMany(value), ""));
        word.named().forEach(this::checkName);
        if (word.block().isPresent() && shape.scope().isEmpty()) {
            error(word.span(), "`" + word.name() + "` has no block", example());
        }
        return values;
    }

    /** Whether nothing was reported. */
    boolean fit() {
        return fits;
    }

    private Object read(Parameter parameter) {
        return switch (parameter.kind()) {
            case PLACE -> word.span();
            case BLOCK -> block(parameter);
            case PLACED -> placed(parameter);
            case NAMED -> named(parameter);
        };
    }

    private Object block(Parameter parameter) {
        if (word.block().isEmpty()) {
            error(word.span(), "`" + word.name() + "` needs a block: { … }", example());
            return null;
        }
        return checker.body(word.block().get(), parameter.scope().orElseThrow(), Checker.Place.of(word));
    }

    private Object placed(Parameter parameter) {
        if (placed.isEmpty()) {
            error(
                    word.span(),
                    "`" + word.name() + "` needs "
                            + parameter.type().orElseThrow().singular(),
                    example());
            return null;
        }
        if (!parameter.isList()) {
            return single(parameter, placed.poll(), "`" + word.name() + "`");
        }
        List<Value> all = List.copyOf(placed);
        placed.clear();
        return elements(parameter, all, "`" + word.name() + "`");
    }

    private Object named(Parameter parameter) {
        Optional<Word.NamedValue> given = word.named().stream()
                .filter(argument -> argument.name().equals(parameter.name()))
                .findFirst();
        if (given.isEmpty()) {
            if (!parameter.isOptional() && !isMeant(parameter)) {
                error(word.span(), "`" + word.name() + "` needs `" + parameter.name() + ":`", example());
            }
            return Optional.empty();
        }
        String name = "`" + parameter.name() + ":` of `" + word.name() + "`";
        Value value = given.get().value();
        Object read = parameter.isList() ? list(parameter, value, name) : single(parameter, value, name);
        return parameter.isOptional() ? Optional.ofNullable(read) : read;
    }

    /** Whether a misspelt argument stands for this one, so that one mistake is reported once. */
    private boolean isMeant(Parameter parameter) {
        return word.named().stream()
                .filter(argument -> shape.named(argument.name()).isEmpty())
                .anyMatch(argument ->
                        Nearest.to(argument.name(), Set.of(parameter.name())).isPresent());
    }

    private Object single(Parameter parameter, Value value, String what) {
        ArgumentType type = parameter.type().orElseThrow();
        Reading reading = type.read(value);
        if (reading instanceof Reading.Fits read) {
            return new At<>(read.value(), value.span());
        }
        if (reading instanceof Reading.Faulty fault) {
            faulty(value, fault);
        } else if (value instanceof Value.Bare bare && !type.words().isEmpty()) {
            wrongWord(bare, type, what);
        } else {
            wrongValue(value, what + " takes " + type.singular() + ", not " + value.shown(), type.hint());
        }
        return null;
    }

    private void wrongWord(Value.Bare bare, ArgumentType type, String what) {
        List<String> hints = new ArrayList<>();
        Nearest.to(bare.name(), type.words()).ifPresentOrElse(near -> hints.add("did you mean `" + near + "`?"), () -> {
            if (!type.isWordsOnly()) {
                hints.add(type.hint());
            }
        });
        error(
                bare.span(),
                what + " takes " + type.singular() + ", not `" + bare.name() + "`",
                hints.toArray(String[]::new));
    }

    private void faulty(Value value, Reading.Faulty fault) {
        error(value.span(), fault.message(), fault.hints().toArray(String[]::new));
    }

    private Object list(Parameter parameter, Value value, String what) {
        if (value instanceof Value.Items items) {
            if (items.items().isEmpty()) {
                error(value.span(), what + " is an empty list", example());
            }
            return elements(parameter, items.items(), what);
        }
        wrongValue(
                value,
                what + " takes a list of " + parameter.type().orElseThrow().plural() + ", not " + value.shown(),
                "a list stands in brackets: " + parameter.name() + ": [" + value.shown() + "]");
        return null;
    }

    private Object elements(Parameter parameter, List<Value> values, String what) {
        ArgumentType type = parameter.type().orElseThrow();
        List<Object> elements = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        for (Value value : values) {
            Reading reading = type.read(value);
            if (reading instanceof Reading.Faulty fault) {
                faulty(value, fault);
            } else if (!(reading instanceof Reading.Fits read)) {
                wrongValue(value, what + " takes " + type.plural() + ", not " + value.shown(), type.hint());
            } else if (!seen.add(read.value())) {
                // The list is understood all the same.
                findings.error(value.span(), value.shown() + " stands twice in " + what);
            } else {
                elements.add(new At<>(read.value(), value.span()));
            }
        }
        return elements;
    }

    private void checkName(Word.NamedValue argument) {
        if (shape.named(argument.name()).isPresent()) {
            return;
        }
        List<String> names = shape.of(Parameter.Kind.NAMED).stream()
                .map(parameter -> parameter.name() + ":")
                .toList();
        List<String> hints = Nearest.hints(argument.name() + ":", names, "`", "arguments of `" + word.name() + "`");
        error(
                argument.span(),
                "`" + word.name() + "` has no argument `" + argument.name() + ":`",
                hints.toArray(String[]::new));
    }

    private String oneTooMany(Value extra) {
        String shown = extra.shown();
        int most = shape.of(Parameter.Kind.PLACED).size();
        String takes = most == 0 ? "takes only arguments with names" : "takes one argument without a name";
        boolean takesNothing = most == 0 && shape.of(Parameter.Kind.NAMED).isEmpty();
        return "`" + word.name() + "` " + (takesNothing ? "takes no arguments" : takes) + ", so " + shown
                + " is too much";
    }

    private String example() {
        return "for example: " + shape.example();
    }

    private void wrongValue(Value value, String message, String hint) {
        if (value instanceof Value.Unreadable) {
            fits = false;
        } else if (value instanceof Value.Bare bare && !bare.hints().isEmpty()) {
            fits = false;
            bare.report(findings);
        } else if (hint.isEmpty()) {
            error(value.span(), message);
        } else {
            error(value.span(), message, hint);
        }
    }

    private void error(SourceSpan span, String message, String... hints) {
        fits = false;
        findings.error(span, message, hints);
    }
}
