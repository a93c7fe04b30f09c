package io.hotcopy.script;

import groovy.lang.Closure;
import groovy.lang.Script;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.verb.CheckResult;
import io.hotcopy.verb.LoadResult;
import io.hotcopy.verb.PlanResult;
import io.hotcopy.verb.ShowResult;
import io.hotcopy.verb.ShowTopic;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What every script can say: the verbs as methods, each with the words and named arguments of the command of its name;
 * the declaring words; and how to fail. Public for the classes that scripts compile to.
 */
public abstract class VerbScript extends Script {
    private ScriptVerbs verbs;

    /** Gives the script what its verbs work on; called before it runs. */
    final void attach(ScriptVerbs verbs) {
        this.verbs = verbs;
    }

    /** Ends the script with exit code 1 and this message. */
    public void fail(Object message) {
        throw new HotCopyException(message.toString());
    }

    public LoadResult domain(String name, Closure<?> body) {
        return verbs.declare(words -> words.domain(name, body));
    }

    public LoadResult policy(String name, Closure<?> body) {
        return verbs.declare(words -> words.policy(name, body));
    }

    public LoadResult include(String file) {
        return verbs.declare(words -> words.include(file));
    }

    /** Relative paths start at the script's directory. */
    public LoadResult load(Object... files) {
        return verbs.load(files);
    }

    /** Relative paths start at the script's directory. */
    public CheckResult check(Object... files) {
        return verbs.check(files);
    }

    /** {@code show 'archives'}. */
    public ShowResult show(String topic) {
        String name = topic.toUpperCase(Locale.ROOT).replace('-', '_');
        return verbs.show(Arrays.stream(ShowTopic.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new HotCopyException("nothing to show is called \"" + topic + "\"")));
    }

    public PlanResult plan() {
        return plan(Map.of());
    }

    public PlanResult plan(String what) {
        return plan(Map.of(), what);
    }

    public PlanResult plan(Map<String, Object> named) {
        return verbs.plan(named, Optional.empty());
    }

    public PlanResult plan(Map<String, Object> named, String what) {
        return verbs.plan(named, Optional.of(what));
    }

    /** The methods of this class that scripts may call, sorted. */
    static List<String> verbs() {
        TreeSet<String> names = new TreeSet<>();
        Arrays.stream(VerbScript.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .forEach(method -> names.add(method.getName()));
        return List.copyOf(names);
    }
}
