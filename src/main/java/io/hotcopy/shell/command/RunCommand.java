package io.hotcopy.shell.command;

import io.hotcopy.dsl.PolicyCompiler;
import io.hotcopy.dsl.Spelling;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.script.ScriptRunner;
import io.hotcopy.script.ScriptText;
import io.hotcopy.shell.argument.Kind;
import io.hotcopy.shell.argument.Takes;
import io.hotcopy.verb.Verbs;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command
final class RunCommand extends Command {
    private static final String STANDARD_INPUT = "-";

    @Takes(Kind.SCRIPT_FILE)
    @Parameters(index = "0", paramLabel = "SCRIPT", description = "a Groovy script; - reads standard input")
    private String script;

    @Takes(Kind.FILE)
    @Parameters(index = "1..*", paramLabel = "ARG", description = "the script's args")
    private List<String> arguments = List.of();

    @Option(
            names = "--dry-run",
            description = "the script's own code runs, but its verbs only check, and say what they would do")
    private boolean dryRun;

    @Mixin
    private QuietOption quiet;

    RunCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        ScriptText text = text();
        if (isDeclaration(text.text())) {
            throw new HotCopyException(
                    "\"" + script + "\" is a declaration, which is read and not run",
                    "check " + script,
                    "load " + script);
        }
        if (!dryRun) {
            return run(context.verbs(), text);
        }
        try (Verbs verbs = context.verbs().dryRun()) {
            return run(verbs, text);
        }
    }

    /** YAML holds no programs. */
    private boolean isDeclaration(String text) {
        return Spelling.of(script) == Spelling.YAML
                || !text.isBlank() && PolicyCompiler.kindOf(text) == PolicyCompiler.TextKind.DECLARATION;
    }

    private int run(Verbs verbs, ScriptText text) {
        return new ScriptRunner(verbs, new ScreenOutput(context.screen(), quiet.isQuiet())).run(text, arguments);
    }

    private ScriptText text() {
        if (script.equals(STANDARD_INPUT)) {
            return new ScriptText("standard input", context.path(""), context.standardInput());
        }
        Path path = context.path(script);
        try {
            return new ScriptText(script, path.resolveSibling(""), context.read(path));
        } catch (NoSuchFileException e) {
            throw new HotCopyException("there is no file \"" + script + "\"", e);
        } catch (IOException e) {
            throw new HotCopyException("cannot read \"" + script + "\": " + e.getMessage(), e);
        }
    }
}
