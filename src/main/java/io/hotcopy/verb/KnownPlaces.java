package io.hotcopy.verb;

import io.hotcopy.catalog.Catalog;
import io.hotcopy.catalog.CatalogIndex;
import io.hotcopy.catalog.IndexContent;
import io.hotcopy.catalog.KnownSet;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.Declarations;
import io.hotcopy.term.DatabaseName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where the sets of some policies may lie: below their directories, and where the index says that the databases they
 * protect have more. Without policies: wherever the index says that any lie.
 */
final class KnownPlaces {
    private final List<Path> roots;
    private final List<KnownSet> sets;
    private final boolean everything;

    private KnownPlaces(Collection<Path> roots, List<KnownSet> sets, boolean everything) {
        this.roots = List.copyOf(roots);
        this.sets = sets;
        this.everything = everything;
    }

    static KnownPlaces of(CatalogIndex index, Declarations declared) {
        return declared.policies().isEmpty()
                ? all(index.content(), declared)
                : new KnownPlaces(rootsOf(declared), protectedSets(index, declared), false);
    }

    /** Whatever the index knows, and the policies' directories. */
    static KnownPlaces all(IndexContent content, Declarations declared) {
        Set<Path> roots = new LinkedHashSet<>(rootsOf(declared));
        roots.addAll(content.roots());
        return new KnownPlaces(roots, content.sets(), true);
    }

    /** The part of each policy's directory that does not depend on the run. */
    static List<Path> rootsOf(Declarations declared) {
        Set<Path> roots = new LinkedHashSet<>();
        declared.policies().forEach(policy -> roots.add(policy.directory().root()));
        return List.copyOf(roots);
    }

    private static List<KnownSet> protectedSets(CatalogIndex index, Declarations declared) {
        Set<DatabaseName> names =
                declared.policies().stream().map(BackupPolicy::protects).collect(Collectors.toSet());
        List<KnownSet> sets = new ArrayList<>();
        for (String domain : names.stream().map(DatabaseName::domain).distinct().toList()) {
            index.content(domain).sets().stream()
                    .filter(set -> names.contains(set.identity().database()))
                    .forEach(sets::add);
        }
        return sets;
    }

    List<Path> roots() {
        return roots;
    }

    boolean isEmpty() {
        return roots.isEmpty() && sets.isEmpty();
    }

    Catalog catalog(Path workingDirectory) {
        return everything
                ? Catalog.ofEverything(workingDirectory, roots, sets)
                : new Catalog(workingDirectory, roots, sets);
    }
}
