package io.hotcopy.shell.command;

import io.hotcopy.shell.help.CommandPage;
import io.hotcopy.shell.help.CommandText;
import io.hotcopy.shell.help.Manual;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * All commands. A command's class is made, and read by picocli, when a line first uses it: reading all of them would
 * cost every start what one line needs only once.
 */
public final class CommandTable {

    /**
     * A command.
     *
     * @param topic under which the help lists it
     * @param name the word that people type
     * @param use where it makes sense
     * @param summary what it does, without subject or full stop
     * @param example one line as a person types it
     * @param maker makes its picocli object
     */
    public record Entry(
            String topic,
            String name,
            Use use,
            String summary,
            String example,
            Function<CommandContext, Object> maker) {}

    /** Where a command makes sense. */
    public enum Use {
        /** In the shell and as the program's one command. */
        ANYWHERE,
        /** Among other lines, and alone on the domain that another process runs. */
        ON_RUNNING,
        /** Only among other lines: it works on what they loaded or started. */
        AMONG_LINES
    }

    private static final String DECLARE = "declare and run";
    private static final String LOOK = "look";
    private static final String COPY = "copy and restore";
    private static final String DATA = "data at hand";
    private static final String SHELL = "scripts and the shell";

    private static final List<Entry> ENTRIES = List.of(
            new Entry(
                    DECLARE,
                    "load",
                    Use.AMONG_LINES,
                    "read declarations from files",
                    "load examples/bank/domain.groovy examples/bank/policy.groovy",
                    LoadCommand::new),
            new Entry(
                    DECLARE,
                    "check",
                    Use.ANYWHERE,
                    "compile declarations and print every problem",
                    "check examples/bank/policy.groovy",
                    CheckCommand::new),
            new Entry(DECLARE, "start", Use.AMONG_LINES, "run a declared domain here", "start bank", StartCommand::new),
            new Entry(
                    DECLARE,
                    "serve",
                    Use.ANYWHERE,
                    "run a domain here for nuocmd and for all other commands",
                    "serve examples/bank/domain.groovy --port 8888",
                    ServeCommand::new),
            new Entry(DECLARE, "stop", Use.AMONG_LINES, "stop the domain that runs here", "stop", StopCommand::new),
            new Entry(
                    DECLARE,
                    "sm",
                    Use.ON_RUNNING,
                    "one storage manager: stop, start, add, serve",
                    "sm stop 1",
                    SmCommand::new),
            new Entry(
                    DECLARE,
                    "region",
                    Use.ON_RUNNING,
                    "the network between regions: cut, heal",
                    "region cut west",
                    RegionCommand::new),
            new Entry(
                    LOOK,
                    "status",
                    Use.ON_RUNNING,
                    "am I protected, since when, and what runs",
                    "status",
                    StatusCommand::new),
            new Entry(
                    LOOK,
                    "show",
                    Use.ON_RUNNING,
                    "show what is declared, and what is true of it",
                    "show archives",
                    ShowCommand::new),
            new Entry(LOOK, "list", Use.ANYWHERE, "list the backup sets there are", "list", ListCommand::new),
            new Entry(
                    LOOK,
                    "describe",
                    Use.ANYWHERE,
                    "say what a set holds and what can be restored",
                    "describe latest",
                    DescribeCommand::new),
            new Entry(
                    LOOK,
                    "catalog",
                    Use.ANYWHERE,
                    "every set that is known: list, describe, missing, rebuild",
                    "catalog missing",
                    CatalogCommand::new),
            new Entry(
                    LOOK,
                    "timeline",
                    Use.ANYWHERE,
                    "what can be restored, what ran and what is to run, as a picture",
                    "timeline --days 14",
                    TimelineCommand::new),
            new Entry(
                    LOOK,
                    WatchCommand.NAME,
                    Use.ANYWHERE,
                    "look again and again: repeat a line that reads every N seconds",
                    "watch 2 status",
                    WatchCommand::spec),
            new Entry(
                    COPY,
                    "plan",
                    Use.ANYWHERE,
                    "what a backup would do now, or in days to come",
                    "plan bank-nightly --days 7",
                    PlanCommand::new),
            new Entry(
                    COPY,
                    "prove",
                    Use.ANYWHERE,
                    "whether policies keep rpo and rto under every single failure",
                    "prove bank-nightly --days 30",
                    ProveCommand::new),
            new Entry(
                    COPY,
                    "backup",
                    Use.ANYWHERE,
                    "take what is due or asked for: plan, ask, do it",
                    "backup bank-nightly --run incremental",
                    BackupCommand::new),
            new Entry(
                    COPY,
                    "apply",
                    Use.ANYWHERE,
                    "carry out a plan that plan -o has written, once",
                    "apply tonight.yaml",
                    ApplyCommand::new),
            new Entry(
                    COPY,
                    "cancel",
                    Use.ON_RUNNING,
                    "end a hot copy that was left running",
                    "cancel",
                    CancelCommand::new),
            new Entry(
                    COPY,
                    "verify",
                    Use.ANYWHERE,
                    "say whether sets can be restored",
                    "verify latest --depth drill",
                    VerifyCommand::new),
            new Entry(
                    COPY,
                    "expire",
                    Use.ANYWHERE,
                    "delete the sets that nothing needs any more",
                    "expire bank-nightly",
                    ExpireCommand::new),
            new Entry(
                    COPY,
                    "preview",
                    Use.ANYWHERE,
                    "say how a state would be restored",
                    "preview latest --to-time '2026-11-22 10:00'",
                    PreviewCommand::new),
            new Entry(
                    COPY,
                    "restore",
                    Use.ANYWHERE,
                    "make new archives of sets",
                    "restore latest --before-commit 184223 --to scratch/before",
                    RestoreCommand::new),
            new Entry(
                    COPY,
                    "journal",
                    Use.ANYWHERE,
                    "journal search finds the commits that touched a table or row",
                    "journal search latest --table accounts --key 4711",
                    JournalCommand::new),
            new Entry(
                    COPY,
                    "open",
                    Use.AMONG_LINES,
                    "open restored archives for reading",
                    "open scratch/before --as before",
                    OpenCommand::new),
            new Entry(
                    COPY,
                    "nuoarchive",
                    Use.ANYWHERE,
                    "the vendor's own lines: nuoarchive restore, nuoarchive check",
                    "nuoarchive restore --restore-dir scratch/archive-0 backups/full-archive-0",
                    NuoarchiveCommand::spec),
            new Entry(
                    COPY,
                    NuocmdCommand.NAME,
                    Use.ANYWHERE,
                    "the vendor's own lines to a running service",
                    "nuocmd hotcopy database --db-name test --type full --default-backup-dir /backups/test",
                    NuocmdCommand::spec),
            new Entry(DATA, "get", Use.ON_RUNNING, "read one record", "get accounts 4711", GetCommand::new),
            new Entry(DATA, "put", Use.ON_RUNNING, "write one record", "put accounts 4711 hello", PutCommand::new),
            new Entry(DATA, "delete", Use.ON_RUNNING, "delete one record", "delete accounts 4711", DeleteCommand::new),
            new Entry(
                    DATA,
                    "scan",
                    Use.ON_RUNNING,
                    "read records in the order of their keys",
                    "scan before.accounts --from 4711 --limit 20",
                    ScanCommand::new),
            new Entry(
                    DATA,
                    "count",
                    Use.ON_RUNNING,
                    "count the records of a table",
                    "count before.accounts",
                    CountCommand::new),
            new Entry(
                    DATA,
                    "create",
                    Use.ON_RUNNING,
                    "make a table or a storage group",
                    "create table orders --groups SG1,SG2",
                    CreateCommand::new),
            new Entry(DATA, "drop", Use.ON_RUNNING, "drop table drops a table", "drop table orders", DropCommand::new),
            new Entry(
                    DATA,
                    "workload",
                    Use.ON_RUNNING,
                    "a bank at work: start, status, stop, check",
                    "workload start --clients 4",
                    WorkloadCommand::new),
            new Entry(
                    SHELL,
                    "run",
                    Use.ANYWHERE,
                    "run a script over the same verbs",
                    "run scripts/nightly-run.groovy examples/bank/policy.groovy --dry-run",
                    RunCommand::new),
            new Entry(
                    SHELL,
                    "help",
                    Use.ANYWHERE,
                    "list everything, or explain one command or word",
                    "help backup",
                    HelpCommand::new),
            new Entry(
                    SHELL,
                    "exit",
                    Use.AMONG_LINES,
                    "leave; a running domain is stopped first",
                    "exit",
                    ExitCommand::new),
            new Entry(SHELL, "quit", Use.AMONG_LINES, "the same as exit", "quit", ExitCommand::new));

    private final CommandContext context;

    public CommandTable(CommandContext context) {
        this.context = context;
    }

    public static List<Entry> entries() {
        return ENTRIES;
    }

    public static Set<String> names() {
        return ENTRIES.stream().map(Entry::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    public static Optional<Entry> named(String name) {
        return ENTRIES.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    /**
     * Runs one command line.
     *
     * @param words the command's name, which must be one, and its arguments
     * @return the exit code; what went wrong has been shown
     */
    public int run(List<String> words) {
        if (words.get(0).equals(NuocmdCommand.NAME)) {
            return NuocmdCommand.run(words.subList(1, words.size()), context);
        }
        CommandLine line = picocli(named(words.get(0)).orElseThrow());
        line.setParameterExceptionHandler((trouble, arguments) -> context.report(wrongUsage(trouble)));
        line.setExecutionExceptionHandler((trouble, command, result) -> context.report(trouble));
        return line.execute(words.subList(1, words.size()).toArray(String[]::new));
    }

    /**
     * The same for the arguments of the program: they must begin with a command, and one that makes sense alone. The
     * overview is shown without picocli, which costs more than all else and looks for Groovy.
     */
    public int runAlone(List<String> words) {
        if (words.equals(List.of("help"))) {
            context.screen().show(manual(context, context.screen().width()).program());
            return ExitCode.DONE;
        }
        Optional<Entry> entry = named(words.get(0));
        if (entry.isEmpty()) {
            return context.report(
                    new WrongUsageException("there is no command \"" + words.get(0) + "\"", "hotcopy help lists them"));
        }
        if (entry.get().use() == Use.AMONG_LINES) {
            return context.report(new WrongUsageException(
                    words.get(0) + " works on what earlier lines have loaded or started, so it makes no sense alone",
                    "hotcopy without arguments is the shell",
                    "hotcopy -c 'load FILE' -c '" + String.join(" ", words) + "' runs several lines"));
        }
        return run(words);
    }

    /** A command with its options and places, as picocli knows them; empty when there is no such command. */
    public Optional<CommandSpec> spec(String name) {
        return named(name).map(entry -> picocli(entry).getCommandSpec());
    }

    /**
     * What a command takes; empty for one that there is not, and for the vendor's, whose words picocli does not know.
     */
    public Optional<CommandSpec> ownSpec(String name) {
        return name.equals(NuocmdCommand.NAME) ? Optional.empty() : spec(name);
    }

    /** What there is to read about all commands, on lines of so many columns. */
    static Manual manual(CommandContext context, int width) {
        CommandTable table = new CommandTable(context);
        return new Manual(
                ENTRIES.stream()
                        .map(entry -> new CommandText(
                                entry.topic(),
                                entry.name(),
                                entry.summary(),
                                entry.use() != Use.AMONG_LINES,
                                () -> table.picocli(entry, width)))
                        .toList(),
                width);
    }

    CommandLine picocli(Entry entry) {
        return picocli(entry, context.screen().width());
    }

    private CommandLine picocli(Entry entry, int width) {
        CommandLine line = new CommandLine(entry.maker().apply(context));
        line.setCommandName(entry.name());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        line.setUsageHelpWidth(Math.max(55, width));
        line.setOut(context.screen().out());
        line.setErr(context.screen().out());
        CommandPage.prepare(line, entry.summary(), entry.example());
        return line;
    }

    private static WrongUsageException wrongUsage(ParameterException trouble) {
        CommandLine line = trouble.getCommandLine();
        List<String> hints = new ArrayList<>();
        if (trouble instanceof CommandLine.UnmatchedArgumentException unmatched) {
            List<String> near = unmatched.getSuggestions();
            hints.addAll(near.isEmpty() ? List.of() : List.of("did you mean " + String.join(" or ", near) + "?"));
        }
        hints.add(line.getHelp().synopsis(0).strip().replaceAll("\\s+", " "));
        hints.add("help " + line.getCommandSpec().qualifiedName());
        return new WrongUsageException(lowerCase(trouble.getMessage()), hints.toArray(String[]::new));
    }

    private static String lowerCase(String message) {
        return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    }
}
