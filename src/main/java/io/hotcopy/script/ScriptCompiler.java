package io.hotcopy.script;

import groovy.lang.Binding;
import groovy.lang.GroovyClassLoader;
import groovy.lang.GroovyCodeSource;
import groovy.transform.ThreadInterrupt;
import io.hotcopy.problem.Problem;
import io.hotcopy.problem.SourceSpan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.customizers.ASTTransformationCustomizer;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;
import org.codehaus.groovy.control.messages.ExceptionMessage;
import org.codehaus.groovy.control.messages.Message;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.runtime.InvokerHelper;
import org.codehaus.groovy.syntax.SyntaxException;

/**
 * Compiles scripts over {@link VerbScript}. Loops, methods and closures of theirs look for an interrupt, so that Ctrl-C
 * ends them. Classes that one text declares are known to the next.
 */
final class ScriptCompiler implements AutoCloseable {
    private final GroovyClassLoader loader;

    ScriptCompiler(CompilationCustomizer customizer) {
        CompilerConfiguration configuration = new CompilerConfiguration();
        configuration.setScriptBaseClass(VerbScript.class.getName());
        configuration.addCompilationCustomizers(customizer, new ASTTransformationCustomizer(ThreadInterrupt.class));
        loader = new GroovyClassLoader(ScriptCompiler.class.getClassLoader(), configuration);
    }

    /**
     * Compiles a text to a script over the names of the binding; empty when it only declares classes.
     *
     * @param id unique among the texts of this compiler, a Java name; stack traces show it as the file's
     * @throws ScriptException with every error that the compiler reports
     */
    Optional<VerbScript> compile(ScriptText text, String id, Binding binding) {
        try {
            Class<?> type =
                    loader.parseClass(new GroovyCodeSource(text.text(), id + ".groovy", "/hotcopy/script"), false);
            return VerbScript.class.isAssignableFrom(type)
                    ? Optional.of((VerbScript) InvokerHelper.createScript(type.asSubclass(VerbScript.class), binding))
                    : Optional.empty();
        } catch (MultipleCompilationErrorsException e) {
            List<Problem> problems = e.getErrorCollector().getErrors().stream()
                    .map(message -> problem(text, message))
                    .toList();
            throw new ScriptException(problems, text, e);
        } catch (CompilationFailedException | LinkageError e) {
            Problem problem =
                    Problem.error(SourceSpan.startOf(text.name()), "this cannot be compiled: " + e.getMessage());
            throw new ScriptException(List.of(problem), text, e);
        }
    }

    private static Problem problem(ScriptText text, Message message) {
        if (message instanceof SyntaxErrorMessage syntax) {
            SyntaxException cause = syntax.getCause();
            SourceSpan span = new SourceSpan(
                    text.name(),
                    cause.getStartLine(),
                    cause.getStartColumn(),
                    cause.getEndLine(),
                    Math.max(cause.getEndColumn(), cause.getStartColumn() + 1));
            return Problem.error(span, firstLine(cause.getOriginalMessage()));
        }
        String what =
                message instanceof ExceptionMessage thrown ? thrown.getCause().getMessage() : message.toString();
        return Problem.error(SourceSpan.startOf(text.name()), firstLine(what));
    }

    private static String firstLine(String message) {
        return message == null
                ? "this cannot be compiled"
                : message.lines().findFirst().orElse(message).strip();
    }

    @Override
    public void close() {
        try {
            loader.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the script's class loader", e);
        }
    }
}
