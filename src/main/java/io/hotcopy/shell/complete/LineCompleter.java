package io.hotcopy.shell.complete;

import io.hotcopy.model.Declarations;
import io.hotcopy.shell.command.CommandTable;
import io.hotcopy.verb.KnownNames;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/**
 * Completes every line of the shell. The line reader's parser must ask {@link #parse} what the word at the cursor is,
 * for that depends on what may stand there.
 */
public final class LineCompleter implements Completer {
    /** Lines of the screen that a list leaves free: the line being typed, and the headings. */
    private static final int LINES_BESIDES = 6;

    private final LineOffers offers;

    /**
     * What is known when it is asked.
     *
     * @param declared what is declared
     * @param names what this session knows besides, without a look at any disk
     * @param groovy the names that lines of Groovy have given
     */
    public record Known(
            Supplier<Declarations> declared,
            Supplier<KnownNames> names,
            Supplier<? extends Collection<String>> groovy) {}

    /**
     * @param isCommand whether a line begins with a command
     * @param workingDirectory where relative paths start
     */
    public LineCompleter(CommandTable commands, Predicate<String> isCommand, Known known, Path workingDirectory) {
        PathOffers paths = new PathOffers(workingDirectory);
        DeclaredOffers declared = new DeclaredOffers(known.declared());
        KindOffers kinds = new KindOffers(declared, known.names(), paths, new PolicyNames(workingDirectory));
        ArgumentOffers values = new ArgumentOffers(kinds, new HelpOffers(commands));
        this.offers = new LineOffers(
                commands,
                isCommand,
                new CommandOffers(values),
                new NuocmdOffers(kinds),
                new DeclarationOffers(new WordValueOffers(declared, kinds, paths)),
                new GroovyOffers(known.groovy(), new VerbArguments(commands, values)));
    }

    /** The line for completion: its word is what a candidate replaces. */
    public ParsedLine parse(String line, int cursor) {
        return new CompletedLine(line, cursor, at(line, cursor));
    }

    /** What may be typed there. */
    Completion at(String line, int cursor) {
        return offers.at(line, cursor);
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        Completion completion =
                line instanceof CompletedLine completed ? completed.completion() : at(line.line(), line.cursor());
        long fitting = completion.offers().stream()
                .filter(offer -> offer.begins(completion.word()))
                .count();
        boolean explained = fitting <= reader.getTerminal().getHeight() - LINES_BESIDES;
        completion.offers().stream().map(offer -> candidate(offer, explained)).forEach(candidates::add);
    }

    /** @param explained whether there is room for a line with its text */
    private static Candidate candidate(Offer offer, boolean explained) {
        String text = explained && !offer.text().isBlank() ? offer.text().replaceAll("\\s+", " ") : null;
        return new Candidate(offer.value(), shown(offer.value()), offer.group(), text, null, null, offer.ends());
    }

    /** Without the quotes that are written with it. */
    private static String shown(String value) {
        return value.endsWith("('") ? value : value.replaceAll("^['\"]|['\"]$", "");
    }
}
