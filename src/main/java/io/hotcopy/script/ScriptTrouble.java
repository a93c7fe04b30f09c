package io.hotcopy.script;

import groovy.lang.Closure;
import groovy.lang.MissingMethodException;
import groovy.lang.MissingPropertyException;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.problem.Problem;
import io.hotcopy.problem.SourceSpan;
import io.hotcopy.verb.WrongFailuresException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.codehaus.groovy.runtime.InvokerInvocationException;

/** Says what went wrong while a script ran: the line of the script, one sentence, what to do. */
final class ScriptTrouble {
    private final ScriptText text;
    private final String id;

    /** @param id the text's name in stack traces */
    ScriptTrouble(ScriptText text, String id) {
        this.text = text;
        this.id = id;
    }

    ScriptException of(Throwable thrown) {
        Throwable failure = thrown instanceof InvokerInvocationException wrapper && wrapper.getCause() != null
                ? wrapper.getCause()
                : thrown;
        if (failure instanceof ScriptException known) {
            return known;
        }
        return new ScriptException(problems(failure), text, failure);
    }

    /** Of failures to assume, all that is wrong with them. */
    private List<Problem> problems(Throwable failure) {
        Optional<SourceSpan> place = place(failure);
        return failure instanceof WrongFailuresException wrong
                ? wrong.problems().stream()
                        .map(problem -> new Problem(problem.severity(), problem.message(), problem.hints(), place))
                        .toList()
                : List.of(new Problem(Problem.Severity.ERROR, message(failure), hints(failure), place));
    }

    private String message(Throwable failure) {
        if (failure instanceof HotCopyException trouble) {
            return trouble.getMessage();
        } else if (failure instanceof MissingMethodException missing) {
            return isScript(missing.getType())
                    ? "there is no verb or method `" + missing.getMethod() + arguments(missing) + "`"
                    : missing.getType().getSimpleName() + " has no method `" + missing.getMethod() + arguments(missing)
                            + "`";
        } else if (failure instanceof MissingPropertyException missing) {
            return isScript(missing.getType())
                    ? "nothing here is called `" + missing.getProperty() + "`"
                    : missing.getType().getSimpleName() + " has nothing called `" + missing.getProperty() + "`";
        } else if (failure instanceof AssertionError) {
            return "assertion failed: " + failure.getMessage();
        } else if (failure instanceof InterruptedException) {
            return "interrupted";
        }
        String name = failure.getClass().getSimpleName();
        return failure.getMessage() == null ? name : name + ": " + failure.getMessage();
    }

    private static List<String> hints(Throwable failure) {
        if (failure instanceof HotCopyException trouble) {
            return trouble.hints();
        } else if (failure instanceof MissingMethodException missing && isScript(missing.getType())) {
            return List.of("verbs here: " + String.join(", ", VerbScript.verbs()));
        }
        return List.of();
    }

    private static boolean isScript(Class<?> type) {
        return VerbScript.class.isAssignableFrom(type);
    }

    private static String arguments(MissingMethodException missing) {
        return Arrays.stream(missing.getArguments())
                .map(ScriptTrouble::kind)
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String kind(Object argument) {
        if (argument == null) {
            return "null";
        } else if (argument instanceof Closure<?>) {
            return "{ }";
        }
        return argument instanceof CharSequence ? "String" : argument.getClass().getSimpleName();
    }

    /** The line of the script that was running. */
    private Optional<SourceSpan> place(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .filter(frame -> (id + ".groovy").equals(frame.getFileName()) && frame.getLineNumber() > 0)
                .findFirst()
                .map(frame -> line(frame.getLineNumber()));
    }

    private SourceSpan line(int number) {
        String line = text.text().lines().skip(number - 1L).findFirst().orElse("");
        int start = line.length() - line.stripLeading().length() + 1;
        int end = Math.max(start + 1, line.stripTrailing().length() + 1);
        return new SourceSpan(text.name(), number, start, number, end);
    }
}
