package io.hotcopy.dsl;

import groovy.lang.GroovyClassLoader;
import io.hotcopy.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.ErrorCollector;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;

/**
 * Lets Groovy's parser read a text, and nothing more: no class is resolved, no transformation runs (some, like
 * {@code @Grab}, act while compiling).
 *
 * <p>The parser runs on a thread of its own, with a large stack and a limit of time, since it knows no limits.
 */
final class GroovyParse {

    private static final long STACK_BYTES = 64L << 20;
    private static final long LIMIT_MILLIS = 30_000;

    /** The tree, or the problem that prevented it. */
    record Outcome(Optional<ModuleNode> tree, Optional<Problem> problem) {

        static Outcome of(ModuleNode tree) {
            return new Outcome(Optional.of(tree), Optional.empty());
        }

        static Outcome of(Problem problem) {
            return new Outcome(Optional.empty(), Optional.of(problem));
        }
    }

    private final Places places;
    private final String text;
    private volatile Outcome outcome;

    private GroovyParse(Places places, String text) {
        this.places = places;
        this.text = text;
        this.outcome = Outcome.of(Problem.error(places.start(), "this text takes too long to read", "make it simpler"));
    }

    /** @param name what problems call the text */
    static Outcome of(String name, String text) {
        Places places = new Places(name, text);
        Optional<Problem> problem = TextCheck.firstProblem(places, text);
        return problem.isPresent() ? Outcome.of(problem.get()) : new GroovyParse(places, text).parseAside();
    }

    private Outcome parseAside() {
        Thread thread = new Thread(null, () -> outcome = parse(), "declaration-parser", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        try {
            thread.join(LIMIT_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return outcome;
    }

    private Outcome parse() {
        CompilerConfiguration configuration = new CompilerConfiguration();
        try (GroovyClassLoader loader = new GroovyClassLoader(GroovyParse.class.getClassLoader(), configuration)) {
            SourceUnit source =
                    new SourceUnit("declaration", text, configuration, loader, new ErrorCollector(configuration));
            source.parse();
            source.completePhase();
            source.nextPhase();
            source.convert();
            return Outcome.of(source.getAST());
        } catch (MultipleCompilationErrorsException refused) {
            return Outcome.of(problemOf(refused.getErrorCollector().getErrors()));
        } catch (RuntimeException | AssertionError | StackOverflowError gaveUp) {
            // Groovy reports what it cannot make sense of in all three ways; GroovyBugError is an AssertionError.
            return Outcome.of(unreadable());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Problem problemOf(List<?> errors) {
        return errors.stream()
                .filter(SyntaxErrorMessage.class::isInstance)
                .map(error -> ((SyntaxErrorMessage) error).getCause())
                .findFirst()
                .map(error -> SyntaxProblem.of(places, text, error))
                .orElseGet(this::unreadable);
    }

    private Problem unreadable() {
        return Problem.error(places.start(), "Groovy's parser cannot read this text", "make it simpler");
    }
}
