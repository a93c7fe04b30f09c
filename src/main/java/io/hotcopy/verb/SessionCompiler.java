package io.hotcopy.verb;

import io.hotcopy.dsl.Compilation;
import io.hotcopy.dsl.PolicyCompiler;
import io.hotcopy.dsl.PolicyText;
import io.hotcopy.dsl.WordRecorder;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.Declarations;
import io.hotcopy.model.DirectoryPattern;
import io.hotcopy.model.Domain;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Compiles for one session: problems name files as they were given, relative to the working directory; what is declared
 * has absolute paths, so that nothing depends on where a later verb runs.
 */
final class SessionCompiler {
    private static final String TYPED = "line";

    private final VerbSurroundings surroundings;
    private final Path workingDirectory;
    private final PolicyCompiler compiler;

    SessionCompiler(VerbSurroundings surroundings) {
        this.surroundings = surroundings;
        workingDirectory = surroundings.workingDirectory();
        compiler = new PolicyCompiler(file ->
                surroundings.sources().read(workingDirectory.resolve(file).normalize()));
    }

    Compilation files(List<Path> files, Declarations known) {
        return grounded(compiler.compile(files, known));
    }

    /** Compiles a line that a person typed. */
    Compilation typed(String text, Declarations known) {
        return grounded(compiler.compile(new PolicyText(TYPED, workingDirectory, text), known));
    }

    /** Compiles what a script said. */
    Compilation recorded(WordRecorder words, Declarations known) {
        return grounded(compiler.compile(words, known));
    }

    /** Whether what places call so is a file that can be read, and not a line or a script's closures. */
    boolean isFile(String name) {
        try {
            surroundings.sources().read(workingDirectory.resolve(name).normalize());
            return true;
        } catch (IOException absent) {
            return false;
        }
    }

    private Compilation grounded(Compilation compiled) {
        Declarations declared = compiled.declarations();
        Declarations grounded = new Declarations(
                declared.domains().stream().map(this::grounded).toList(),
                declared.policies().stream().map(this::grounded).toList(),
                declared.spans());
        return new Compilation(grounded, compiled.problems(), compiled.sources());
    }

    private Domain grounded(Domain domain) {
        return new Domain(domain.name(), domain.home().map(this::absolute), domain.regions(), domain.databases());
    }

    private BackupPolicy grounded(BackupPolicy policy) {
        DirectoryPattern pattern = policy.directory();
        return policy.into(new DirectoryPattern(absolute(pattern.base()), pattern.text()));
    }

    private Path absolute(Path path) {
        return workingDirectory.resolve(path).normalize();
    }
}
