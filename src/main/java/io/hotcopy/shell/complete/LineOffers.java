package io.hotcopy.shell.complete;

import io.hotcopy.dsl.TypedText;
import io.hotcopy.dsl.Vocabulary;
import io.hotcopy.shell.command.CommandTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** What may be typed at a cursor, whatever the line is: a command, the vendor's line, a declaration, or Groovy. */
final class LineOffers {
    private static final Pattern FIRST_WORD = Pattern.compile("\\s*([A-Za-z][\\w-]*)?");
    private static final String NUOCMD = "nuocmd";

    private final CommandTable commands;
    private final Predicate<String> isCommand;
    private final CommandOffers command;
    private final NuocmdOffers nuocmd;
    private final DeclarationOffers declaration;
    private final GroovyOffers groovy;

    /** @param isCommand whether a line begins with a command */
    LineOffers(
            CommandTable commands,
            Predicate<String> isCommand,
            CommandOffers command,
            NuocmdOffers nuocmd,
            DeclarationOffers declaration,
            GroovyOffers groovy) {
        this.commands = commands;
        this.isCommand = isCommand;
        this.command = command;
        this.nuocmd = nuocmd;
        this.declaration = declaration;
        this.groovy = groovy;
    }

    /** @param cursor from 0 to the length of the text */
    Completion at(String text, int cursor) {
        String before = text.substring(0, cursor);
        Matcher first = FIRST_WORD.matcher(before);
        if (first.matches()) {
            String word = Optional.ofNullable(first.group(1)).orElse("");
            return new Completion(cursor - word.length(), word, Quoting.NONE, firstWords(word));
        }
        return isCommand.test(before) ? command(before) : typed(TypedText.of(text, cursor), before);
    }

    private Completion command(String line) {
        WordsToCursor words = WordsToCursor.of(line);
        String name = words.texts().get(0);
        if (words.inComment()) {
            return Completion.none(line.length());
        }
        if (name.equals(NUOCMD)) {
            return nuocmd.of(words);
        }
        CommandSpec spec = commands.spec(name).orElseThrow();
        return command.of(spec, words, start -> at(line.substring(start), line.length() - start)
                .after(start));
    }

    private Completion typed(TypedText text, String before) {
        String typed = before.substring(text.place().start());
        if (isAtTop(text, before)) {
            List<Offer> offers = new ArrayList<>(declaring());
            Set<String> words = Vocabulary.wordsInside(List.of()).stream()
                    .map(Vocabulary.Entry::name)
                    .collect(Collectors.toSet());
            groovy.all().stream()
                    .filter(offer -> !words.contains(offer.value()))
                    .forEach(offers::add);
            return new Completion(text.place().start(), typed, Quoting.NONE, offers);
        }
        return DeclarationOffers.isIn(text.place()) ? declaration.at(text, typed) : groovy.at(text.place(), typed);
    }

    /** Whether a statement begins there that is in no block: a word of the language, or Groovy. */
    private static boolean isAtTop(TypedText text, String before) {
        String head = before.substring(0, text.place().start()).stripTrailing();
        String gap = before.substring(head.length(), text.place().start());
        return text.place().slot() == TypedText.Slot.WORD
                && text.place().enclosing().isEmpty()
                && (gap.contains("\n") || head.endsWith(";"));
    }

    private static List<Offer> declaring() {
        return Vocabulary.wordsInside(List.of()).stream()
                .map(entry -> DeclarationOffers.word(entry, HelpOffers.WORDS))
                .toList();
    }

    /**
     * Commands, the words at the top of a declaration, and names that Groovy lines have given. The verbs of scripts
     * only when nothing else begins so: whoever types half a command means the command.
     */
    private List<Offer> firstWords(String typed) {
        List<Offer> offers = new ArrayList<>(HelpOffers.commands());
        offers.addAll(declaring());
        offers.addAll(groovy.names());
        if (offers.stream().noneMatch(offer -> offer.begins(typed))) {
            offers.addAll(GroovyOffers.verbs());
        }
        return offers;
    }
}
