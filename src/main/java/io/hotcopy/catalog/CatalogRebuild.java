package io.hotcopy.catalog;

import io.hotcopy.backupset.SetFacts;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.SetId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Remakes what the index says of some directories, from the sets that lie below them and nothing else. What it says of
 * other directories stays.
 */
public final class CatalogRebuild {
    private final CatalogIndex index;
    private final boolean writes;

    /** @param writes whether to change the index, or only say what would change */
    public CatalogRebuild(CatalogIndex index, boolean writes) {
        this.index = index;
        this.writes = writes;
    }

    /**
     * What was done.
     *
     * @param sets every set found, in order of its location
     * @param changed how many of them the index did not know as they are
     * @param forgotten sets of which it said that they lay below the directories, and which do not
     * @param foreign directories that hold no set of ours, of those that lie in each other the uppermost
     * @param unread what may be a set and could not be entered, and why
     */
    public record Rebuilt(
            List<SetFacts> sets,
            int changed,
            List<KnownSet> forgotten,
            List<Path> foreign,
            SortedMap<Path, String> unread) {}

    /**
     * Looks below directories and enters what lies there.
     *
     * @param below absolute paths
     * @throws HotCopyException when one of them is not there and nothing is known of it, or cannot be looked into, or
     *     the index cannot be written
     */
    public Rebuilt from(List<Path> below) {
        IndexContent before = index.content();
        below.forEach(directory -> requireKnown(directory, before));
        SetFinder finder = new SetFinder();
        below.forEach(finder::look);
        SortedMap<Path, String> unread = new TreeMap<>(finder.unread());
        List<Path> foreign = new ArrayList<>(finder.foreign());
        Map<SetId, SetFacts> sets = new LinkedHashMap<>();
        for (Path location : finder.found()) {
            CatalogSet.at(location).ifPresentOrElse(set -> found(set, sets, unread), () -> foreign.add(location));
        }
        int changed = 0;
        for (SetFacts set : sets.values()) {
            changed += enter(set, before, below) ? 1 : 0;
        }
        List<KnownSet> forgotten = before.sets().stream()
                .filter(known -> !sets.containsKey(known.id()))
                .filter(known -> below.stream().anyMatch(known.identity().location()::startsWith))
                .filter(known -> !writes || index.forget(known))
                .toList();
        return new Rebuilt(List.copyOf(sets.values()), changed, forgotten, foreign, unread);
    }

    /** A directory that is gone may have had sets, which are then forgotten; one that never was is a mistake. */
    private static void requireKnown(Path directory, IndexContent before) {
        boolean hadSets = before.sets().stream()
                .anyMatch(known -> known.identity().location().startsWith(directory));
        if (!hadSets && !Files.isDirectory(directory)) {
            throw new HotCopyException(
                    "there is no directory \"" + directory + "\"", "catalog list shows where sets are known to lie.");
        }
    }

    private static void found(CatalogSet set, Map<SetId, SetFacts> sets, SortedMap<Path, String> unread) {
        set.facts().ifPresent(facts -> sets.putIfAbsent(facts.id(), facts));
        if (set.facts().isEmpty() || set.state().compareTo(SetState.UNREADABLE) >= 0) {
            unread.put(set.location(), set.trouble().orElse(set.state().words()));
        }
    }

    private boolean enter(SetFacts set, IndexContent before, List<Path> below) {
        if (writes) {
            below.stream().filter(set.location()::startsWith).forEach(root -> index.enterRoot(set.database(), root));
            return index.enter(set);
        }
        KnownSet now = KnownSet.of(set);
        return before.sets().stream()
                .noneMatch(known ->
                        known.id().equals(set.id()) && known.seenAs(now).equals(known));
    }
}
