package io.hotcopy.plan;

import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.model.Database;
import io.hotcopy.model.Domain;
import io.hotcopy.model.Region;
import io.hotcopy.model.StorageManager;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.CommitNumber;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What can be said of a database that has never been started: what is declared, every state unknown. */
public final class DeclaredFacts {

    private DeclaredFacts() {}

    /** The facts of one of the domain's databases. */
    public static DatabaseFacts of(Domain domain, Database database) {
        return new DatabaseFacts(
                domain.nameOf(database),
                false,
                Optional.empty(),
                Optional.empty(),
                CommitNumber.ZERO,
                database.storageGroups(),
                database.storageManagers().stream()
                        .sorted(Comparator.comparing(StorageManager::archive))
                        .map(manager -> archive(domain, manager))
                        .toList());
    }

    private static ArchiveFacts archive(Domain domain, StorageManager manager) {
        return new ArchiveFacts(
                manager.archive(),
                manager.host(),
                domain.regionOf(manager.host()).map(Region::name).orElse(""),
                ArchiveFacts.State.UNKNOWN,
                manager.serves(),
                manager.journalHotCopy(),
                Optional.empty(),
                Optional.empty(),
                new ByteSize(0),
                Optional.empty(),
                List.of());
    }
}
