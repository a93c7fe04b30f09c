package io.hotcopy.verb;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.catalog.CatalogCollection;
import io.hotcopy.catalog.CatalogListing;
import io.hotcopy.embedded.TableInfo;
import io.hotcopy.live.LiveDatabase;
import io.hotcopy.live.LiveDomain;
import io.hotcopy.model.Database;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Names that a person may be about to type, as far as this session knows them without asking anybody: no disk is read.
 *
 * @param tables of the domain that runs here, as commands that write take them
 * @param openedTables of what is opened, as commands that read take them besides
 * @param opened what archives were opened as
 * @param sets ids of collections and directories of sets as the last listing found them, and runs that were made here
 * @param elements the runs that have an element in those sets, the newest first
 * @param hotCopies those that run here or wait
 */
public record KnownNames(
        List<Known> tables,
        List<Known> openedTables,
        List<Known> opened,
        List<Known> sets,
        List<Known> elements,
        List<Known> hotCopies) {

    /** Nothing is known. */
    public static final KnownNames NONE =
            new KnownNames(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    /**
     * One name.
     *
     * @param word as it is typed
     * @param text what it is, in a few words
     */
    public record Known(String word, String text) {}

    public KnownNames {
        tables = List.copyOf(tables);
        openedTables = List.copyOf(openedTables);
        opened = List.copyOf(opened);
        sets = List.copyOf(sets);
        elements = List.copyOf(elements);
        hotCopies = List.copyOf(hotCopies);
    }

    static KnownNames of(Session session) {
        Optional<LiveDomain> domain = session.runningHere();
        List<Known> sets = new ArrayList<>();
        session.listed().ifPresent(listing -> sets.addAll(setsOf(listing)));
        session.made().forEach(run -> sets.add(new Known(run, "made here")));
        return new KnownNames(
                domain.map(KnownNames::tablesOf).orElse(List.of()),
                openedTables(session.opened()),
                session.opened().names().stream()
                        .map(name -> new Known(name, "opened archives"))
                        .toList(),
                distinct(sets),
                session.listed().map(KnownNames::elementsOf).orElse(List.of()),
                domain.map(KnownNames::hotCopiesOf).orElse(List.of()));
    }

    private static List<Known> tablesOf(LiveDomain domain) {
        List<Database> databases = domain.declared().databases();
        return databases.stream()
                .flatMap(database -> {
                    LiveDatabase running = domain.database(Optional.of(database.name()));
                    return named(databases.size() == 1 ? "" : database.name() + ".", running.tables()).stream();
                })
                .toList();
    }

    private static List<Known> openedTables(OpenedNames opened) {
        return opened.names().stream()
                .flatMap(name ->
                        named(name + ".", opened.named(name).orElseThrow().tables()).stream())
                .toList();
    }

    private static List<Known> named(String place, Collection<TableInfo> tables) {
        return tables.stream()
                .map(table -> new Known(place + table.name(), table.partitions() + " partitions in " + table.groups()))
                .toList();
    }

    private static List<Known> setsOf(CatalogListing listing) {
        return listing.collections().stream().flatMap(KnownNames::namesOf).toList();
    }

    private static Stream<Known> namesOf(CatalogCollection collection) {
        Known whole = new Known(
                collection.id().toString(),
                collection.database() + ", " + collection.state().words() + ", "
                        + collection.sets().size() + " archives");
        Stream<Known> sets = collection.sets().stream()
                .map(set -> new Known(
                        fileName(set.location()),
                        "one set of " + collection.id()
                                + set.facts()
                                        .map(facts -> ", archive " + facts.archive())
                                        .orElse("")));
        return Stream.concat(Stream.of(whole), sets);
    }

    private static String fileName(Path location) {
        return location.getFileName().toString();
    }

    private static List<Known> elementsOf(CatalogListing listing) {
        return distinct(listing.collections().stream()
                .flatMap(collection -> collection.sets().stream())
                .flatMap(set -> set.facts().stream())
                .flatMap(facts -> facts.elements().stream())
                .sorted((one, other) -> other.cut().compareTo(one.cut()))
                .map(KnownNames::element)
                .toList());
    }

    private static Known element(ElementFacts element) {
        return new Known(element.id().toString(), element.type().word() + ", cut " + element.cut());
    }

    private static List<Known> hotCopiesOf(LiveDomain domain) {
        return domain.copies().all().stream()
                .filter(hotCopy -> !hotCopy.state().isEnded())
                .map(hotCopy ->
                        new Known(hotCopy.id().toString(), hotCopy.type().word() + " of " + hotCopy.database()))
                .toList();
    }

    /** Each word once, as it was first said. */
    private static List<Known> distinct(List<Known> all) {
        Map<String, Known> byWord = new LinkedHashMap<>();
        all.forEach(known -> byWord.putIfAbsent(known.word(), known));
        return List.copyOf(byWord.values());
    }
}
