package io.hotcopy.service.attach;

import io.hotcopy.admin.AdminJson;
import io.hotcopy.problem.HotCopyException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;

/**
 * How a call ended.
 *
 * @param how which of the following is there
 * @param result what it gave, as values of {@link AdminJson}; empty for a method that gives nothing, and for a failure
 * @param failure what a person is told
 * @param text what went wrong in the program
 * @param interrupted whether an interrupt stayed with the thread that worked for it
 */
record AttachEnd(
        How how, Optional<Object> result, Optional<HotCopyException> failure, String text, boolean interrupted) {

    enum How {
        DONE,
        FAILED,
        /** By an {@link InterruptedException}. */
        INTERRUPTED,
        /** By what no method is declared to throw. */
        FAULTY
    }

    /** Calls a method on this thread, and spends an interrupt that it leaves. */
    static AttachEnd of(WireJson wire, Method method, Callable<Object> call) {
        AttachEnd end;
        try {
            Object given = call.call();
            boolean empty = method.getReturnType() == void.class;
            end = done(empty ? Optional.empty() : Optional.of(wire.write(method.getGenericReturnType(), given)));
        } catch (InvocationTargetException thrown) {
            end = of(thrown.getCause());
        } catch (Exception | Error other) {
            end = of(other);
        }
        return Thread.interrupted() ? end.leavingInterrupt() : end;
    }

    private static AttachEnd done(Optional<Object> result) {
        return new AttachEnd(How.DONE, result, Optional.empty(), "", false);
    }

    private static AttachEnd of(Throwable thrown) {
        if (thrown instanceof HotCopyException trouble) {
            return new AttachEnd(How.FAILED, Optional.empty(), Optional.of(trouble), "", false);
        }
        How how = thrown instanceof InterruptedException ? How.INTERRUPTED : How.FAULTY;
        return new AttachEnd(how, Optional.empty(), Optional.empty(), thrown.toString(), false);
    }

    /** The same with an interrupt that nobody has spent. */
    AttachEnd leavingInterrupt() {
        return new AttachEnd(how, result, failure, text, true);
    }

    /**
     * What it gives to the caller, or throws.
     *
     * @param reader reads a result
     */
    Object give(Method method, UnaryOperator<Object> reader) throws InterruptedException {
        return switch (how) {
            case DONE -> result.map(reader).orElse(null);
            case FAILED -> throw failure.orElseThrow();
            case INTERRUPTED -> throw interruption(method);
            case FAULTY -> throw new IllegalStateException("in the process that holds the domain: " + text);
        };
    }

    private InterruptedException interruption(Method method) {
        if (List.of(method.getExceptionTypes()).contains(InterruptedException.class)) {
            return new InterruptedException();
        }
        throw new IllegalStateException("not declared to be interruptible: " + method);
    }
}
