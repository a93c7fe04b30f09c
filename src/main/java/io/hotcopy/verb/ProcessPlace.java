package io.hotcopy.verb;

import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.model.Database;
import io.hotcopy.model.Domain;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.DatabaseName;
import java.util.List;
import java.util.Optional;

/** Finds what people name of the domain that runs here, or would run in a dry run. */
final class ProcessPlace {
    private final Session session;
    private final Domain domain;

    private ProcessPlace(Session session, Domain domain) {
        this.session = session;
        this.domain = domain;
    }

    /** @throws HotCopyException when no domain runs */
    static ProcessPlace of(Session session) {
        session.requireStarted();
        return new ProcessPlace(
                session,
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

    /** An archive that it has now, be it a declared one or one that was added. */
    ArchiveId archive(String number, Optional<String> name) {
        DatabaseName database = database(name);
        List<ArchiveId> archives = archives(database);
        return Optional.of(number)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(ArchiveId::of)
                .filter(archives::contains)
                .orElseThrow(() -> new HotCopyException(
                        "database \"" + database + "\" has no archive \"" + number + "\"",
                        "it has: "
                                + String.join(
                                        ", ",
                                        archives.stream()
                                                .map(ArchiveId::toString)
                                                .toList())));
    }

    /** A number that an archive can have; whether it is free is known where the database runs. */
    ArchiveId newArchive(String number) {
        if (!number.matches("\\d{1,9}")) {
            throw new HotCopyException("an archive has a number, not \"" + number + "\"", "show archives lists them");
        }
        return ArchiveId.of(number);
    }

    private List<ArchiveId> archives(DatabaseName database) {
        DatabaseFacts facts = session.isDryRun()
                ? session.facts(session.declared(), database)
                : session.requireRunning().facts(database.database());
        return facts.archives().stream().map(ArchiveFacts::id).toList();
    }
}
