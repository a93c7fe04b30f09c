package io.hotcopy.shell.command;

import io.hotcopy.shell.nuocmd.Nuocmd;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which command lines only read: what runs again and again by itself must not write. One that is unknown writes. */
final class ReadingLines {
    private static final Set<String> COMMANDS = Set.of(
            "check",
            "count",
            "describe",
            "get",
            "help",
            "list",
            "plan",
            "preview",
            "prove",
            "scan",
            "show",
            "status",
            "timeline",
            "verify");

    private static final Map<String, Set<String>> SUBCOMMANDS = Map.of(
            "catalog", Set.of("list", "describe", "missing"),
            "journal", Set.of("search"),
            "workload", Set.of("status"));

    private static final Set<String> VENDOR_VERBS = Set.of("show", "get", "check");

    private ReadingLines() {}

    /** @throws WrongUsageException when this line does not only read */
    static void require(List<String> words) {
        if (CommandTable.named(words.get(0)).isEmpty()) {
            throw new WrongUsageException(
                    "there is no command \"" + words.get(0) + "\"", "watch 2 status", "help lists the commands");
        }
        if (!isReading(words)) {
            throw new WrongUsageException(
                    "watch repeats what only looks, and \"" + String.join(" ", words) + "\" may change something",
                    "watch 2 status");
        }
    }

    private static boolean isReading(List<String> words) {
        String name = words.get(0);
        List<String> rest = words.subList(1, words.size());
        if (SUBCOMMANDS.containsKey(name)) {
            return !rest.isEmpty() && SUBCOMMANDS.get(name).contains(rest.get(0));
        }
        return switch (name) {
            case NuocmdCommand.NAME ->
                vendorVerb(rest).filter(VENDOR_VERBS::contains).isPresent();
            case "plan" -> rest.stream().noneMatch(word -> word.matches("-o.*|--output.*"));
            case "verify" -> rest.stream().noneMatch(word -> word.matches("(?i)(--depth=)?drill"));
            default -> COMMANDS.contains(name);
        };
    }

    /** The first word that is a verb of the vendor's; what stands before it are options. */
    private static Optional<String> vendorVerb(List<String> words) {
        Set<String> verbs =
                Nuocmd.lines().stream().map(line -> line.split(" ")[0]).collect(Collectors.toSet());
        return words.stream().filter(verbs::contains).findFirst();
    }
}
