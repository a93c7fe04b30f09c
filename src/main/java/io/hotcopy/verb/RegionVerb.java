package io.hotcopy.verb;

import io.hotcopy.live.LiveDatabase;
import io.hotcopy.live.LiveDomain;
import io.hotcopy.model.Database;
import io.hotcopy.model.Domain;
import io.hotcopy.model.Region;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.verb.RegionResult.Cut;
import io.hotcopy.verb.RegionResult.Healed;
import io.hotcopy.verb.RegionResult.Returned;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** {@code region}: what happens to the domain that runs here when the network between its regions fails and heals. */
public final class RegionVerb {
    private final Session session;

    RegionVerb(Session session) {
        this.session = session;
    }

    /**
     * Cuts a region off from all others: of each database the side that has not more than half of the processes stops.
     *
     * @throws DeclinedException when the preview is not agreed to
     */
    public Cut cut(String region, Confirmation confirmation) {
        Region named = region(ProcessPlace.of(session).domain(), region);
        Cut preview = new Cut(true, region, named.hosts(), List.of());
        if (session.isDryRun()) {
            return preview;
        }
        if (!confirmation.agrees(preview)) {
            throw new DeclinedException();
        }
        LiveDomain running = session.requireRunning();
        running.isolate(new HashSet<>(named.hosts()));
        return new Cut(false, region, named.hosts(), Outage.of(running));
    }

    private static Region region(Domain domain, String name) {
        return domain.regions().stream()
                .filter(region -> region.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new HotCopyException(
                        "domain \"" + domain.name() + "\" has no region \"" + name + "\"",
                        "it has: "
                                + String.join(
                                        ", ",
                                        domain.regions().stream()
                                                .map(Region::name)
                                                .toList())));
    }

    /** All hosts reach each other again; the storage managers that stopped for a cut come back by SYNC. */
    public Healed heal(ProgressListener progress) {
        ProcessPlace place = ProcessPlace.of(session);
        if (session.isDryRun()) {
            return new Healed(true, List.of(), List.of());
        }
        LiveDomain running = session.requireRunning();
        List<Returned> returned = new ArrayList<>();
        for (Database declared : place.domain().databases()) {
            LiveDatabase database = running.database(declared.name());
            if (database.stopped().isEmpty()) {
                database.heal(progress).forEach(sync -> returned.add(new Returned(database.name(), sync)));
            }
        }
        return new Healed(false, returned, Outage.of(running));
    }
}
