package io.hotcopy.service.attach;

import io.hotcopy.live.LiveCopies;
import io.hotcopy.live.LiveDatabase;
import io.hotcopy.live.LiveDomain;
import io.hotcopy.live.LiveWorkload;
import io.hotcopy.progress.ProgressListener;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What may be called across processes: the methods of a live domain and its parts that are answered with values. */
final class AttachMethods {
    static final Set<Class<?>> INTERFACES =
            Set.of(LiveDomain.class, LiveDatabase.class, LiveCopies.class, LiveWorkload.class);

    /** They are about the caller's own attachment. */
    private static final Set<String> NOT_CALLED = Set.of("holder", "isThere", "close");

    private static final Map<String, Method> BY_NAME = INTERFACES.stream()
            .flatMap(type -> Stream.of(type.getMethods()))
            .filter(AttachMethods::isCalled)
            .collect(Collectors.toMap(AttachMethods::name, method -> method, AttachMethods::two, TreeMap::new));

    private AttachMethods() {}

    private static boolean isCalled(Method method) {
        return Modifier.isAbstract(method.getModifiers())
                && !INTERFACES.contains(method.getReturnType())
                && !NOT_CALLED.contains(method.getName());
    }

    private static Method two(Method one, Method other) {
        throw new IllegalStateException("on the wire these would be the same: " + one + ", " + other);
    }

    /** Its name on the wire: {@code LiveDatabase.scan/3}. */
    static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName() + "/" + method.getParameterCount();
    }

    static Optional<Method> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** All of them. */
    static Set<Method> all() {
        return Set.copyOf(BY_NAME.values());
    }

    /** Whether a parameter is the listener of a job, which does not cross. */
    static boolean isListener(Class<?> parameter) {
        return parameter == ProgressListener.class;
    }
}
