package io.hotcopy.verb;

/** {@code plan}: says what a backup would do now and why, and looks whether it can; changes nothing. */
public final class PlanVerb {
    private final Session session;

    PlanVerb(Session session) {
        this.session = session;
    }

    public PlanResult run(BackupRequest request) {
        Chosen chosen = new Choice(session).of(request.what());
        return new Planning(session, chosen, request)
                .plan(session.surroundings().clock().instant());
    }
}
