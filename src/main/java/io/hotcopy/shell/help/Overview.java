package io.hotcopy.shell.help;

import io.hotcopy.dsl.Vocabulary;
import io.hotcopy.shell.page.Wrapped;
import io.hotcopy.shell.screen.Ink;
import io.hotcopy.shell.screen.Lines;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What there is, on one screen; and each kind of it with a line of its own. */
final class Overview {
    private static final List<String> FIRST_STEPS =
            List.of("load FILE, start DOMAIN, plan, backup, status;", "help first-steps shows them");
    private static final int COLUMN = 22;

    private final List<CommandText> commands;
    private final int width;
    private final Wrapped wrapped;

    /** @param width columns of a line */
    Overview(List<CommandText> commands, int width) {
        this.commands = commands;
        this.width = width;
        this.wrapped = new Wrapped(width);
    }

    /** Everything by its name. */
    Lines lines() {
        Lines lines = new Lines();
        byTopic()
                .forEach((topic, entries) ->
                        row(topic, entries.stream().map(CommandText::name).toList(), lines));
        WordHelp.places()
                .forEach((path, words) -> row(
                        path.isEmpty() ? "words" : WordHelp.inWords(path),
                        words.stream().map(Vocabulary.Entry::name).toList(),
                        lines));
        row("topics", Topics.names(), lines);
        row("first steps", FIRST_STEPS, lines);
        lines.gap();
        wrapped.add(
                Ink.PLAIN,
                "",
                "help COMMAND, help WORD and help TOPIC explain one; help commands and help words list them with a line"
                        + " each. Every other line is Groovy.",
                lines);
        return lines;
    }

    /** How the program is called, before everything that its shell knows. */
    Lines program() {
        return new Lines()
                .add(Ink.STRONG.of("hotcopy"), Ink.PLAIN.of(": hot copies of databases of several storage managers"))
                .gap()
                .add("  hotcopy                     the shell")
                .add("  hotcopy COMMAND ...         one command; hotcopy COMMAND --help explains it")
                .add("  hotcopy -c LINE -c LINE ... lines of the shell, up to the first that fails")
                .add("  hotcopy -V, --version       the version")
                .gap()
                .addAll(lines());
    }

    /** The commands, each with what it does. */
    Lines commands() {
        Lines lines = new Lines();
        byTopic().forEach((topic, entries) -> {
            lines.gap().add(Ink.STRONG.of(topic));
            entries.forEach(
                    entry -> wrapped.add(Ink.PLAIN, String.format("  %-14s ", entry.name()), entry.summary(), lines));
        });
        return lines;
    }

    /** The words of the language, each with what it is for. */
    Lines words() {
        Lines lines = new Lines();
        WordPage page = new WordPage(width);
        WordHelp.places().keySet().forEach(path -> {
            lines.gap().add(Ink.STRONG.of(WordHelp.inWords(path)));
            lines.addAll(page.list(path));
        });
        return lines;
    }

    /** The topics, each with its title. */
    Lines topics() {
        Lines lines = new Lines();
        Topics.all()
                .forEach(
                        topic -> wrapped.add(Ink.PLAIN, String.format("  %-14s ", topic.name()), topic.title(), lines));
        return lines;
    }

    private void row(String title, List<String> names, Lines lines) {
        wrapped.add(Ink.PLAIN, String.format("%-" + COLUMN + "s", title), String.join(" ", names), lines);
    }

    private Map<String, List<CommandText>> byTopic() {
        return commands.stream()
                .collect(Collectors.groupingBy(CommandText::topic, LinkedHashMap::new, Collectors.toList()));
    }
}
