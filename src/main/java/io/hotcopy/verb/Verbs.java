package io.hotcopy.verb;

import java.util.Optional;

/** All verbs over one session. Used by one thread at a time. */
public final class Verbs implements AutoCloseable {
    private final Session session;

    public Verbs(VerbSurroundings surroundings) {
        this(new Session(surroundings, false));
    }

    private Verbs(Session session) {
        this.session = session;
    }

    /**
     * The same verbs over a new session that knows what is declared here; those that would write only check and say
     * what they would do.
     */
    public Verbs dryRun() {
        Session dry = new Session(session.surroundings(), true);
        dry.declare(session.declared());
        return new Verbs(dry);
    }

    /** Whether verbs only say what they would do. */
    public boolean isDryRun() {
        return session.isDryRun();
    }

    public CheckVerb check() {
        return new CheckVerb(session);
    }

    public LoadVerb load() {
        return new LoadVerb(session);
    }

    public ShowVerb show() {
        return new ShowVerb(session);
    }

    public PlanVerb plan() {
        return new PlanVerb(session);
    }

    /** The name of the domain that runs here; empty when none does. */
    public Optional<String> startedDomain() {
        return Optional.empty();
    }

    /** Stops what was started. */
    @Override
    public void close() {
        session.close();
    }
}
