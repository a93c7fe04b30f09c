package io.hotcopy.dsl;

import groovy.lang.Closure;
import groovy.lang.GroovyObjectSupport;
import groovy.lang.MissingPropertyException;
import io.hotcopy.problem.SourceSpan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.codehaus.groovy.runtime.InvokerHelper;

/** Answers for everything between the braces of one word while its closure runs, and writes down what was said. */
final class RecordedBlock extends GroovyObjectSupport {

    /** The words inside something that is no word. */
    private interface NoWords {}

    private final Class<?> scope;
    private final Object program;
    /** A word, with the name as which it stood if it stood alone: that may turn out to be an argument. */
    private record Said(Word word, Optional<Unquoted> unquoted) {

        boolean isWord() {
            return unquoted.filter(Unquoted::isUsed).isEmpty();
        }
    }

    private final List<Said> said = new ArrayList<>();

    private RecordedBlock(Class<?> scope, Object program) {
        this.scope = scope;
        this.program = program;
    }

    /**
     * One word with its arguments as Groovy passes them: the named ones first, in a map, and the block last.
     *
     * @param scope the words among which it stands
     */
    static Word word(String name, Object[] arguments, Class<?> scope) {
        SourceSpan span = CallSite.current();
        List<Object> placed = new ArrayList<>(Arrays.asList(arguments));
        List<Word.NamedValue> named = new ArrayList<>();
        if (!placed.isEmpty() && placed.get(0) instanceof Map<?, ?> map) {
            map.forEach((key, value) ->
                    named.add(new Word.NamedValue(String.valueOf(key), Literals.value(value, span), span)));
            placed.remove(0);
        }
        Optional<List<Word>> block = Optional.empty();
        if (!placed.isEmpty() && placed.get(placed.size() - 1) instanceof Closure<?> closure) {
            Optional<Class<?>> inner = Vocabulary.shape(scope, name).flatMap(WordShape::scope);
            block = Optional.of(run(closure, inner.orElse(NoWords.class)));
            placed.remove(placed.size() - 1);
        }
        List<Value> values =
                placed.stream().map(value -> Literals.value(value, span)).toList();
        return new Word(name, values, named, block, true, span);
    }

    /** Runs the closure: the only place that does. A copy runs, since the same closure may be used twice. */
    private static List<Word> run(Closure<?> closure, Class<?> scope) {
        RecordedBlock block = new RecordedBlock(scope, closure.getThisObject());
        Closure<?> own = (Closure<?>) closure.clone();
        own.setDelegate(block);
        own.setResolveStrategy(Closure.DELEGATE_ONLY);
        own.call();
        return block.said.stream().filter(Said::isWord).map(Said::word).toList();
    }

    @Override
    public Object invokeMethod(String name, Object arguments) {
        said.add(new Said(word(name, InvokerHelper.asArray(arguments), scope), Optional.empty()));
        return null;
    }

    /** A name without arguments is a word of this place, else a value of the program around. */
    @Override
    public Object getProperty(String name) {
        if (Vocabulary.shape(scope, name).isEmpty() && program != null) {
            try {
                return InvokerHelper.getProperty(program, name);
            } catch (MissingPropertyException unknown) {
                return bare(name);
            }
        }
        return bare(name);
    }

    private Unquoted bare(String name) {
        Unquoted unquoted = new Unquoted(name);
        said.add(new Said(Word.bare(name, CallSite.current()), Optional.of(unquoted)));
        return unquoted;
    }
}
