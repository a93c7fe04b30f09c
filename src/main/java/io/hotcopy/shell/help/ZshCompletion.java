package io.hotcopy.shell.help;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What zsh autoloads to complete the arguments of {@code hotcopy}, with a function for each command: as for bash, and
 * every option and command with what is said of it.
 */
final class ZshCompletion {
    private static final String BEGINNING = """
            #compdef hotcopy
            # Completion of hotcopy for zsh: put it into a directory of fpath as _hotcopy.
            # Written by `scripts/hotcopy help --as zsh > src/dist/completion/_hotcopy`: do not edit.

            # One of these words, or a path; what follows the words is for _files.
            _hotcopy_either() {
                local -a either=(${=1})
                shift
                _describe -t words word either
                _files "$@"
            }

            # Another command, as if it stood alone.
            _hotcopy_line() {
                words=(hotcopy "${words[@]}")
                (( CURRENT++ ))
                _hotcopy
            }

            # A command of those that the function named so describes, or what that command takes.
            _hotcopy_choose() {
                local choose=$1 curcontext=$curcontext state line ret=1
                typeset -A opt_args
                shift
                _arguments -C "$@" "1: :${choose}_commands" '*:: :->inside' && ret=0
                if [[ $state == inside ]] && (( $+functions[${choose}_$words[1]] )); then
                    curcontext=${curcontext%:*:*}:${choose#_}-$words[1]:
                    ${choose}_$words[1] && ret=0
                fi
                return ret
            }

            """;

    private final List<CommandDoc> docs;
    private final List<String> helpNames;

    /** @param helpNames what may follow {@code help} */
    ZshCompletion(List<CommandDoc> docs, List<String> helpNames) {
        this.docs = docs;
        this.helpNames = helpNames;
    }

    String text() {
        return BEGINNING
                + choose("_hotcopy", ShellText.PROGRAM_OPTIONS, docs)
                + ShellText.all(docs).map(this::command).collect(Collectors.joining())
                + "_hotcopy \"$@\"\n";
    }

    private String command(CommandDoc doc) {
        String function = "_hotcopy_" + String.join("_", doc.path());
        if (!doc.inner().isEmpty()) {
            return choose(function, doc.options(), doc.inner());
        }
        List<String> specs = new ArrayList<>(specs(doc.options()));
        specs.addAll(
                doc.words().equals("help") ? List.of("*:about:(" + String.join(" ", helpNames) + ")") : places(doc));
        return function(function, "_arguments", specs);
    }

    private static String choose(String name, List<ArgumentDoc> options, List<CommandDoc> inner) {
        String commands = inner.stream()
                .map(doc -> "        " + ShellText.quoted(doc.name() + ":" + summary(doc)) + "\n")
                .collect(Collectors.joining());
        return name + "_commands() {\n    local -a commands=(\n" + commands
                + "    )\n    _describe -t commands command commands \"$@\"\n}\n\n"
                + function(name, "_hotcopy_choose " + name, specs(options));
    }

    /** A verb of the vendor's says what its nouns are. */
    private static String summary(CommandDoc doc) {
        return doc.summary().isEmpty()
                ? doc.inner().stream().map(CommandDoc::name).collect(Collectors.joining(", "))
                : doc.summary();
    }

    private static String function(String name, String call, List<String> specs) {
        String arguments = specs.stream()
                .map(spec -> " \\\n        " + ShellText.quoted(spec))
                .collect(Collectors.joining());
        return name + "() {\n    " + call + arguments + "\n}\n\n";
    }

    private static List<String> specs(List<ArgumentDoc> options) {
        return options.stream().flatMap(ZshCompletion::specs).toList();
    }

    private static Stream<String> specs(ArgumentDoc option) {
        String others = option.isHelp() ? "(- *)" : "(" + String.join(" ", option.names()) + ")";
        String before = option.isRepeatable() ? "*" : others;
        String value = !option.takesValue()
                ? ""
                : Stream.of(option.label().split(" "))
                        .map(label -> ":" + message(label) + ":" + action(option))
                        .collect(Collectors.joining());
        return option.names().stream()
                .map(name -> before + name + joint(name, option) + "[" + explanation(option.text()) + "]" + value);
    }

    /** How a value may be written: in the same word after {@code =}, or in the next. */
    private static String joint(String name, ArgumentDoc option) {
        if (!option.takesValue()) {
            return "";
        }
        return name.startsWith("--") && !option.label().contains(" ") ? "=" : "";
    }

    private static List<String> places(CommandDoc doc) {
        return IntStream.range(0, doc.places().size())
                .mapToObj(at -> place(at + 1, doc.places().get(at)))
                .toList();
    }

    private static String place(int number, ArgumentDoc place) {
        if (place.taken() == ArgumentDoc.Taken.LINE) {
            return "*:::" + message(place.label()) + ":_hotcopy_line";
        }
        String where = place.isRepeatable() ? "*" : number + (place.isRequired() ? "" : ":");
        return where + ":" + message(place.label()) + ":" + action(place);
    }

    private static String action(ArgumentDoc argument) {
        String words = String.join(" ", argument.values());
        String paths =
                switch (argument.taken()) {
                    case FILES -> "_files";
                    case DIRECTORIES -> "_files -/";
                    case LINE -> "_hotcopy_line";
                    case NOWHERE -> "";
                };
        if (words.isEmpty() || paths.isEmpty()) {
            return words.isEmpty() ? (paths.isEmpty() ? " " : paths) : "(" + words + ")";
        }
        return " _hotcopy_either \"" + words + "\"" + paths.replaceFirst("^_files", "");
    }

    private static String explanation(String text) {
        return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]");
    }

    private static String message(String label) {
        return label.replace("\\", "\\\\").replace(":", "\\:");
    }
}
