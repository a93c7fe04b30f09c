package io.hotcopy.script;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a script, or a line of Groovy in the shell, may say: for completion. */
public final class ScriptWords {

    /**
     * A verb, or a name that has verbs.
     *
     * @param name as it is written
     * @param text what it does, one sentence without subject or full stop
     * @param named the names of its named arguments
     */
    public record Entry(String name, String text, List<String> named) {

        public Entry {
            named = List.copyOf(named);
        }
    }

    private ScriptWords() {}

    /** Every verb, sorted. */
    public static List<Entry> verbs() {
        return of(VerbScript.said());
    }

    /** The verbs after the dot behind a name such as {@code workload}; empty when it has none. */
    public static List<Entry> membersOf(String name) {
        return VerbScript.said()
                .filter(method -> method.isAnnotationPresent(Says.class) && isGetter(method))
                .filter(method -> VerbScript.property(method.getName()).equals(name))
                .findFirst()
                .map(method -> of(Arrays.stream(method.getReturnType().getDeclaredMethods())))
                .orElse(List.of());
    }

    /** The verb of this name; a verb after a dot is named with what is before the dot. */
    public static Optional<Entry> named(String name) {
        int dot = name.indexOf('.');
        List<Entry> all = dot < 0 ? verbs() : membersOf(name.substring(0, dot));
        return all.stream()
                .filter(entry -> entry.name().equals(name.substring(dot + 1)))
                .findFirst();
    }

    private static List<Entry> of(Stream<Method> methods) {
        return methods.filter(method -> method.isAnnotationPresent(Says.class))
                .map(ScriptWords::entry)
                .sorted(Comparator.comparing(Entry::name))
                .toList();
    }

    private static Entry entry(Method method) {
        Says says = method.getAnnotation(Says.class);
        return new Entry(VerbScript.property(method.getName()), says.value(), List.of(says.named()));
    }

    private static boolean isGetter(Method method) {
        return !VerbScript.property(method.getName()).equals(method.getName());
    }
}
