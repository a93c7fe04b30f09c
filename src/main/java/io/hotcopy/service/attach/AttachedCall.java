package io.hotcopy.service.attach;

import io.hotcopy.admin.AdminJson;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressListener;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One call of a method in the process that holds the domain, from its begin to its end. What interrupts the caller
 * meanwhile is passed on, and what the work there leaves of it stays with the caller: all is as if it were done here.
 */
final class AttachedCall {
    private final AttachLine line;
    private final WireJson wire;
    private final Method method;
    private final byte[] body;
    private final List<String> path;
    private final ProgressListener listener;

    /** How many interrupts the caller has had, and of how many the work has been told. */
    private long had;

    private long passed;
    private boolean tooLate;
    private long after;

    /** @param id nobody else's */
    AttachedCall(AttachLine line, WireJson wire, String id, Method method, AttachCall call, ProgressListener listener) {
        this.line = line;
        this.wire = wire;
        this.method = method;
        this.body = AdminJson.write(wire.write(AttachCall.class, call));
        this.path = List.of("calls", id);
        this.listener = listener;
    }

    /** Calls it, and waits for what it gives or throws. */
    Object run() throws InterruptedException {
        Optional<AttachEnd> end = Optional.empty();
        try {
            end = Optional.of(awaitEnd());
            return end.get().give(method, tree -> read(method.getGenericReturnType(), tree));
        } finally {
            noteInterrupt();
            boolean spent = end.isPresent() && !end.get().interrupted() && !tooLate && had == passed;
            if (had > 0 && !spent) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private AttachEnd awaitEnd() {
        // Asked for again it is still begun once, so that an interrupt meanwhile leaves no doubt whether it was.
        AttachNews news = asking(() -> news("POST", Optional.of(body)));
        while (true) {
            news.events().values().forEach(listener::on);
            after = news.last(after);
            if (news.end().isPresent()) {
                return news.end().get();
            }
            passInterrupts();
            news = asking(() -> news("GET", Optional.empty()));
        }
    }

    /** Asks, again when an interrupt has cut that off. */
    private <T> T asking(Supplier<T> request) {
        while (true) {
            noteInterrupt();
            try {
                return request.get();
            } catch (HotCopyException cut) {
                if (!(cut.getCause() instanceof InterruptedException)) {
                    throw cut;
                }
            }
        }
    }

    private void noteInterrupt() {
        if (Thread.interrupted()) {
            had++;
        }
    }

    private void passInterrupts() {
        while (passed < had) {
            long number = had;
            boolean reached = asking(() -> interrupt(number));
            passed = number;
            tooLate = tooLate || !reached;
        }
    }

    private AttachNews news(String how, Optional<byte[]> content) {
        Duration patience = passed < had ? Duration.ZERO : AttachApi.PATIENCE;
        Map<String, List<String>> query =
                Map.of("after", List.of(Long.toString(after)), "patience", List.of(Long.toString(patience.toMillis())));
        return (AttachNews) read(AttachNews.class, line.ask(how, path, query, content));
    }

    private boolean interrupt(long number) {
        List<String> place = List.of(path.get(0), path.get(1), "interrupt");
        Map<String, List<String>> query = Map.of("number", List.of(Long.toString(number)));
        return (boolean) read(boolean.class, line.ask("POST", place, query, Optional.empty()));
    }

    private Object read(Type type, Object tree) {
        try {
            return wire.read(type, tree);
        } catch (IllegalArgumentException other) {
            throw new HotCopyException("what process " + line.holder().pid() + " answers is not understood", other);
        }
    }
}
