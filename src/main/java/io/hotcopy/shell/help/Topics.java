package io.hotcopy.shell.help;

import static io.hotcopy.shell.help.Topic.commands;
import static io.hotcopy.shell.help.Topic.terms;
import static io.hotcopy.shell.help.Topic.text;
import static io.hotcopy.shell.help.Topic.whole;

import java.util.List;
import java.util.Optional;

/** What is explained besides commands and words. */
final class Topics {
    static final Topic FIRST_STEPS = Topic.of(
            "first-steps",
            "the first quarter of an hour",
            text("In a clone of hotcopy, in its shell:"),
            commands(
                    "load examples/bank/domain.groovy examples/bank/policy.groovy", "declare a bank and its protection",
                    "start bank", "run it here",
                    "workload start", "let clients transfer money",
                    "status", "protected: NO, no backup yet",
                    "plan", "what a backup would do now, and why",
                    "backup", "shows the plan, asks, does it",
                    "delete accounts 4711", "the accident",
                    "backup --run journal", "every commit since, into the same set",
                    "journal search latest --table accounts --key 4711", "which commit was it",
                    "restore latest --before-commit 184223 --to scratch/before", "with the number it showed",
                    "open scratch/before --as before", "beside the bank that goes on",
                    "get before.accounts 4711", "there it is",
                    "verify latest", "",
                    "list", ""));

    private static final Topic LANGUAGE = Topic.of(
            "language",
            "how a domain and its policies are declared",
            text("A declaration is read, not run: what it says is checked as a whole, and every problem is told with"
                    + " its place. Names that people invent stand in quotes, words of the language without. A line is"
                    + " a word with what it takes; braces hold several words; what begins with on… says what to do when"
                    + " things go another way."),
            text("A value may be given a name, lines may be repeated over a list or range, and include reads another"
                    + " file:"),
            whole(Topic.Kind.DECLARATION, """
                    def first = ['e1', 'e2']
                    domain('acme') {
                        region 'east', hosts: first
                        for (name in ['orders', 'stock']) {
                            database(name) {
                                transactionEngines hosts: first
                                storageManager archive: 0, host: 'e1'
                            }
                        }
                    }"""),
            text("The same may be written in YAML, in a file named .yaml or .yml: a word is a key, and"
                    + " its value is what"
                    + " the word takes. check --as yaml and check --as groovy write one as the other."),
            commands(
                    "check examples/bank/policy.groovy", "every problem at once",
                    "check examples/bank/policy.groovy --as yaml", "",
                    "help policy", "its words, and a whole one",
                    "help words", "all words, a line each"));

    private static final Topic WHAT = Topic.of(
            "what",
            "the WHAT of plan, backup, prove, expire and timeline",
            terms(
                    "NAME", "a policy that is loaded",
                    "FILE", "the policies that a file declares; nothing need be loaded",
                    "FILE#NAME", "one of them"),
            text("Without WHAT every policy that is loaded is meant."),
            commands("plan bank-nightly", "", "prove examples/bank/policy.groovy#bank-nightly --days 90", ""));

    private static final Topic SETS = Topic.of(
            "sets",
            "the SET of describe, verify, preview, restore and journal search",
            text("A backup set is the directory that a full hot copy begins, with the incremental and"
                    + " journal hot copies"
                    + " that were taken into it: its elements. The sets of archives that are copied"
                    + " together are a"
                    + " collection, and are restored together, to one commit."),
            terms(
                    "PATH",
                    "the directory of a set",
                    "NAME",
                    "the name of such a directory where the loaded policies put their copies, or" + " below --in DIR",
                    "ID",
                    "of a set, of a collection, or of a run, which means the sets that it wrote into;"
                            + " the beginning of"
                            + " one, if no other begins so",
                    "latest",
                    "what leads to the newest commit: a complete collection, and later journals"
                            + " where they are"
                            + " needed",
                    "latest-full",
                    "the newest complete collection alone",
                    "oldest",
                    "the oldest complete collection"),
            commands(
                    "list", "the sets with names and ids",
                    "describe latest", "what it holds, and what can be restored of it",
                    "verify oldest --in backups", ""));

    private static final Topic TIMES = Topic.of(
            "times",
            "times, durations, schedules and sizes",
            terms(
                    "2026-11-22T10:00:00+01:00",
                            "an instant, for --to-time, --for and restorable-from=; a blank may"
                                    + " stand for the T, seconds may be left out; without an offset it is UTC",
                    "90.minutes, 24.hours",
                            "a duration: a number and second, minute, hour, day or week, or several of" + " them",
                    "01:00, Sun 01:00, Mon-Fri 01:00", "a time of day, on every day or some days of the week",
                    "30 1 * * *", "a cron expression: minute, hour, day of month, month, day of week",
                    "500.MB", "a size in KB, MB, GB or TB, which are powers of 1000"),
            text("Schedules go by the clocks of the policy's timeZone, which is UTC if not said; so do the moments of"
                    + " prove --fail."),
            commands(
                    "preview latest --to-time '2026-11-22 10:00'", "",
                    "prove bank-nightly --outage 90.minutes --fail \"sm:0@Tue 02:00..Tue 05:00\"", ""));

    private static final Topic SCRIPTS = Topic.of(
            "scripts",
            "the verbs in Groovy",
            text("In a script every command is a method: its words are arguments, its options named arguments. What it"
                    + " answers is shown and is its value. A verb that fails ends the script with exit code 1, and so"
                    + " does fail 'why'. args are the words after the script's name. Nobody is asked."),
            whole(Topic.Kind.SCRIPT, """
                    load args[0]
                    def copied = backup run: 'full', maxRate: 40.MB
                    def verdict = verify copied, depth: 'read'
                    if (verdict.outcome().name() != 'VALID') {
                        fail 'the copy is not valid'
                    }
                    restore copied, to: 'scratch/restored'"""),
            text("With --dry-run the script's own code runs, but its verbs only check, and say what they"
                    + " would do. A line"
                    + " of the shell that is neither command nor declaration is Groovy with the"
                    + " same methods: what it"
                    + " gives is printed, and names stay for the lines after it."),
            commands("run scripts/nightly-run.groovy examples/bank/policy.groovy --dry-run", ""));

    private static final Topic KEYS = Topic.of(
            "keys",
            "the keys of the shell",
            terms(
                    "Tab", "completes what is being typed: commands, options, names, paths, words of the language",
                    "Enter", "runs the line; a declaration that is still open goes on in the next line",
                    "Up, Down, Ctrl-R", "earlier lines, also of earlier days; Ctrl-R searches them",
                    "Ctrl-C", "drops the line, however many lines it has; cancels what runs",
                    "Ctrl-D", "leaves, on an empty line",
                    "Alt-S", "shows or hides the hint below the line"));

    private static final Topic FILES = Topic.of(
            "files",
            "files and environment",
            terms(
                    "HOTCOPY_HOME",
                            "the directory of hotcopy's own state: history, index of sets, ledger of runs, and"
                                    + " where running domains can be reached; default: ~/.hotcopy",
                    "NO_COLOR", "when it is set, nothing is coloured",
                    "JAVA_HOME", "the JDK that the launcher takes; default: java of the PATH",
                    "HOTCOPY_JAVA_OPTS", "further options of the JVM, such as -Xmx2g",
                    "NUOCMD_API_SERVER", "where nuocmd asks; every NUOCMD_OPTION_NAME is the default of --option-name"),
            text("Paths in a declaration begin at its file's directory, those on a line at the working"
                    + " directory. Sets lie"
                    + " where the policies say, never in HOTCOPY_HOME."));

    private static final Topic EXIT_CODES = Topic.of(
            "exit-codes",
            "exit status",
            terms(
                    "0", "done; for verify, valid",
                    "1", "failed, damaged, refused, or an objective that does not hold",
                    "2", "wrong usage; nothing was tried",
                    "3", "it could not be found out",
                    "130", "interrupted"),
            text("Lines after -c, and lines from a pipe, end at the first that fails, with its code."));

    private static final List<Topic> ALL =
            List.of(FIRST_STEPS, LANGUAGE, WHAT, SETS, TIMES, SCRIPTS, KEYS, FILES, EXIT_CODES);

    private Topics() {}

    static List<Topic> all() {
        return ALL;
    }

    static List<String> names() {
        return ALL.stream().map(Topic::name).toList();
    }

    static Optional<Topic> named(String name) {
        return ALL.stream().filter(topic -> topic.name().equals(name)).findFirst();
    }
}
