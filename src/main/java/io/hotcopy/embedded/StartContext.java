package io.hotcopy.embedded;

import io.hotcopy.embedded.store.StoreMemory;
import io.hotcopy.model.Database;
import io.hotcopy.model.Domain;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.DatabaseName;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * What the start of one database is about.
 *
 * @param domain the declared domain
 * @param declared the declared database
 * @param managers the storage managers that it has: the declared ones, and what was added and removed since
 * @param directory where it lies; exists
 * @param lost archives that are not to be looked at
 * @param restored where restored archives are to be taken from
 * @param environment clock, settings, events
 * @param memory what all stores of the process share
 * @param ids random ids
 */
record StartContext(
        Domain domain,
        Database declared,
        Managers managers,
        Path directory,
        Set<ArchiveId> lost,
        Optional<Path> restored,
        EmbeddedEnvironment environment,
        StoreMemory memory,
        RandomIds ids) {

    DatabaseName name() {
        return domain.nameOf(declared);
    }

    /** Where an archive lies, or is to lie. */
    Path archive(ArchiveId id) {
        return managers.directory(id);
    }

    /** Has an archive that lies elsewhere say whose it is. */
    void writeHome(Path written, ArchiveId id) {
        if (!archive(id).equals(managers.place(id))) {
            ArchiveHomeYaml.write(written, archive(id), directory);
        }
    }

    static String archiveName(ArchiveId id) {
        return "archive-" + id;
    }
}
