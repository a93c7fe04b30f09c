package io.hotcopy.script;

import groovy.lang.Binding;
import io.hotcopy.verb.VerbResult;
import io.hotcopy.verb.Verbs;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.codehaus.groovy.runtime.FormatHelper;
import org.codehaus.groovy.runtime.MethodClosure;

/** Groovy typed into the shell, line by line: names, methods and classes of one line are known to the next. */
public final class GroovyLines implements AutoCloseable {
    private final Verbs verbs;
    private final VerbOutput output;
    private final Path workingDirectory;
    private final ScriptCompiler compiler = new ScriptCompiler(new KeptNames());
    private final Binding names = new Binding();
    private int lines;

    public GroovyLines(Verbs verbs, VerbOutput output, Path workingDirectory) {
        this.verbs = verbs;
        this.output = output;
        this.workingDirectory = workingDirectory;
        names.setVariable("out", output.out());
        names.setVariable("here", verbs.workingDirectory());
    }

    /**
     * Runs one line, which may span several lines of text.
     *
     * @return its value as a person may read it; empty for none, and for a result that its verb has shown
     * @throws ScriptException when it cannot be compiled or fails
     */
    public Optional<String> run(String line) {
        ScriptText text = new ScriptText("line", workingDirectory, line);
        String id = "line_" + ++lines;
        return compiler.compile(text, id, names).flatMap(script -> run(script, text, id));
    }

    /** The names that earlier lines have given, sorted. */
    public SortedSet<String> names() {
        return new TreeSet<>(((Map<?, ?>) names.getVariables())
                .keySet().stream().map(Object::toString).toList());
    }

    private Optional<String> run(VerbScript script, ScriptText text, String id) {
        script.attach(new ScriptVerbs(verbs, output, workingDirectory));
        keepMethods(script);
        try {
            Object value = script.run();
            boolean shown = value == null || value instanceof VerbResult;
            return shown ? Optional.empty() : Optional.of(FormatHelper.format(value, true, false, -1, true));
        } catch (Exception | AssertionError | StackOverflowError e) {
            throw new ScriptTrouble(text, id).of(e);
        }
    }

    private void keepMethods(VerbScript script) {
        Arrays.stream(script.getClass().getDeclaredMethods())
                .filter(method -> !method.isSynthetic() && !Modifier.isStatic(method.getModifiers()))
                .map(Method::getName)
                .filter(name -> !name.equals("run") && !name.contains("$"))
                .forEach(name -> names.setVariable(name, new MethodClosure(script, name)));
    }

    @Override
    public void close() {
        compiler.close();
    }
}
