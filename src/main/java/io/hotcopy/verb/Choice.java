package io.hotcopy.verb;

import io.hotcopy.dsl.Compilation;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.Declarations;
import io.hotcopy.problem.HotCopyException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the policies that WHAT means: a loaded policy's name, a file, or {@code FILE#policy}. */
final class Choice {
    private final Session session;

    Choice(Session session) {
        this.session = session;
    }

    /** @throws HotCopyException when there is no such policy, or the file has errors */
    Chosen of(Optional<String> what) {
        if (what.isEmpty()) {
            return loaded();
        }
        String name = what.get();
        if (session.declared().policy(name).isPresent()) {
            return new Chosen(session.declared(), List.of(name), Map.of());
        }
        boolean looksLikeFile = name.contains("#") || name.contains(".") || name.contains("/");
        if (!looksLikeFile) {
            throw new HotCopyException("no policy \"" + name + "\" is loaded", known(), "load FILE reads declarations");
        }
        int mark = name.indexOf('#');
        return mark < 0
                ? inFile(name, Optional.empty())
                : inFile(name.substring(0, mark), Optional.of(name.substring(mark + 1)));
    }

    private Chosen loaded() {
        List<String> names = names(session.declared().policies());
        if (names.isEmpty()) {
            throw new HotCopyException("no policy is loaded", "load FILE reads declarations");
        }
        return new Chosen(session.declared(), names, Map.of());
    }

    /** What the file declares may build on what is loaded, and is not loaded by this. */
    private Chosen inFile(String file, Optional<String> policy) {
        Path path = session.surroundings().workingDirectory().getFileSystem().getPath(file);
        Compilation compiled = session.compiler().files(List.of(path), session.declared());
        if (compiled.hasErrors()) {
            throw new ProblemsException(compiled.problems(), compiled.sources());
        }
        List<String> names = names(declaredIn(compiled));
        if (names.isEmpty()) {
            throw new HotCopyException("\"" + file + "\" declares no policy");
        }
        policy.filter(name -> !names.contains(name)).ifPresent(name -> {
            throw new HotCopyException(
                    "\"" + file + "\" declares no policy \"" + name + "\"", "it declares: " + String.join(", ", names));
        });
        return new Chosen(compiled.declarations(), policy.map(List::of).orElse(names), compiled.sources());
    }

    /** The policies that stand in the texts just read. */
    private static List<BackupPolicy> declaredIn(Compilation compiled) {
        Declarations all = compiled.declarations();
        return all.policies().stream()
                .filter(policy -> all.spanOf("policy/" + policy.name())
                        .filter(span -> compiled.sources().containsKey(span.file()))
                        .isPresent())
                .toList();
    }

    private String known() {
        List<String> names = names(session.declared().policies());
        return names.isEmpty() ? "no policy is loaded yet" : "loaded are: " + String.join(", ", names);
    }

    private static List<String> names(List<BackupPolicy> policies) {
        return policies.stream().map(BackupPolicy::name).toList();
    }
}
