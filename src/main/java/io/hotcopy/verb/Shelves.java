package io.hotcopy.verb;

import io.hotcopy.catalog.Catalog;
import io.hotcopy.catalog.CatalogCollection;
import io.hotcopy.catalog.CatalogSet;
import io.hotcopy.catalog.Selection;
import io.hotcopy.model.Declarations;
import io.hotcopy.problem.HotCopyException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where sets are looked for: in the directories named; else where the declared policies put their copies, and where the
 * catalog index says that sets of the databases they protect lie; without policies, where it says that any lie.
 */
final class Shelves {
    private final Session session;
    private final List<Path> below;
    private KnownPlaces known;

    Shelves(Session session, List<Path> below) {
        this.session = session;
        this.below = below.stream().map(session::resolve).toList();
    }

    /** @param declared whose policies are meant, which need not be loaded */
    static Catalog known(Session session, Declarations declared) {
        return KnownPlaces.of(session.index(), declared)
                .catalog(session.surroundings().workingDirectory());
    }

    List<Path> roots() {
        return below.isEmpty() ? known().roots() : below;
    }

    private KnownPlaces known() {
        if (known == null) {
            known = KnownPlaces.of(session.index(), session.declared());
        }
        return known;
    }

    /** @throws HotCopyException when nothing says where sets may lie */
    Catalog catalog() {
        if (below.isEmpty() && known().isEmpty()) {
            throw new HotCopyException(
                    "nothing says where backup sets may lie",
                    "load FILE reads a policy, whose directories are looked into",
                    "--in DIR names a directory to look into");
        }
        return anyCatalog();
    }

    /** Also without any directory: a SET word that is a path needs none. */
    Catalog anyCatalog() {
        Path workingDirectory = session.surroundings().workingDirectory();
        return below.isEmpty() ? known().catalog(workingDirectory) : new Catalog(workingDirectory, below);
    }

    /** What each word means; sets of one collection come together. */
    List<Selection> select(List<String> words) {
        Map<Object, Selection> selections = new LinkedHashMap<>();
        for (String word : words) {
            Catalog anywhere = anyCatalog();
            Selection found = (isPath(word) || anywhere.isDirectory(word) ? anywhere : catalog()).resolve(word);
            Object key = found.collection().<Object>map(CatalogCollection::id).orElse(found.locations());
            selections.merge(key, found, Shelves::together);
        }
        return List.copyOf(selections.values());
    }

    private static Selection together(Selection one, Selection other) {
        List<CatalogSet> sets = new ArrayList<>(one.sets());
        other.sets().stream()
                .filter(set -> !one.locations().contains(set.location()))
                .forEach(sets::add);
        return new Selection(one.collection().or(other::collection), sets);
    }

    private static boolean isPath(String word) {
        return word.contains("/") || word.startsWith(".");
    }
}
