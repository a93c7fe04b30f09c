package io.hotcopy.verb;

import io.hotcopy.live.LiveDomain;
import io.hotcopy.problem.HotCopyException;

/** {@code stop}: ends the workload and the domain that runs here, in good order. */
public final class StopVerb {
    private final Session session;

    StopVerb(Session session) {
        this.session = session;
    }

    public StopResult run() {
        session.requireStarted();
        String name = session.startedDomain().orElseThrow();
        session.running().flatMap(LiveDomain::holder).ifPresent(holder -> {
            throw new HotCopyException(
                    "domain \"" + name + "\" runs in process " + holder.pid() + ", and is stopped there",
                    "kill " + holder.pid() + " ends that process in good order");
        });
        if (session.isDryRun()) {
            session.planned().stop();
        } else {
            session.stop();
        }
        return new StopResult(session.isDryRun(), name);
    }
}
