package io.hotcopy.verb;

import io.hotcopy.catalog.Catalog;
import io.hotcopy.catalog.CatalogCollection;
import io.hotcopy.catalog.CatalogSet;
import io.hotcopy.catalog.Selection;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.Declarations;
import io.hotcopy.problem.HotCopyException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where sets are looked for: in the directories named, else where the declared policies put their copies. */
final class Shelves {
    private final Session session;
    private final List<Path> below;

    Shelves(Session session, List<Path> below) {
        this.session = session;
        this.below = below.stream().map(session::resolve).toList();
    }

    List<Path> roots() {
        return below.isEmpty() ? rootsOf(session.declared()) : below;
    }

    /** @throws HotCopyException when nothing says where sets may lie */
    Catalog catalog() {
        if (roots().isEmpty()) {
            throw new HotCopyException(
                    "nothing says where backup sets may lie",
                    "load FILE reads a policy, whose directories are looked into",
                    "--in DIR names a directory to look into");
        }
        return anyCatalog();
    }

    /** Also without any directory: a SET word that is a path needs none. */
    Catalog anyCatalog() {
        return new Catalog(session.surroundings().workingDirectory(), roots());
    }

    /** The part of each policy's directory that does not depend on the run. */
    static List<Path> rootsOf(Declarations declared) {
        Set<Path> roots = new LinkedHashSet<>();
        declared.policies().forEach(policy -> roots.add(rootOf(policy)));
        return List.copyOf(roots);
    }

    private static Path rootOf(BackupPolicy policy) {
        String text = policy.directory().text();
        int brace = text.indexOf('{');
        String fixed = brace < 0 ? text : text.substring(0, brace);
        int slash = fixed.lastIndexOf('/');
        Path base = policy.directory().base();
        return slash < 0
                ? base
                : base.resolve(slash == 0 ? "/" : fixed.substring(0, slash)).normalize();
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
