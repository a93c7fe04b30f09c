package io.hotcopy.shell.complete;

import io.hotcopy.dsl.Vocabulary;
import io.hotcopy.shell.argument.Kind;
import io.hotcopy.shell.command.CommandTable;
import io.hotcopy.shell.help.Manual;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What can be asked for help about. */
final class HelpOffers {
    static final String WORDS = "words of the language";

    private final CommandTable commands;

    HelpOffers(CommandTable commands) {
        this.commands = commands;
    }

    /** @param topic the words after {@code help}: none, or a command with its subcommands */
    List<Offer> after(List<String> topic) {
        return topic.isEmpty() ? all() : subcommands(topic);
    }

    private static List<Offer> all() {
        List<Offer> offers = new ArrayList<>(commands());
        words(List.of()).forEach((name, text) -> offers.add(Offer.of(name, text, WORDS)));
        Manual.topics().forEach((name, title) -> offers.add(Offer.of(name, title, Kind.HELP_TOPIC.plural())));
        return offers;
    }

    /** Every command, under the topic that the help lists it. */
    static List<Offer> commands() {
        return CommandTable.entries().stream()
                .map(entry -> Offer.of(entry.name(), entry.summary(), entry.topic()))
                .toList();
    }

    /** Every word of the language with its text in the first place where it may stand. */
    private static Map<String, String> words(List<String> enclosing) {
        Map<String, String> words = new LinkedHashMap<>();
        for (Vocabulary.Entry entry : Vocabulary.wordsInside(enclosing)) {
            words.putIfAbsent(entry.name(), entry.text());
            List<String> inside = new ArrayList<>(enclosing);
            inside.add(entry.name());
            words(inside).forEach(words::putIfAbsent);
        }
        return words;
    }

    private List<Offer> subcommands(List<String> topic) {
        Optional<CommandSpec> command = commands.spec(topic.get(0));
        for (String sub : topic.subList(1, topic.size())) {
            command = command.map(spec -> spec.subcommands().get(sub)).map(CommandLine::getCommandSpec);
        }
        return command.map(CommandOffers::subcommands).orElse(List.of());
    }
}
