package io.hotcopy.verb;

import io.hotcopy.embedded.EmbeddedDatabase;
import io.hotcopy.model.Database;
import io.hotcopy.model.StorageManager;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.DatabaseName;
import java.util.ArrayList;
import java.util.Comparator;
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

    static List<Outage> of(RunningDomain domain) {
        List<Outage> outages = new ArrayList<>();
        for (Database declared : domain.declared().databases()) {
            EmbeddedDatabase database = domain.database(Optional.of(declared.name()));
            database.stopped().ifPresent(cause -> outages.add(of(database, cause)));
            declared.storageManagers().stream()
                    .map(StorageManager::archive)
                    .sorted(Comparator.naturalOrder())
                    .forEach(archive -> of(database, archive).ifPresent(outages::add));
        }
        return outages;
    }

    private static Outage of(EmbeddedDatabase database, HotCopyException cause) {
        String said = "database \"" + database.name().database() + "\" has stopped: ";
        String reason =
                cause.getMessage().startsWith(said) ? cause.getMessage().substring(said.length()) : cause.getMessage();
        return new Outage(database.name(), Optional.empty(), reason, cause.hints());
    }

    private static Optional<Outage> of(EmbeddedDatabase database, ArchiveId archive) {
        String start = "sm start " + archive + " starts it";
        return database.absence(archive)
                .map(absence -> new Outage(
                        database.name(), Optional.of(archive), absence.reason(), List.of(absence.hint(), start)));
    }
}
