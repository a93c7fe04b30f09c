package io.hotcopy.shell.nuocmd;

import io.hotcopy.problem.HotCopyException;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The vendor's {@code nuocmd}: the words after it in, its output and exit code out. */
public final class Nuocmd {
    private static final int DONE = NuocmdLine.DONE;
    private static final int FAILED = NuocmdLine.FAILED;
    private static final int WRONG = 2;
    private static final String NOT_SUPPORTED = "not supported by hotcopy";
    /** How a client's message begins when nobody answered. */
    private static final String UNREACHED = "Unable to connect to ";

    private static final List<NuocmdLine> LINES = Stream.of(
                    HotCopyLines.all(),
                    ArchiveLines.all(),
                    StorageGroupLines.all(),
                    DomainLines.all(),
                    CheckLines.all(),
                    ProcessLines.all(),
                    ValueLines.all())
            .flatMap(List::stream)
            .toList();

    /** The options before the verb that hotcopy follows; others reach a service in ways that it does not know. */
    private static final Set<String> FOLLOWED =
            Set.of("api-server", "show-json", "show-json-fields", "show-ndjson", Grammar.HELP.key());

    private final NuocmdSurroundings surroundings;
    private final PrintWriter out;
    private final Consumer<String> complaints;

    /** @param complaints takes what goes to standard error, one line or more at a time */
    public Nuocmd(NuocmdSurroundings surroundings, PrintWriter out, Consumer<String> complaints) {
        this.surroundings = surroundings;
        this.out = out;
        this.complaints = complaints;
    }

    /** The verbs with their nouns, for help. */
    public static List<String> lines() {
        return LINES.stream().map(NuocmdLine::words).toList();
    }

    static Stream<NuocmdLine> known() {
        return LINES.stream();
    }

    /** The same with all that may follow, sorted by their words: for help. */
    public static List<VendorLine> described() {
        return LINES.stream()
                .sorted(Comparator.comparing(NuocmdLine::words))
                .map(VendorLine::of)
                .toList();
    }

    /** What may stand before a verb, for help: those that hotcopy follows. */
    public static List<VendorLine.VendorOption> options() {
        return VendorLine.options(global()).stream()
                .filter(option -> option.name().equals("--help")
                        || FOLLOWED.contains(option.name().substring(2)))
                .toList();
    }

    /**
     * Runs one line to its end; everything has been told when it returns.
     *
     * @return 0, 1 when it failed, 2 when it was wrong
     */
    public int run(List<String> words) {
        try {
            return parse(words);
        } catch (WrongLine wrong) {
            complaints.accept(wrong.grammar().usage());
            return complain(WRONG, wrong.grammar().program() + ": error: " + wrong.getMessage());
        } finally {
            out.flush();
        }
    }

    private int parse(List<String> words) {
        Grammar global = global();
        ArgumentReader.Reading first = new ArgumentReader(global, surroundings.environment()).read(words);
        if (first.wantsHelp()) {
            return help(global, verbs());
        } else if (first.rest().isEmpty()) {
            requireKnown(first.unknown());
            return DONE;
        }
        String verb = first.rest().get(0);
        List<NuocmdLine> ofVerb =
                LINES.stream().filter(line -> line.verb().equals(verb)).toList();
        Grammar nouns = new Grammar("nuocmd " + verb).then("NOUN ...");
        ArgumentReader.Reading second = new ArgumentReader(nouns, surroundings.environment()).read(after(first));
        if (second.wantsHelp() && !ofVerb.isEmpty()) {
            return help(nouns, ofVerb.stream().map(NuocmdLine::words));
        } else if (second.rest().isEmpty()) {
            requireKnown(second.unknown());
            return ofVerb.isEmpty() ? complain(FAILED, "'" + verb + "' failed: " + NOT_SUPPORTED) : DONE;
        }
        String noun = second.rest().get(0);
        return ofVerb.stream()
                .filter(line -> line.noun().equals(noun))
                .findFirst()
                .map(line -> run(line, first, second))
                .orElseGet(() -> complain(FAILED, "'" + verb + " " + noun + "' failed: " + NOT_SUPPORTED));
    }

    private int run(NuocmdLine line, ArgumentReader.Reading first, ArgumentReader.Reading second) {
        ArgumentReader.Reading third =
                new ArgumentReader(line.grammar(), surroundings.environment()).read(after(second));
        if (third.wantsHelp()) {
            return help(line.grammar(), Stream.empty());
        }
        requireKnown(Stream.of(first, second, third)
                .flatMap(reading -> reading.unknown().stream())
                .toList());
        return refusal(first.arguments())
                .map(reason -> complain(FAILED, "'" + line.words() + "' failed: " + reason))
                .orElseGet(() -> execute(line, first.arguments(), third.arguments()));
    }

    private int execute(NuocmdLine line, Arguments global, Arguments arguments) {
        try {
            Connection connection = new Connection(surroundings.clients().apply(global.text("api-server")));
            Session session = new Session(
                    connection,
                    new Printer(out, global),
                    surroundings.waiting(),
                    surroundings.zone(),
                    surroundings.tokens());
            return line.action().run(arguments, session);
        } catch (Interruption ended) {
            return FAILED;
        } catch (CommandFailure failure) {
            return complain(FAILED, "'" + line.words() + "' failed: " + failure.getMessage());
        } catch (HotCopyException trouble) {
            return Thread.currentThread().isInterrupted() ? FAILED : complain(line, trouble.getMessage());
        }
    }

    /** Whoever cannot be reached is named without the line, as the vendor's client does. */
    private int complain(NuocmdLine line, String trouble) {
        boolean unreached = trouble.startsWith(UNREACHED);
        return complain(FAILED, unreached ? trouble : "'" + line.words() + "' failed: " + trouble);
    }

    private Optional<String> refusal(Arguments global) {
        if (global.text("api-server")
                .filter(server -> server.startsWith("https:"))
                .isPresent()) {
            return Optional.of("https is " + NOT_SUPPORTED);
        }
        return global().options().stream()
                .filter(option -> global.has(option.key()) && !FOLLOWED.contains(option.key()))
                .map(option -> option.name() + " is " + NOT_SUPPORTED)
                .findFirst();
    }

    /** All that the vendor's client knows, in its order: what is short for one there is so here. */
    static Grammar global() {
        return new Grammar("nuocmd")
                .with(
                        Option.one("--api-server").orEnvironment(),
                        Option.flag("--show-http").hide(),
                        Option.flag("--show-json"),
                        Option.one("--show-json-fields"),
                        Option.flag("--show-ndjson"),
                        Option.flag("--debug").hide(),
                        Option.flag("--show-install-commands").hide(),
                        Option.one("--client-key").orEnvironment().hide(),
                        Option.one("--basic-creds").orEnvironment().hide(),
                        Option.one("--verify-server").orEnvironment().hide(),
                        Option.flag("--no-verify").hide())
                .then("VERB NOUN ...");
    }

    private static List<String> after(ArgumentReader.Reading reading) {
        return reading.rest().subList(1, reading.rest().size());
    }

    private static void requireKnown(List<String> unknown) {
        if (!unknown.isEmpty()) {
            throw new WrongLine(global(), "unrecognized arguments: " + String.join(" ", unknown));
        }
    }

    private static Stream<String> verbs() {
        return LINES.stream().map(NuocmdLine::words);
    }

    private int help(Grammar grammar, Stream<String> lines) {
        out.print(grammar.usage() + "\n");
        String known = lines.map(line -> "  nuocmd " + line).collect(Collectors.toCollection(TreeSet::new)).stream()
                .collect(Collectors.joining("\n"));
        out.print(known.isEmpty() ? "" : "\n" + known + "\n");
        return DONE;
    }

    private int complain(int code, String line) {
        out.flush();
        complaints.accept(line);
        return code;
    }
}
