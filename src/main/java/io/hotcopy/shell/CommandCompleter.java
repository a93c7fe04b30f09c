package io.hotcopy.shell;

import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.Declarations;
import io.hotcopy.model.Domain;
import io.hotcopy.model.Region;
import io.hotcopy.model.StorageManager;
import io.hotcopy.shell.command.CommandTable;
import io.hotcopy.simulate.Failure;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.StorageGroupName;
import io.hotcopy.verb.FailureText;
import io.hotcopy.verb.KnownNames;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jline.builtins.Completers.FileNameCompleter;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import picocli.shell.jline3.PicocliJLineCompleter;

/**
 * Completes commands and their options, and what they take by place: files, declared names, words for sets. The one
 * place where picocli's bridge to the line reader is used.
 */
final class CommandCompleter implements Completer {
    private static final Set<String> TAKE_FILES = Set.of("load", "check", "run", "open", "apply");
    private static final Set<String> TAKE_DIRECTORIES = Set.of("--from", "--restored", "--to", "--in", "--scratch");
    private static final Set<String> TAKE_POLICIES = Set.of("plan", "prove", "backup", "timeline", "expire");
    private static final Set<String> TAKE_SETS = Set.of("describe", "restore", "verify");
    private static final Set<String> TAKE_TABLES = Set.of("get", "put", "delete", "scan", "count");
    private static final Set<List<String>> TAKE_ARCHIVES =
            Set.of(List.of("sm", "stop"), List.of("sm", "start"), List.of("sm", "serve"));
    private static final List<String> SET_WORDS = List.of("latest", "latest-full", "oldest");

    private final CommandTable commands;
    private final Supplier<Declarations> declared;
    private final Supplier<KnownNames> known;
    private final Completer files = new FileNameCompleter();
    private Completer options;

    /**
     * @param declared what is declared when it is asked
     * @param known what names are known then, without a look at any disk
     */
    CommandCompleter(CommandTable commands, Supplier<Declarations> declared, Supplier<KnownNames> known) {
        this.commands = commands;
        this.declared = declared;
        this.known = known;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        if (options == null) {
            options = new PicocliJLineCompleter(commands.spec());
        }
        options.complete(reader, line, candidates);
        if (line.wordIndex() > 0 && !line.word().startsWith("-")) {
            completePlace(line.words().get(0), reader, line, candidates);
        }
    }

    private void completePlace(String command, LineReader reader, ParsedLine line, List<Candidate> candidates) {
        boolean vendors = command.equals("nuoarchive") && line.wordIndex() > 1;
        boolean directory = TAKE_DIRECTORIES.contains(line.words().get(line.wordIndex() - 1));
        if (TAKE_FILES.contains(command) || vendors || directory || follows(line, "catalog", "rebuild")) {
            files.complete(reader, line, candidates);
        } else if (line.words().get(line.wordIndex() - 1).equals("--fail")) {
            add(failures(), candidates);
        } else if (TAKE_POLICIES.contains(command)) {
            add(declared.get().policies().stream().map(BackupPolicy::name).toList(), candidates);
        } else if (TAKE_SETS.contains(command) || follows(line, "catalog", "describe")) {
            add(SET_WORDS, candidates);
            add(known.get().sets(), candidates);
        } else if (isTablePlace(line)) {
            add(known.get().tables(), candidates);
        } else if (command.equals("start")) {
            add(declared.get().domains().stream().map(Domain::name).toList(), candidates);
        } else {
            completeProcess(line.words().subList(0, line.wordIndex()), candidates);
        }
    }

    /** What can fail of that which is declared, as {@code prove --fail} takes it. */
    private List<String> failures() {
        List<Domain> domains = declared.get().domains();
        Stream<Failure> managers = archives(domains).map(Failure.StorageManagerDown::new);
        Stream<Failure> regions = regions(domains).map(Failure.RegionLost::new);
        Stream<Failure> runs = declared.get().policies().stream()
                .flatMap(policy -> policy.runs().stream())
                .filter(line -> line.schedule().isPresent())
                .map(line -> new Failure.RunFailed(line.type()));
        return Stream.of(managers, regions, runs)
                .flatMap(those -> those)
                .map(FailureText::of)
                .distinct()
                .toList();
    }

    private static Stream<ArchiveId> archives(List<Domain> domains) {
        return domains.stream()
                .flatMap(domain -> domain.databases().stream())
                .flatMap(database -> database.storageManagers().stream())
                .map(StorageManager::archive)
                .distinct();
    }

    private static Stream<String> regions(List<Domain> domains) {
        return domains.stream()
                .flatMap(domain -> domain.regions().stream())
                .map(Region::name)
                .distinct();
    }

    /** The numbers of archives after {@code sm stop}, the names of regions after {@code region cut}. */
    private void completeProcess(List<String> before, List<Candidate> candidates) {
        List<Domain> domains = declared.get().domains();
        if (TAKE_ARCHIVES.contains(before)) {
            add(archives(domains).map(ArchiveId::toString).toList(), candidates);
        } else if (before.size() == 3 && before.subList(0, 2).equals(List.of("sm", "serve"))) {
            add(
                    domains.stream()
                            .flatMap(domain -> domain.databases().stream())
                            .flatMap(database -> database.storageGroups().stream())
                            .map(StorageGroupName::toString)
                            .distinct()
                            .toList(),
                    candidates);
        } else if (before.equals(List.of("region", "cut"))) {
            add(regions(domains).toList(), candidates);
        }
    }

    /** The first word after a command of data at hand, and the one after {@code drop table}. */
    private static boolean isTablePlace(ParsedLine line) {
        List<String> before = line.words().subList(0, line.wordIndex());
        return before.size() == 1 && TAKE_TABLES.contains(before.get(0)) || before.equals(List.of("drop", "table"));
    }

    private static boolean follows(ParsedLine line, String command, String verb) {
        return line.wordIndex() > 1 && line.words().subList(0, 2).equals(List.of(command, verb));
    }

    private static void add(List<String> words, List<Candidate> candidates) {
        words.stream().map(Candidate::new).forEach(candidates::add);
    }
}
