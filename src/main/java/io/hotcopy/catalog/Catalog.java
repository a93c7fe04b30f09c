package io.hotcopy.catalog;

import io.hotcopy.backupset.SetFacts;
import io.hotcopy.recovery.CopyRun;
import io.hotcopy.recovery.RecoveryPlanner;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.ElementId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The sets below some directories and in some places, as they lie there now. A set that lies in two places counts once.
 * Nothing is kept between calls; safe for several threads.
 */
public final class Catalog {

    private final Path workingDirectory;
    private final List<Path> roots;
    private final List<KnownSet> known;
    private final boolean keepsDatabasesApart;

    /**
     * @param workingDirectory where relative paths in SET words begin
     * @param roots directories below which sets are looked for; those that do not exist have none
     */
    public Catalog(Path workingDirectory, List<Path> roots) {
        this(workingDirectory, roots, List.of(), true);
    }

    /**
     * @param workingDirectory as above
     * @param roots as above
     * @param known sets of which the index knows where they lay; those of a database that is another than the one of
     *     the same name whose sets lie below the roots are left out
     */
    public Catalog(Path workingDirectory, List<Path> roots, List<KnownSet> known) {
        this(workingDirectory, roots, known, true);
    }

    /** The same with nothing left out. */
    public static Catalog ofEverything(Path workingDirectory, List<Path> roots, List<KnownSet> known) {
        return new Catalog(workingDirectory, roots, known, false);
    }

    private Catalog(Path workingDirectory, List<Path> roots, List<KnownSet> known, boolean keepsDatabasesApart) {
        this.workingDirectory = workingDirectory;
        this.roots = List.copyOf(roots);
        this.known = List.copyOf(known);
        this.keepsDatabasesApart = keepsDatabasesApart;
    }

    /**
     * Lists all sets, grouped to collections.
     *
     * @throws io.hotcopy.problem.HotCopyException when a root cannot be read
     */
    public CatalogListing list() {
        SetFinder finder = new SetFinder();
        roots.forEach(finder::look);
        List<CatalogSet> unattributed = new ArrayList<>();
        Map<ElementId, List<CatalogSet>> collections = new LinkedHashMap<>();
        for (CatalogSet found : SetCopies.countedOnce(sets(finder))) {
            found.facts()
                    .ifPresentOrElse(
                            facts -> collections
                                    .computeIfAbsent(facts.collection(), absent -> new ArrayList<>())
                                    .add(found),
                            () -> unattributed.add(found));
        }
        return new CatalogListing(newestFirst(collections, runs(collections)), unattributed, finder.unread());
    }

    /**
     * Finds what a SET word means: a path; {@code latest}, {@code latest-full} or {@code oldest}, of the collections
     * that are complete; a set's directory name or a beginning of it; a set's, collection's or run's id or a beginning
     * of it. A run means the sets of the collections that it wrote into. {@code latest} means the sets from which the
     * newest state is restored, whose journals may lie in later ones than the full.
     *
     * @throws io.hotcopy.problem.HotCopyException when it means nothing or several things; the hints list candidates
     */
    public Selection resolve(String word) {
        return resolve(word, list());
    }

    /** The same among what {@link #list} has found just now. */
    public Selection resolve(String word, CatalogListing listing) {
        return new SetWord(word, workingDirectory, roots, listing).resolve();
    }

    /** Whether a SET word is also the path of a directory, which is looked into whatever the roots are. */
    public boolean isDirectory(String word) {
        return SetWord.directory(word, workingDirectory).isPresent();
    }

    private List<CatalogSet> sets(SetFinder finder) {
        List<CatalogSet> sets = new ArrayList<>();
        finder.found().forEach(location -> CatalogSet.at(location).ifPresent(sets::add));
        Map<DatabaseName, Set<UUID>> databases = sets.stream()
                .flatMap(set -> set.facts().stream())
                .collect(Collectors.groupingBy(
                        SetFacts::database, Collectors.mapping(SetFacts::databaseUuid, Collectors.toSet())));
        for (KnownSet elsewhere : known) {
            SetFacts seen = elsewhere.identity();
            Set<UUID> here = databases.getOrDefault(seen.database(), Set.of(seen.databaseUuid()));
            boolean isOurs = !keepsDatabasesApart || here.contains(seen.databaseUuid());
            if (isOurs && finder.isNewSet(seen.location())) {
                CatalogSet.at(seen.location()).ifPresent(sets::add);
            }
        }
        return sets;
    }

    private static List<CopyRun> runs(Map<ElementId, List<CatalogSet>> collections) {
        return RecoveryPlanner.runs(collections.values().stream()
                .flatMap(List::stream)
                .flatMap(set -> set.facts().stream())
                .toList());
    }

    private static List<CatalogCollection> newestFirst(
            Map<ElementId, List<CatalogSet>> collections, List<CopyRun> runs) {
        return collections.entrySet().stream()
                .map(entry -> CatalogCollection.of(entry.getKey(), entry.getValue(), runs))
                .sorted(Comparator.comparing(CatalogCollection::created)
                        .reversed()
                        .thenComparing(collection -> collection.id().value()))
                .toList();
    }
}
