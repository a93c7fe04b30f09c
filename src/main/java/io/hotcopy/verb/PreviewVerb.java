package io.hotcopy.verb;

import java.util.Optional;

/** {@code preview}: the plan of a restore, and nothing more. */
public final class PreviewVerb {
    private final Session session;

    PreviewVerb(Session session) {
        this.session = session;
    }

    public PreviewResult run(PreviewRequest request) {
        if (session.planned().hasAll(request.sets().words())) {
            return new PreviewResult(true, Optional.empty(), request.time());
        }
        return new PreviewResult(
                false,
                Optional.of(new RestorePlanning(session).plan(request.sets(), request.target(), request.time())),
                request.time());
    }
}
