package io.hotcopy.shell.help;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What bash sources to complete the arguments of {@code hotcopy}: commands, options, the words and paths that may
 * follow them. It asks nobody, so names of policies and sets are those of the shell of hotcopy alone. Runs in bash 3.2
 * and later, without the package bash-completion.
 */
final class BashCompletion {
    private static final String BEGINNING = """
            # Completion of hotcopy for bash: source it, or put it where bash-completion looks.
            # Written by `scripts/hotcopy help --as bash > src/dist/completion/hotcopy.bash`: do not edit.
            # shellcheck shell=bash

            # The command that the words before the cursor are, as /command or /command/command.
            _hotcopy_path() {
                local index
                hotcopy_path=
                for ((index = 1; index < COMP_CWORD; index++)); do
                    case $hotcopy_path/${COMP_WORDS[index]} in
            """;
    private static final String END = """
            # Each word of the list that begins as the one at the cursor.
            _hotcopy_words() {
                local word
                for word in $1; do
                    case $word in "$hotcopy_word"*) COMPREPLY+=("$word") ;; esac
                done
            }

            # Paths, with a slash after directories; kind is f for all, d for directories.
            _hotcopy_paths() {
                local path
                compopt -o filenames 2>/dev/null
                while IFS= read -r path; do
                    COMPREPLY+=("$path")
                done < <(compgen "-$1" -- "$hotcopy_word")
            }

            _hotcopy_take() {
                local part
                for part in $1; do
                    case $part in
                        :files) _hotcopy_paths f ;;
                        :directories) _hotcopy_paths d ;;
                        *) _hotcopy_words "$part" ;;
                    esac
                done
            }

            _hotcopy() {
                local hotcopy_path hotcopy_word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
                COMPREPLY=()
                # bash parts --option=value into three words.
                if [[ $hotcopy_word == = ]]; then
                    hotcopy_word=
                elif [[ $before == = && $COMP_CWORD -gt 2 ]]; then
                    before=${COMP_WORDS[COMP_CWORD - 2]}
                fi
                _hotcopy_path
                if _hotcopy_value "$hotcopy_path $before"; then
                    return
                fi
                case $hotcopy_word in
                    -*) _hotcopy_words "$(_hotcopy_options "$hotcopy_path")" ;;
                    *) _hotcopy_take "$(_hotcopy_places "$hotcopy_path")" ;;
                esac
            }

            complete -F _hotcopy hotcopy
            """;

    private final List<CommandDoc> docs;
    private final List<String> helpNames;

    /** @param helpNames what may follow {@code help} */
    BashCompletion(List<CommandDoc> docs, List<String> helpNames) {
        this.docs = docs;
        this.helpNames = helpNames;
    }

    String text() {
        return BEGINNING
                + withInner().map(BashCompletion::pathArm).collect(Collectors.joining())
                + takingLines().map(this::lineArm).collect(Collectors.joining())
                + "        esac\n    done\n}\n\n"
                + values()
                + "\n"
                + function(
                        "options",
                        "The options of a command.",
                        Stream.concat(
                                Stream.of(arm("''", optionNames(ShellText.PROGRAM_OPTIONS))),
                                ShellText.all(docs).map(doc -> arm(ShellText.path(doc), optionNames(doc.options())))))
                + "\n"
                + function(
                        "places",
                        "What may stand in a command where no option does.",
                        Stream.concat(
                                Stream.of(arm("''", ShellText.words(names(docs)))),
                                ShellText.all(docs).map(doc -> arm(ShellText.path(doc), places(doc)))))
                + "\n"
                + END;
    }

    /** The program and all commands that have commands inside: the names of these, by the path of the outer one. */
    private Stream<Map.Entry<String, List<String>>> withInner() {
        return Stream.concat(
                Stream.of(Map.entry("", names(docs))),
                ShellText.all(docs)
                        .filter(doc -> !doc.inner().isEmpty())
                        .map(doc -> Map.entry(ShellText.path(doc), names(doc.inner()))));
    }

    /** Commands that take a whole line of others. */
    private Stream<CommandDoc> takingLines() {
        return ShellText.all(docs)
                .filter(doc -> doc.places().stream().anyMatch(place -> place.taken() == ArgumentDoc.Taken.LINE));
    }

    /** What follows is completed as if it stood alone. */
    private String lineArm(CommandDoc doc) {
        String patterns = names(docs).stream()
                .map(name -> ShellText.path(doc) + "/" + name)
                .collect(Collectors.joining(" | "));
        return "            " + patterns + ") hotcopy_path=/${COMP_WORDS[index]} ;;\n";
    }

    private static List<String> names(List<CommandDoc> docs) {
        return docs.stream().map(CommandDoc::name).toList();
    }

    private static String pathArm(Map.Entry<String, List<String>> outer) {
        String patterns = outer.getValue().stream()
                .map(name -> outer.getKey() + "/" + name)
                .collect(Collectors.joining(" | "));
        return "            " + patterns + ") hotcopy_path=$hotcopy_path/${COMP_WORDS[index]} ;;\n";
    }

    /** A function that shows what belongs to a command's path. */
    private static String function(String name, String remark, Stream<String> arms) {
        return "# " + remark + "\n_hotcopy_" + name + "() {\n    case $1 in\n"
                + arms.filter(arm -> !arm.isEmpty()).collect(Collectors.joining()) + "    esac\n}\n";
    }

    private static String arm(String path, String shown) {
        return shown.isEmpty() ? "" : "        " + path + ") echo " + ShellText.quoted(shown) + " ;;\n";
    }

    private static String optionNames(List<ArgumentDoc> options) {
        return options.stream().flatMap(option -> option.names().stream()).collect(Collectors.joining(" "));
    }

    private String places(CommandDoc doc) {
        List<String> parts = new ArrayList<>(names(doc.inner()));
        if (doc.words().equals("help")) {
            parts.addAll(helpNames);
        } else if (takingLines().anyMatch(doc::equals)) {
            parts.addAll(names(docs));
        } else if (doc.inner().isEmpty()) {
            doc.places().stream().map(BashCompletion::taken).distinct().forEach(parts::add);
        }
        return ShellText.words(parts).strip();
    }

    /** Words, and {@code :files} or {@code :directories}. */
    private static String taken(ArgumentDoc argument) {
        String paths =
                switch (argument.taken()) {
                    case FILES -> " :files";
                    case DIRECTORIES -> " :directories";
                    case LINE, NOWHERE -> "";
                };
        return (ShellText.words(argument.values()) + paths).strip();
    }

    /** What follows an option that takes a value; nothing is offered for one that takes what cannot be known. */
    private String values() {
        String arms = Stream.concat(
                        valueArms("", ShellText.PROGRAM_OPTIONS),
                        ShellText.all(docs).flatMap(doc -> valueArms(ShellText.path(doc), doc.options())))
                .collect(Collectors.joining());
        return "# Whether the word before, in a command, is an option that takes a value; offers what it takes.\n"
                + "_hotcopy_value() {\n    case $1 in\n" + arms + "        *) return 1 ;;\n    esac\n}\n";
    }

    /** One for all options of a command that take the same. */
    private static Stream<String> valueArms(String path, List<ArgumentDoc> options) {
        Map<String, List<ArgumentDoc>> byTaken = options.stream()
                .filter(ArgumentDoc::takesValue)
                .collect(Collectors.groupingBy(BashCompletion::taken, LinkedHashMap::new, Collectors.toList()));
        return byTaken.entrySet().stream().map(same -> valueArm(path, same.getKey(), same.getValue()));
    }

    private static String valueArm(String path, String taken, List<ArgumentDoc> options) {
        String patterns = options.stream()
                .flatMap(option -> option.names().stream())
                .map(name -> ShellText.quoted(path + " " + name))
                .collect(Collectors.joining(" | "));
        String offer = taken.isEmpty() ? ":" : "_hotcopy_take " + ShellText.quoted(taken);
        return "        " + patterns + ") " + offer + " ;;\n";
    }
}
