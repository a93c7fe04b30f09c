package io.hotcopy.verb;

/** {@code stop}: ends the workload and the domain that runs here, in good order. */
public final class StopVerb {
    private final Session session;

    StopVerb(Session session) {
        this.session = session;
    }

    public StopResult run() {
        session.requireStarted();
        String name = session.startedDomain().orElseThrow();
        if (session.isDryRun()) {
            session.planned().stop();
        } else {
            session.stop();
        }
        return new StopResult(session.isDryRun(), name);
    }
}
