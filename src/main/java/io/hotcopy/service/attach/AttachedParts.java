package io.hotcopy.service.attach;

import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressListener;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Makes what stands here for a domain of another process, and for its parts: each of their methods is called there. */
final class AttachedParts {
    private static final int ID_BYTES = 16;

    private final AttachLine line;
    private final WireJson wire;
    private final RandomGenerator ids;
    private final String domain;

    /**
     * @param ids where the ids of calls come from; safe for several threads
     * @param domain its name
     */
    AttachedParts(AttachLine line, WireJson wire, RandomGenerator ids, String domain) {
        this.line = line;
        this.wire = wire;
        this.ids = ids;
        this.domain = domain;
    }

    /**
     * A part.
     *
     * @param type one of {@link AttachMethods#INTERFACES}
     * @param database whose part; "" for one of the whole domain
     */
    <T> T of(Class<T> type, String database) {
        InvocationHandler handler = (proxy, method, arguments) -> method.getDeclaringClass() == Object.class
                ? ofObject(proxy, method, arguments)
                : call(method, database, Optional.ofNullable(arguments).orElse(new Object[0]));
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private Object ofObject(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "domain \"" + domain + "\" of process " + line.holder().pid();
        };
    }

    private Object call(Method method, String database, Object[] arguments) throws InterruptedException {
        Optional<ProgressListener> listener = Stream.of(arguments)
                .filter(ProgressListener.class::isInstance)
                .map(ProgressListener.class::cast)
                .findFirst();
        AttachCall call = AttachCall.of(wire, method, database, arguments);
        try {
            return new AttachedCall(line, wire, newId(), method, call, listener.orElse(ProgressListener.NONE)).run();
        } catch (AttachLine.GoneException gone) {
            throw ended(method, listener.isPresent());
        }
    }

    private HotCopyException ended(Method method, boolean atWork) {
        boolean copies = method.getName().equals("carryOut");
        String doing = copies ? "made hot copies" : atWork ? "was at work for this" : "was asked";
        String more = copies ? ", and list shows which hot copies are complete" : "";
        return new HotCopyException(
                "the process that held domain \"" + domain + "\" has ended while it " + doing,
                "start " + domain + " runs it again" + more);
    }

    private String newId() {
        byte[] id = new byte[ID_BYTES];
        ids.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }
}
