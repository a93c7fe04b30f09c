package io.hotcopy.catalog;

import io.hotcopy.backupset.BackupSet;
import io.hotcopy.backupset.DamagedSetException;
import io.hotcopy.backupset.ElementCheck;
import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.SealedElement;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.SetId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares what the index knows with what lies on disk: whether every set and element is at its place, with all its
 * files in their sizes. Checksums are not read; that is what verifying is for.
 */
public final class Misses {
    private final Map<SetId, Path> found = new HashMap<>();

    /** @param listing what lies on disk, wherever it was looked */
    public Misses(CatalogListing listing) {
        listing.collections().stream()
                .flatMap(collection -> collection.sets().stream())
                .forEach(set -> set.facts().ifPresent(facts -> found.putIfAbsent(facts.id(), set.location())));
    }

    /** What is wrong with a set that the index knows; empty when nothing is. */
    public Optional<MissedSet> of(KnownSet known) {
        Optional<Path> location = locationOf(known);
        if (location.isEmpty()) {
            String gone =
                    "set " + known.id() + " is not in \"" + known.identity().location() + "\" any more";
            return Optional.of(new MissedSet(known, true, List.of(gone)));
        }
        List<String> trouble = trouble(known, location.get());
        return trouble.isEmpty() ? Optional.empty() : Optional.of(new MissedSet(known, false, trouble));
    }

    /** Where it was seen last, if it still lies there, damaged perhaps; else where it lies now. */
    public Optional<Path> locationOf(KnownSet known) {
        Path seen = known.identity().location();
        boolean there = BackupSet.isLikely(seen)
                && CatalogSet.at(seen)
                        .filter(set -> set.facts()
                                .map(SetFacts::id)
                                .map(known.id()::equals)
                                .orElse(set.state() != SetState.HALF_MADE))
                        .isPresent();
        return there ? Optional.of(seen) : Optional.ofNullable(found.get(known.id()));
    }

    private static List<String> trouble(KnownSet known, Path location) {
        try {
            return trouble(known, BackupSet.open(location));
        } catch (HotCopyException unreadable) {
            return List.of(unreadable.getMessage());
        }
    }

    private static List<String> trouble(KnownSet known, BackupSet set) {
        Set<ElementId> there =
                set.facts().elements().stream().map(ElementFacts::id).collect(Collectors.toSet());
        List<String> trouble = new ArrayList<>();
        known.elements().stream()
                .filter(element -> !there.contains(element.id()))
                .forEach(element -> trouble.add(gone(element, set.facts().location())));
        for (SealedElement element : set.elements()) {
            ElementCheck.present(element).stream()
                    .map(DamagedSetException::getMessage)
                    .forEach(trouble::add);
        }
        return trouble;
    }

    private static String gone(KnownElement element, Path location) {
        return "its " + element.type().word() + " \"" + element.directory() + "\", up to commit " + element.cut()
                + ", is not in \"" + location + "\" any more";
    }
}
