package io.hotcopy.dsl;

import io.hotcopy.model.Declarations;
import java.nio.file.Path;
import java.util.List;

/**
 * Compiles declarations: texts in, {@link Declarations} or all their problems out. Nothing in the texts is executed.
 *
 * <p>Has no state between calls; may be used from any thread.
 */
public final class PolicyCompiler {

    /** What a text is, which decides who may have it. */
    public enum TextKind {
        /**
         * Only {@code include}, {@code def}, {@code for}, {@code domain}, {@code policy}: for {@code check} and
         * {@code load}.
         */
        DECLARATION,
        /** Anything else: for {@code run}. */
        SCRIPT
    }

    private final SourceReader reader;

    /** @param reader reads the files that are named or included */
    public PolicyCompiler(SourceReader reader) {
        this.reader = reader;
    }

    /** Compiles files together; what one declares, the others may use. */
    public Compilation compile(List<Path> files) {
        return compile(files, Declarations.NONE);
    }

    /**
     * Compiles files together.
     *
     * @param known declared before; the files may use it, and replace it by declaring it again
     */
    public Compilation compile(List<Path> files, Declarations known) {
        CompileRun run = new CompileRun(reader);
        files.forEach(run::file);
        return run.finish(known);
    }

    /** Compiles one text on top of what is known. */
    public Compilation compile(PolicyText text, Declarations known) {
        CompileRun run = new CompileRun(reader);
        run.text(text);
        return run.finish(known);
    }

    /** Compiles words that a script or specification has recorded, on top of what is known. */
    public Compilation compile(WordRecorder recorded, Declarations known) {
        CompileRun run = new CompileRun(reader);
        run.words(recorded.words(), recorded.directory());
        return run.finish(known);
    }

    /** Whether a text is a declaration or a script; an unreadable text is what its first words look like. */
    public static TextKind kindOf(String text) {
        return TextKinds.of(text);
    }
}
