package io.hotcopy.model;

import io.hotcopy.term.DatabaseName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A domain: hosts in regions, and the databases that run on them.
 *
 * @param name a {@link PlainName}
 * @param home the directory in which the embedded database keeps its data, resolved against the declaring file; empty
 *     when the domain is only described
 * @param regions in the order of their declaration; names unique, every host in one region
 * @param databases in the order of their declaration; names unique
 */
public record Domain(String name, Optional<Path> home, List<Region> regions, List<Database> databases) {

    public Domain {
        regions = List.copyOf(regions);
        databases = List.copyOf(databases);
    }

    public Optional<Region> region(String regionName) {
        return regions.stream()
                .filter(region -> region.name().equals(regionName))
                .findFirst();
    }

    /** The region that the host stands in; empty when the host is in none. */
    public Optional<Region> regionOf(String host) {
        return regions.stream().filter(region -> region.hosts().contains(host)).findFirst();
    }

    public Optional<Database> database(String databaseName) {
        return databases.stream()
                .filter(database -> database.name().equals(databaseName))
                .findFirst();
    }

    /** The full name of one of this domain's databases. */
    public DatabaseName nameOf(Database database) {
        return new DatabaseName(name, database.name());
    }
}
