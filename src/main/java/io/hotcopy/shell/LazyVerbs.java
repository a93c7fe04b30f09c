package io.hotcopy.shell;

import io.hotcopy.verb.Verbs;
import java.util.Optional;
import java.util.function.Supplier;

/** The session, made when a line first needs it, and closed if it was made. */
final class LazyVerbs implements Supplier<Verbs>, AutoCloseable {
    private final Supplier<Verbs> maker;
    private Verbs made;

    LazyVerbs(Supplier<Verbs> maker) {
        this.maker = maker;
    }

    @Override
    public Verbs get() {
        if (made == null) {
            made = maker.get();
        }
        return made;
    }

    Optional<Verbs> ifMade() {
        return Optional.ofNullable(made);
    }

    @Override
    public void close() {
        ifMade().ifPresent(Verbs::close);
    }
}
