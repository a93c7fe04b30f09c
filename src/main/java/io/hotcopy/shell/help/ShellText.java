package io.hotcopy.shell.help;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the completions of bash and zsh have in common. */
final class ShellText {
    /** What may stand before a command. */
    static final List<ArgumentDoc> PROGRAM_OPTIONS = List.of(
            option(List.of("-c"), "LINE", "run a line of the shell", true),
            option(List.of("-h", "--help"), "", "list everything", false),
            option(List.of("-V", "--version"), "", "show the version", false));

    private ShellText() {}

    private static ArgumentDoc option(List<String> names, String label, String text, boolean isRepeatable) {
        return new ArgumentDoc(names, label, text, List.of(), ArgumentDoc.Taken.NOWHERE, false, isRepeatable);
    }

    /** In single quotes, whatever it holds. */
    static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    static String words(Collection<String> words) {
        return String.join(" ", words);
    }

    /** All commands, those inside others too. */
    static Stream<CommandDoc> all(List<CommandDoc> docs) {
        return docs.stream().flatMap(CommandDoc::all);
    }

    /** The words by which it is called, with slashes: {@code /sm/stop}. */
    static String path(CommandDoc doc) {
        return doc.path().stream().collect(Collectors.joining("/", "/", ""));
    }
}
