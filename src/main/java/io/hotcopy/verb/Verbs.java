package io.hotcopy.verb;

import java.util.Optional;

/** All verbs over one session. Used by one thread at a time. */
public final class Verbs implements AutoCloseable {

    /** The name of the domain that runs here; empty when none does. */
    public Optional<String> startedDomain() {
        return Optional.empty();
    }

    /** Stops what was started. */
    @Override
    public void close() {}
}
