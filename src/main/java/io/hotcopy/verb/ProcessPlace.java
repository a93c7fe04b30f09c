package io.hotcopy.verb;

import io.hotcopy.model.Database;
import io.hotcopy.model.Domain;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.DatabaseName;
import java.util.List;
import java.util.Optional;

/** Finds what people name of the domain that runs here, or would run in a dry run. */
final class ProcessPlace {
    private final Domain domain;

    private ProcessPlace(Domain domain) {
        this.domain = domain;
    }

    /** @throws HotCopyException when no domain runs */
    static ProcessPlace of(Session session) {
        session.requireStarted();
        return new ProcessPlace(
                session.isDryRun()
                        ? session.planned().domain().orElseThrow()
                        : session.requireRunning().declared());
    }

    Domain domain() {
        return domain;
    }

    /** The database of that name; without a name the only one. */
    DatabaseName database(Optional<String> name) {
        return domain.nameOf(declared(name));
    }

    private Database declared(Optional<String> name) {
        List<String> names = domain.databases().stream().map(Database::name).toList();
        if (name.isEmpty() && names.size() != 1) {
            throw new HotCopyException(
                    "domain \"" + domain.name() + "\" has " + names.size() + " databases: which one is meant",
                    "--database names one: " + String.join(", ", names));
        }
        String meant = name.orElseGet(() -> names.get(0));
        return domain.database(meant)
                .orElseThrow(() -> new HotCopyException(
                        "domain \"" + domain.name() + "\" has no database \"" + meant + "\"",
                        "it has: " + String.join(", ", names)));
    }

    /** A declared archive of it. */
    ArchiveId archive(String number, Optional<String> name) {
        Database database = declared(name);
        return Optional.of(number)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(ArchiveId::of)
                .filter(archive -> database.storageManager(archive).isPresent())
                .orElseThrow(() -> new HotCopyException(
                        "database \"" + domain.nameOf(database) + "\" has no archive \"" + number + "\"",
                        "it has: " + String.join(", ", archives(database))));
    }

    private static List<String> archives(Database database) {
        return database.storageManagers().stream()
                .map(manager -> manager.archive())
                .sorted()
                .map(ArchiveId::toString)
                .toList();
    }
}
