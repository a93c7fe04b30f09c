package io.hotcopy.verb;

import io.hotcopy.embedded.StartReport;
import io.hotcopy.live.LiveDatabase;
import io.hotcopy.live.LiveDomain;
import io.hotcopy.model.Database;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.DatabaseName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something that ought to serve and does not.
 *
 * @param database which one
 * @param archive whose storage manager does not serve; empty when the whole database has stopped by itself
 * @param reason what is the matter, in half a sentence
 * @param hints what to do
 */
public record Outage(DatabaseName database, Optional<ArchiveId> archive, String reason, List<String> hints) {

    public Outage {
        hints = List.copyOf(hints);
    }

    /** Those of the domain that runs here; none when none does. */
    static List<Outage> of(Session session) {
        return session.running().map(Outage::of).orElse(List.of());
    }

    static List<Outage> of(LiveDomain domain) {
        List<Outage> outages = new ArrayList<>();
        for (Database declared : domain.declared().databases()) {
            LiveDatabase live = domain.database(declared.name());
            DatabaseName name = domain.declared().nameOf(declared);
            live.stopped().ifPresent(cause -> outages.add(of(name, cause)));
            live.absences().forEach((archive, absence) -> outages.add(of(name, archive, absence)));
        }
        return outages;
    }

    private static Outage of(DatabaseName database, HotCopyException cause) {
        String said = "database \"" + database.database() + "\" has stopped: ";
        String reason =
                cause.getMessage().startsWith(said) ? cause.getMessage().substring(said.length()) : cause.getMessage();
        return new Outage(database, Optional.empty(), reason, cause.hints());
    }

    private static Outage of(DatabaseName database, ArchiveId archive, StartReport.Absence absence) {
        String start = "sm start " + archive + " starts it";
        return new Outage(database, Optional.of(archive), absence.reason(), List.of(absence.hint(), start));
    }
}
