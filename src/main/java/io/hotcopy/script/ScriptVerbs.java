package io.hotcopy.script;

import io.hotcopy.dsl.Nearest;
import io.hotcopy.dsl.Spelling;
import io.hotcopy.dsl.WordRecorder;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.recovery.RestoreTarget;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.ElementId;
import io.hotcopy.verb.BackupRequest;
import io.hotcopy.verb.CheckRequest;
import io.hotcopy.verb.InstantText;
import io.hotcopy.verb.LoadResult;
import io.hotcopy.verb.PreviewRequest;
import io.hotcopy.verb.ProveRequest;
import io.hotcopy.verb.Referable;
import io.hotcopy.verb.RestoreRequest;
import io.hotcopy.verb.SetRequest;
import io.hotcopy.verb.VerbResult;
import io.hotcopy.verb.Verbs;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The verbs as a script calls them: every result is shown, long jobs show their progress, nobody is asked. */
final class ScriptVerbs {
    private final Verbs verbs;
    private final VerbOutput output;
    private final Path directory;
    private boolean quiet;

    /** @param directory the script's: where {@code load}, {@code check} and declarations look for relative paths */
    ScriptVerbs(Verbs verbs, VerbOutput output, Path directory) {
        this.verbs = verbs;
        this.output = output;
        this.directory = directory;
    }

    Verbs verbs() {
        return verbs;
    }

    <R extends VerbResult> R shown(R result) {
        if (!quiet) {
            output.show(result);
        }
        return result;
    }

    /** Shows the progress while it runs, then the result. */
    <R extends VerbResult> R watched(Function<ProgressListener, R> job) {
        return shown(quiet ? job.apply(ProgressListener.NONE) : output.watching(job));
    }

    /** Shows nothing of what these verbs do. */
    <T> T quietly(Supplier<T> work) {
        boolean before = quiet;
        quiet = true;
        try {
            return work.get();
        } finally {
            quiet = before;
        }
    }

    /** Shows a failure and gives null instead of ending the script; an interrupt ends it all the same. */
    <T> T attempted(Supplier<T> work) {
        try {
            return work.get();
        } catch (WrongArgumentsException wrong) {
            throw wrong;
        } catch (HotCopyException failure) {
            if (Thread.currentThread().isInterrupted() || failure.getCause() instanceof InterruptedException) {
                throw failure;
            }
            output.failed(failure);
            return null;
        }
    }

    /** Runs another script, beside this one, over the same session. */
    int run(Object script, Object... arguments) {
        List<Path> named = beside(script);
        if (named.size() != 1) {
            throw new HotCopyException("run takes the file of one script");
        }
        return new ScriptRunner(verbs, output).run(ScriptText.read(named.get(0)), words(arguments));
    }

    /** Refuses to go on when declarations have errors; they have been shown. */
    LoadResult loaded(LoadResult result) {
        shown(result);
        if (!result.loaded()) {
            throw new HotCopyException("the declarations have errors, nothing was loaded");
        }
        return result;
    }

    /** Declares words of the language that the script says as closures. */
    LoadResult declare(Consumer<WordRecorder> words) {
        WordRecorder recorder = new WordRecorder(directory);
        words.accept(recorder);
        return loaded(verbs.load().recorded(recorder));
    }

    CheckRequest checkRequest(Map<String, Object> named, Object... files) {
        Optional<Spelling> as =
                new NamedArguments("check", named, "as").text("as").map(word -> named(Spelling.class, "check", word));
        return new CheckRequest(beside(files), as);
    }

    static BackupRequest backupRequest(String verb, Map<String, Object> named, Optional<Object> what) {
        NamedArguments arguments = new NamedArguments(verb, named, names(verb));
        return new BackupRequest(
                what.map(Object::toString),
                arguments.text("run").map(BackupRequest::typeCalled),
                arguments.text("for").map(InstantText::parse),
                arguments.text("group"),
                arguments.pace(),
                arguments.truth("partial"));
    }

    static ProveRequest proveRequest(Map<String, Object> named, Optional<Object> what) {
        NamedArguments arguments = new NamedArguments("prove", named, "days", "fail", "outage");
        return new ProveRequest(
                what.map(Object::toString),
                arguments.count("days").orElse(ProveRequest.DAYS),
                arguments.texts("fail"),
                arguments.duration("outage"));
    }

    private static String[] names(String verb) {
        List<String> names = new ArrayList<>(List.of("run", "for", "group", "maxRate", "minRate", "partial"));
        if (verb.equals("backup")) {
            names.add("timeout");
        }
        return names.toArray(String[]::new);
    }

    /** How long {@code backup} waits; empty for as long as it takes. */
    static Optional<Duration> timeout(Map<String, Object> named) {
        return new NamedArguments("backup", named, names("backup")).seconds("timeout");
    }

    RestoreRequest restoreRequest(Map<String, Object> named, Object... sets) {
        NamedArguments arguments =
                new NamedArguments("restore", named, "to", "toTime", "toCommit", "beforeCommit", "element", "in");
        return new RestoreRequest(
                setRequest(arguments, sets),
                path(arguments.requiredText("to")),
                target("restore", arguments),
                time(arguments));
    }

    PreviewRequest previewRequest(Map<String, Object> named, Object... sets) {
        NamedArguments arguments =
                new NamedArguments("preview", named, "toTime", "toCommit", "beforeCommit", "element", "in");
        return new PreviewRequest(setRequest(arguments, sets), target("preview", arguments), time(arguments));
    }

    private static Optional<Instant> time(NamedArguments arguments) {
        return arguments.text("toTime").map(InstantText::parse);
    }

    private static RestoreTarget target(String verb, NamedArguments arguments) {
        try {
            List<RestoreTarget> targets = Stream.of(
                            arguments.whole("toCommit").map(CommitNumber::new).map(RestoreTarget.ToCommit::new),
                            arguments
                                    .whole("beforeCommit")
                                    .map(CommitNumber::new)
                                    .map(RestoreTarget.BeforeCommit::new),
                            arguments.text("element").map(ElementId::of).map(RestoreTarget.ToElement::new))
                    .<RestoreTarget>flatMap(Optional::stream)
                    .toList();
            if (targets.size() + arguments.text("toTime").stream().count() > 1) {
                throw new HotCopyException(
                        verb + " takes one of `toTime:`, `toCommit:`, `beforeCommit:` and `element:`");
            }
            return targets.isEmpty() ? new RestoreTarget.Latest() : targets.get(0);
        } catch (IllegalArgumentException e) {
            throw new HotCopyException(verb + ": " + e.getMessage(), e);
        }
    }

    /** Sets by their words, or by the results of backups. */
    SetRequest setRequest(NamedArguments arguments, Object... sets) {
        List<Path> below = arguments.texts("in").stream().map(this::path).toList();
        return new SetRequest(words(sets), below);
    }

    /** Files beside the script. */
    List<Path> beside(Object... files) {
        return words(files).stream().map(directory::resolve).toList();
    }

    /** Paths from the working directory. */
    List<Path> paths(Object... directories) {
        return words(directories).stream().map(this::path).toList();
    }

    Path path(String text) {
        return directory.getFileSystem().getPath(text);
    }

    /** The constant that a word means, in lower case and with hyphens. */
    static <E extends Enum<E>> E named(Class<E> type, String verb, String word) {
        List<String> words = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        int at = words.indexOf(word);
        if (at < 0) {
            String near = Nearest.to(word, words)
                    .map(one -> "did you mean '" + one + "'?")
                    .orElse("");
            String all = "there is: " + String.join(", ", words);
            throw near.isEmpty()
                    ? new HotCopyException(verb + " knows no '" + word + "'", all)
                    : new HotCopyException(verb + " knows no '" + word + "'", near, all);
        }
        return type.getEnumConstants()[at];
    }

    /** The words that arguments mean: a result's, or their text; lists are opened. */
    static List<String> words(Object... arguments) {
        return Arrays.stream(arguments).flatMap(ScriptVerbs::wordsOf).toList();
    }

    private static Stream<String> wordsOf(Object argument) {
        if (argument instanceof Referable result) {
            return result.words().stream();
        }
        return argument instanceof Collection<?> several
                ? several.stream().flatMap(ScriptVerbs::wordsOf)
                : Stream.of(argument.toString());
    }
}
