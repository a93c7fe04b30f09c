package io.hotcopy.admin;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a client says of an archive that is to be created.
 *
 * @param database its own name
 * @param directory where it lies, or will lie
 * @param restored whether it is there already
 */
record ArchiveRequest(String database, String host, Path directory, boolean restored) {

    /**
     * Reads a body.
     *
     * @param known the archive of this number that was removed, whose place is allowed; empty of a new one
     * @throws UnmetRequestException of status 404 when there is no such database or host, 400 for what is not
     *     understood
     */
    static ArchiveRequest of(Fields body, Surroundings surroundings, Optional<RemovedArchive> known) {
        refuse(body, "journalPath", "--journal-path");
        refuse(body, "snapshotArchivePath", "--snapshot-archive-path");
        refuse(body, "storageGroupObservers", "--passive or --observes");
        String database = body.text("dbName");
        surroundings.domain().database(database);
        String path = body.text("path");
        boolean same = known.filter(removed -> removed.path().equals(path)).isPresent();
        AllowedDirectories directories = surroundings.directories();
        return new ArchiveRequest(
                database,
                host(body, surroundings.domain()),
                same ? directories.absolute(path) : directories.require(path),
                body.flag("restored", false));
    }

    private static void refuse(Fields body, String field, String option) {
        if (body.has(field)) {
            throw UnmetRequestException.notSupported("create archive with " + option);
        }
    }

    private static String host(Fields body, DomainView domain) {
        String host = body.optionalText("host")
                .orElseThrow(() -> UnmetRequestException.notSupported("create archive with --is-external"));
        if (!domain.hosts().contains(host)) {
            throw UnmetRequestException.unknown("No server found with id=" + Fields.shown(host));
        }
        return host;
    }
}
