package io.hotcopy.dsl;

import io.hotcopy.dsl.words.Describe;
import io.hotcopy.dsl.words.Once;
import io.hotcopy.dsl.words.Required;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One word of the vocabulary: what it takes and how to tell it to a receiver.
 *
 * @param method of the interface
 * @param parameters in the method's order
 */
record WordShape(Method method, List<Parameter> parameters) {

    static WordShape of(Method method) {
        return new WordShape(
                method, Arrays.stream(method.getParameters()).map(Parameter::of).toList());
    }

    String name() {
        return method.getName();
    }

    String text() {
        return method.getAnnotation(Describe.class).value();
    }

    /** The usual one. */
    String example() {
        return examples().get(0);
    }

    List<String> examples() {
        return List.of(method.getAnnotation(Describe.class).example());
    }

    /** Empty when it has no block. */
    String block() {
        return method.getAnnotation(Describe.class).block().stripTrailing();
    }

    boolean isRequired() {
        return method.isAnnotationPresent(Required.class);
    }

    boolean isOnce() {
        return method.isAnnotationPresent(Once.class);
    }

    List<Parameter> of(Parameter.Kind kind) {
        return parameters.stream().filter(parameter -> parameter.kind() == kind).toList();
    }

    Optional<Parameter> named(String name) {
        return of(Parameter.Kind.NAMED).stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
    }

    /** The words that may stand between the word's braces; empty when it has no block. */
    Optional<Class<?>> scope() {
        return of(Parameter.Kind.BLOCK).stream().findFirst().flatMap(Parameter::scope);
    }

    /** Calls the word's method on those receivers that have it; whatever a receiver throws comes out. */
    void tell(List<?> receivers, List<Object> arguments) {
        receivers.stream()
                .filter(method.getDeclaringClass()::isInstance)
                .forEach(receiver -> tell(receiver, arguments));
    }

    private void tell(Object receiver, List<Object> arguments) {
        try {
            method.invoke(receiver, arguments.toArray());
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof RuntimeException exception) {
                throw exception;
            }
            throw new IllegalStateException(thrown.getCause());
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(hidden);
        }
    }
}
