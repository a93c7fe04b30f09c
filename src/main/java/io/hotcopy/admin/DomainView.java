package io.hotcopy.admin;

import io.hotcopy.embedded.EmbeddedDatabase;
import io.hotcopy.embedded.EmbeddedDomain;
import io.hotcopy.model.Database;
import io.hotcopy.model.Domain;
import io.hotcopy.model.Region;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.DatabaseName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The running domain as the resources see it. Safe for several threads. */
final class DomainView {

    private final Domain declared;
    private final EmbeddedDomain domain;

    /** @param declared has a home */
    DomainView(Domain declared, EmbeddedDomain domain) {
        this.declared = declared;
        this.domain = domain;
    }

    Path home() {
        return declared.home().orElseThrow();
    }

    List<Region> regions() {
        return declared.regions();
    }

    /** The region that a host stands in; every declared host is in one. */
    String regionOf(String host) {
        return declared.regionOf(host).map(Region::name).orElse("");
    }

    /** All declared hosts, in the order of their declaration. */
    List<String> hosts() {
        return declared.regions().stream()
                .flatMap(region -> region.hosts().stream())
                .toList();
    }

    /** The first host: the one that answers. */
    String localHost() {
        return hosts().get(0);
    }

    /** The full name of one of them. */
    DatabaseName name(String database) {
        return new DatabaseName(declared.name(), database);
    }

    List<String> databases() {
        return declared.databases().stream().map(Database::name).toList();
    }

    /** @throws UnmetRequestException of status 404 when there is none of that name */
    EmbeddedDatabase database(String name) {
        requireDeclared(name);
        return domain.database(name);
    }

    private Database requireDeclared(String name) {
        return declared.database(name)
                .orElseThrow(() -> UnmetRequestException.unknown("Database " + Fields.shown(name) + " does not exist"));
    }

    /** Hosts that do not reach the others. */
    Set<String> hostsCutOff() {
        return databases().stream()
                .flatMap(name -> database(name).hostsCutOff().stream())
                .collect(Collectors.toSet());
    }

    /** Where its transaction engines run. */
    List<String> transactionEngineHosts(String database) {
        return requireDeclared(database).transactionEngineHosts();
    }

    /** The archives of a database, in order of their numbers. */
    List<ArchiveView> archives(String database) {
        return database(database).archiveStates().stream()
                .map(status -> new ArchiveView(database, status))
                .toList();
    }

    /** The archives of all databases. */
    List<ArchiveView> archives() {
        return databases().stream().flatMap(name -> archives(name).stream()).toList();
    }

    /** Where databases share a number, that of the first declared one. */
    Optional<ArchiveView> archive(ArchiveId id) {
        return archives().stream().filter(archive -> archive.id().equals(id)).findFirst();
    }

    Optional<ArchiveView> archive(String database, ArchiveId id) {
        return archives(database).stream()
                .filter(archive -> archive.id().equals(id))
                .findFirst();
    }
}
