package io.hotcopy.shell.keyboard;

import io.hotcopy.dsl.Vocabulary;
import io.hotcopy.shell.line.Entries;
import io.hotcopy.shell.line.LineRouter;
import io.hotcopy.shell.line.TypedWords;
import io.hotcopy.shell.line.TypedWords.Word;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Finds the hint for a place in a text that is being typed. Asks nobody; never throws on any text. */
final class Hints {
    private final LineRouter router;
    private final CommandShapes shapes;
    private final Tokens tokens;

    Hints(LineRouter router, CommandShapes shapes, Tokens tokens) {
        this.tokens = tokens;
        this.router = router;
        this.shapes = shapes;
    }

    /** The hint for the cursor's place; empty when there is none. */
    Optional<Hint> of(String text, int cursor) {
        Optional<Entries.Entry> typed = Entries.of(text, router, tokens::of).stream()
                .filter(entry -> entry.start() <= cursor)
                .reduce((first, later) -> later);
        return typed.flatMap(entry -> {
            String before = text.substring(entry.start(), cursor);
            return router.isCommand(entry.text()) ? ofCommand(before) : ofBlock(before);
        });
    }

    private Optional<Hint> ofCommand(String before) {
        List<Word> words = TypedWords.of(before).words();
        Optional<CommandSpec> spec = words.isEmpty() || before.contains("\n")
                ? Optional.empty()
                : shapes.of(words.get(0).text());
        return spec.map(
                known -> ofCommand(words, before, new CommandWalk(words.get(0).text(), known)));
    }

    private static Hint ofCommand(List<Word> words, String before, CommandWalk walk) {
        Word last = words.get(words.size() - 1);
        boolean isTyping = last.end() == before.length();
        List<Word> whole = words.subList(1, isTyping ? Math.max(1, words.size() - 1) : words.size());
        whole.forEach(walk::step);
        if (isTyping
                && words.size() > 1
                && last.text().startsWith("-")
                && walk.wanted().filter(ArgSpec::isOption).isEmpty()) {
            return ofOption(last.text(), walk.spec()).orElseGet(() -> synopsis(walk));
        }
        if (isTyping && words.size() == 1) {
            return synopsis(walk);
        }
        return walk.wanted().map(Hints::ofArgument).orElseGet(() -> synopsis(walk));
    }

    /** The option itself, or those that begin so. */
    private static Optional<Hint> ofOption(String typed, CommandSpec spec) {
        Optional<Hint> whole = CommandWalk.option(spec, typed).map(Hints::ofArgument);
        if (whole.isPresent()) {
            return whole;
        }
        List<OptionSpec> near = spec.options().stream()
                .filter(option -> !option.usageHelp() && option.longestName().startsWith(typed))
                .toList();
        if (near.size() == 1) {
            return Optional.of(ofArgument(near.get(0)));
        }
        String names = near.stream().map(OptionSpec::longestName).sorted().collect(Collectors.joining(" "));
        return near.isEmpty() ? Optional.empty() : Optional.of(new Hint("options", names));
    }

    private static Hint ofArgument(ArgSpec argument) {
        String label = argument.paramLabel();
        String name = argument instanceof OptionSpec option
                ? option.longestName() + (option.arity().min() == 0 ? "" : " " + label)
                : label;
        return new Hint(name, String.join(" ", argument.description()));
    }

    private static Hint synopsis(CommandWalk walk) {
        CommandSpec spec = walk.spec();
        String commands = String.join("|", spec.subcommands().keySet());
        String words = spec.positionalParameters().stream()
                .map(parameter ->
                        parameter.arity().min() == 0 ? "[" + parameter.paramLabel() + "]" : parameter.paramLabel())
                .collect(Collectors.joining(" "));
        String options = spec.options().stream().anyMatch(option -> !option.usageHelp()) ? "[options]" : "";
        String what = String.join(" ", walk.name(), commands, words, options)
                .replaceAll(" +", " ")
                .strip();
        return new Hint(what, String.join(" ", spec.usageMessage().description()));
    }

    private Optional<Hint> ofBlock(String before) {
        BlockWalk walk = new BlockWalk(before);
        tokens.of(before).forEach(walk::step);
        walk.endStatementBefore(before.length());
        Optional<Hint> word = walk.word().map(entry -> new Hint(entry.name(), entry.text() + ": " + entry.example()));
        if (word.isPresent() || walk.enclosing().isEmpty()) {
            return word;
        }
        boolean mayBegin =
                walk.mayBegin() || before.endsWith(walk.head()) && !walk.head().isEmpty();
        return mayBegin ? ofWords(walk) : Optional.empty();
    }

    /** The words that begin as far as one is typed. */
    private static Optional<Hint> ofWords(BlockWalk walk) {
        List<Vocabulary.Entry> near = walk.words().values().stream()
                .filter(entry -> entry.name().startsWith(walk.head()))
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
        if (near.size() == 1) {
            return Optional.of(new Hint(
                    near.get(0).name(), near.get(0).text() + ": " + near.get(0).example()));
        }
        String names = near.stream().map(Vocabulary.Entry::name).collect(Collectors.joining(", "));
        String place = walk.enclosing().get(walk.enclosing().size() - 1);
        return near.isEmpty() ? Optional.empty() : Optional.of(new Hint("in " + place, names));
    }
}
