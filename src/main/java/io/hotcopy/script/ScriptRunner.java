package io.hotcopy.script;

import groovy.lang.Binding;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.verb.Verbs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs one script over the verbs of a session. */
public final class ScriptRunner {
    private static final String ID = "script";

    private final Verbs verbs;
    private final VerbOutput output;

    public ScriptRunner(Verbs verbs, VerbOutput output) {
        this.verbs = verbs;
        this.output = output;
    }

    /**
     * Runs it to its end.
     *
     * @param arguments the script's {@code args}
     * @return the exit code: the whole number that the script returned on purpose, else zero
     * @throws ScriptException when it cannot be compiled or fails; names the line of the script
     * @throws ScriptUsageException when it says that it cannot mean these arguments
     */
    public int run(ScriptText text, List<String> arguments) {
        try (ScriptCompiler compiler = new ScriptCompiler(new ExplicitReturns())) {
            VerbScript script = compiler.compile(text, ID, names(text, arguments))
                    .orElseThrow(() -> new HotCopyException(
                            "\"" + text.name() + "\" only declares classes: there is nothing to run"));
            script.attach(new ScriptVerbs(verbs, output, text.directory()));
            return exitCode(run(script, text));
        }
    }

    private Binding names(ScriptText text, List<String> arguments) {
        Map<String, Object> names = new HashMap<>();
        names.put("args", List.copyOf(arguments));
        names.put("dryRun", verbs.isDryRun());
        names.put("out", output.out());
        names.put("directory", text.directory().toAbsolutePath());
        names.put("here", verbs.workingDirectory());
        return new Binding(names);
    }

    private static Object run(VerbScript script, ScriptText text) {
        try {
            return script.run();
        } catch (WrongArgumentsException wrong) {
            throw new ScriptUsageException(text, wrong);
        } catch (Exception | AssertionError | StackOverflowError e) {
            throw new ScriptTrouble(text, ID).of(e);
        }
    }

    private static int exitCode(Object value) {
        if (!(value instanceof ReturnedValue returned) || returned.value() == null) {
            return 0;
        }
        if (returned.value() instanceof Integer code && code >= 0 && code <= 255) {
            return code;
        }
        throw new HotCopyException(
                "a script returns its exit code, a number from 0 to 255, not \"" + returned.value() + "\"");
    }
}
