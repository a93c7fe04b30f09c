package io.hotcopy.verb;

import io.hotcopy.model.Hold;
import io.hotcopy.retention.HoldRule;
import java.nio.file.Path;
import java.util.List;

/** {@code list}: which sets exist; changes nothing. */
public final class ListVerb {
    private final Session session;

    ListVerb(Session session) {
        this.session = session;
    }

    /** @param below directories in which to look; none for where the loaded policies put their copies */
    public ListResult run(List<Path> below) {
        Shelves shelves = new Shelves(session, below);
        return new ListResult(session.listed(shelves.catalog().list()), shelves.roots(), holds());
    }

    private List<Hold> holds() {
        return HoldRule.inForce(
                session.declared().policies(), session.surroundings().clock().instant());
    }
}
