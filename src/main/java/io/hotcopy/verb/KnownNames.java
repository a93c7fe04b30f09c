package io.hotcopy.verb;

import io.hotcopy.catalog.CatalogCollection;
import io.hotcopy.catalog.CatalogListing;
import io.hotcopy.embedded.TableInfo;
import io.hotcopy.live.LiveDatabase;
import io.hotcopy.live.LiveDomain;
import io.hotcopy.model.Database;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Names that a person may be about to type, as far as this session knows them without asking anybody: no disk is read.
 *
 * @param tables of the domain that runs here, and of what is opened, as data commands take them
 * @param sets ids of collections and directories of sets, as the last listing found them
 */
public record KnownNames(List<String> tables, List<String> sets) {

    /** Nothing is known. */
    public static final KnownNames NONE = new KnownNames(List.of(), List.of());

    public KnownNames {
        tables = List.copyOf(tables);
        sets = List.copyOf(sets);
    }

    static KnownNames of(Session session) {
        List<String> tables = new ArrayList<>();
        session.runningHere().ifPresent(domain -> tables.addAll(tablesOf(domain)));
        for (String opened : session.opened().names()) {
            tables.addAll(named(
                    opened + ".", session.opened().named(opened).orElseThrow().tables()));
        }
        return new KnownNames(tables, session.listed().map(KnownNames::setsOf).orElse(List.of()));
    }

    private static List<String> tablesOf(LiveDomain domain) {
        List<Database> databases = domain.declared().databases();
        return databases.stream()
                .flatMap(database -> {
                    LiveDatabase running = domain.database(Optional.of(database.name()));
                    return named(databases.size() == 1 ? "" : database.name() + ".", running.tables()).stream();
                })
                .toList();
    }

    private static List<String> named(String place, Collection<TableInfo> tables) {
        return tables.stream().map(table -> place + table.name()).toList();
    }

    private static List<String> setsOf(CatalogListing listing) {
        return listing.collections().stream().flatMap(KnownNames::namesOf).toList();
    }

    private static Stream<String> namesOf(CatalogCollection collection) {
        return Stream.concat(
                Stream.of(collection.id().toString()),
                collection.locations().stream().map(Path::getFileName).map(Path::toString));
    }
}
