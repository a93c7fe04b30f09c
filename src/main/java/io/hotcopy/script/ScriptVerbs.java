package io.hotcopy.script;

import io.hotcopy.dsl.WordRecorder;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.verb.BackupRequest;
import io.hotcopy.verb.CheckRequest;
import io.hotcopy.verb.CheckResult;
import io.hotcopy.verb.LoadRequest;
import io.hotcopy.verb.LoadResult;
import io.hotcopy.verb.PlanResult;
import io.hotcopy.verb.ShowResult;
import io.hotcopy.verb.ShowTopic;
import io.hotcopy.verb.VerbResult;
import io.hotcopy.verb.Verbs;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The verbs as a script calls them: every result is shown, long jobs show their progress, nobody is asked. */
final class ScriptVerbs {
    private final Verbs verbs;
    private final VerbOutput output;
    private final Path directory;

    /** @param directory the script's: where {@code load}, {@code check} and declarations look for relative paths */
    ScriptVerbs(Verbs verbs, VerbOutput output, Path directory) {
        this.verbs = verbs;
        this.output = output;
        this.directory = directory;
    }

    CheckResult check(Object... files) {
        return shown(verbs.check().run(new CheckRequest(beside(files))));
    }

    LoadResult load(Object... files) {
        return loaded(verbs.load().run(new LoadRequest(beside(files))));
    }

    /** Declares words of the language that the script says as closures. */
    LoadResult declare(Consumer<WordRecorder> words) {
        WordRecorder recorder = new WordRecorder(directory);
        words.accept(recorder);
        return loaded(verbs.load().recorded(recorder));
    }

    ShowResult show(ShowTopic topic) {
        return shown(verbs.show().run(topic));
    }

    PlanResult plan(Map<String, Object> named, Optional<String> what) {
        return shown(verbs.plan().run(backupRequest("plan", named, what)));
    }

    private static BackupRequest backupRequest(String verb, Map<String, Object> named, Optional<String> what) {
        NamedArguments arguments = new NamedArguments(verb, named, "run", "group", "maxRate");
        HotCopyType type = BackupRequest.typeCalled(arguments.text("run").orElse(HotCopyType.FULL.word()));
        return new BackupRequest(what, type, arguments.text("group"), arguments.megabytes("maxRate"));
    }

    private LoadResult loaded(LoadResult result) {
        shown(result);
        if (!result.loaded()) {
            throw new HotCopyException("the declarations have errors, nothing was loaded");
        }
        return result;
    }

    private <R extends VerbResult> R shown(R result) {
        output.show(result);
        return result;
    }

    private List<Path> beside(Object... files) {
        return Arrays.stream(files)
                .flatMap(file -> NamedArguments.all(file).stream())
                .map(directory::resolve)
                .toList();
    }
}
