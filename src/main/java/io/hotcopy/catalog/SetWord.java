package io.hotcopy.catalog;

import io.hotcopy.backupset.BackupSet;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.recovery.CopyRun;
import io.hotcopy.recovery.RecoveryPlanner;
import io.hotcopy.recovery.RestorePlan;
import io.hotcopy.recovery.RestoreTarget;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.SetId;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One SET word on its way to what it means. Exact names win over beginnings. */
final class SetWord {

    /** More would bury the sentence above them. */
    private static final int CANDIDATES_SHOWN = 8;

    private final String word;
    private final Path workingDirectory;
    private final List<Path> roots;
    private final CatalogListing listing;

    SetWord(String word, Path workingDirectory, List<Path> roots, CatalogListing listing) {
        this.word = word;
        this.workingDirectory = workingDirectory;
        this.roots = roots;
        this.listing = listing;
    }

    Selection resolve() {
        return switch (word) {
            case "latest" -> latest();
            case "latest-full" -> latestFull();
            case "oldest" -> oldest();
            default -> byPath().orElseGet(this::byName);
        };
    }

    /** The newest state may need journals that lie in later sets, whose fulls were not completed. */
    private Selection latest() {
        DatabaseName database = completeOfOneDatabase().get(0).database();
        List<CatalogCollection> all = listing.collections().stream()
                .filter(collection -> collection.database().equals(database))
                .toList();
        List<SetFacts> facts = all.stream()
                .flatMap(collection -> Selection.of(collection).facts().stream())
                .toList();
        RestorePlan newest = RecoveryPlanner.plan(facts, new RestoreTarget.Latest());
        Selection base = collection(newest.run());
        Set<SetId> read = newest.archives().stream()
                .flatMap(archive -> archive.steps().stream())
                .map(step -> step.set().id())
                .collect(Collectors.toSet());
        List<CatalogSet> sets = new ArrayList<>(base.sets());
        all.stream()
                .flatMap(collection -> collection.sets().stream())
                .filter(set -> set.facts().filter(of -> read.contains(of.id())).isPresent())
                .filter(set -> !sets.contains(set))
                .forEach(sets::add);
        return new Selection(base.collection(), sets);
    }

    private Selection latestFull() {
        List<SetFacts> facts = completeOfOneDatabase().stream()
                .flatMap(collection -> Selection.of(collection).facts().stream())
                .toList();
        return collection(
                RecoveryPlanner.plan(facts, new RestoreTarget.Latest()).run());
    }

    private Selection collection(ElementId id) {
        return listing.collections().stream()
                .filter(collection -> collection.id().equals(id))
                .findFirst()
                .map(Selection::of)
                .orElseThrow();
    }

    private Selection oldest() {
        List<CatalogCollection> complete = completeOfOneDatabase();
        return Selection.of(complete.get(complete.size() - 1));
    }

    private List<CatalogCollection> completeOfOneDatabase() {
        List<CatalogCollection> complete = listing.complete();
        if (complete.isEmpty()) {
            throw new HotCopyException(
                    "there is no complete backup collection" + places(),
                    withCommands(
                            listing.collections().stream().map(SetWord::describe), "backup takes a full hot copy"));
        }
        List<DatabaseName> databases =
                complete.stream().map(CatalogCollection::database).distinct().toList();
        if (databases.size() > 1) {
            throw ambiguous(complete.stream().map(SetWord::describe));
        }
        return complete;
    }

    private Optional<Selection> byPath() {
        try {
            Path path = workingDirectory.resolve(word);
            return BackupSet.isLikely(path) ? CatalogSet.at(path).map(this::selection) : Optional.empty();
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    /** The directory that the word is the path of; empty when there is none. */
    static Optional<Path> directory(String word, Path workingDirectory) {
        try {
            return Optional.of(workingDirectory.resolve(word)).filter(Files::isDirectory);
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    private Selection byName() {
        List<Selection> exact = matches(name -> name.equals(word));
        List<Selection> found = exact.isEmpty() ? matches(this::begins) : exact;
        if (found.isEmpty()) {
            // One that is no set: better told as such than as not there.
            directory(word, workingDirectory).ifPresent(BackupSet::identity);
            throw new HotCopyException(
                    "there is no backup set \"" + word + "\"" + places(),
                    withCommands(listing.collections().stream().map(SetWord::describe), "list shows those there are"));
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        List<Optional<CatalogCollection>> collections =
                found.stream().map(Selection::collection).distinct().toList();
        if (collections.size() > 1 || collections.get(0).isEmpty()) {
            throw ambiguous(found.stream().map(SetWord::describe));
        }
        return Selection.of(collections.get(0).orElseThrow());
    }

    private boolean begins(String name) {
        return name.startsWith(word.toLowerCase(Locale.ROOT)) || name.startsWith(word);
    }

    /** Collections by their id, runs by theirs, and sets by their id and their directory's name. */
    private List<Selection> matches(Predicate<String> fits) {
        List<Selection> found = new ArrayList<>();
        for (CatalogCollection collection : listing.collections()) {
            if (fits.test(collection.id().toString())) {
                found.add(Selection.of(collection));
            }
            collection.sets().stream()
                    .filter(set -> fits(set, fits))
                    .map(set -> new Selection(Optional.of(collection), List.of(set)))
                    .forEach(found::add);
        }
        found.addAll(runs(fits));
        listing.unattributed().stream()
                .filter(set -> fits(set, fits))
                .map(set -> new Selection(Optional.empty(), List.of(set)))
                .forEach(found::add);
        return found;
    }

    /** A run means the sets of every collection that it wrote into. */
    private List<Selection> runs(Predicate<String> fits) {
        Map<ElementId, List<CatalogCollection>> touched = new LinkedHashMap<>();
        for (CatalogCollection collection : listing.collections()) {
            collection.later().stream()
                    .map(CopyRun::id)
                    .filter(id -> fits.test(id.toString()))
                    .forEach(id -> touched.computeIfAbsent(id, absent -> new ArrayList<>())
                            .add(collection));
        }
        return touched.values().stream()
                .map(of -> new Selection(
                        Optional.of(of.get(of.size() - 1)),
                        of.stream().flatMap(one -> one.sets().stream()).toList()))
                .toList();
    }

    private static boolean fits(CatalogSet set, Predicate<String> fits) {
        return fits.test(set.location().getFileName().toString())
                || set.facts().filter(facts -> fits.test(facts.id().toString())).isPresent();
    }

    /** A set by itself, with its collection as far as the roots know it. */
    private Selection selection(CatalogSet set) {
        Optional<CatalogCollection> collection = set.facts().map(facts -> listing.collections().stream()
                .filter(known -> known.id().equals(facts.collection()))
                .findFirst()
                .orElseGet(() ->
                        CatalogCollection.of(facts.collection(), List.of(set), RecoveryPlanner.runs(List.of(facts)))));
        return new Selection(collection, List.of(set));
    }

    private HotCopyException ambiguous(Stream<String> candidates) {
        return new HotCopyException("\"" + word + "\" could mean several backup sets", hints(candidates));
    }

    /** The candidates, and what to do when it is none of them. */
    private String[] withCommands(Stream<String> candidates, String command) {
        List<String> commands =
                roots.isEmpty() ? List.of(command) : List.of(command, "--in DIR looks into another directory");
        return Stream.concat(Stream.of(hints(candidates)), commands.stream()).toArray(String[]::new);
    }

    private static String[] hints(Stream<String> candidates) {
        List<String> all = candidates.toList();
        List<String> shown = new ArrayList<>(all.subList(0, Math.min(all.size(), CANDIDATES_SHOWN)));
        if (all.size() > shown.size()) {
            shown.add("And " + (all.size() - shown.size()) + " more.");
        }
        return shown.toArray(String[]::new);
    }

    private static String describe(CatalogCollection collection) {
        return "Collection " + collection.id() + " of " + collection.database() + ", " + collection.created() + ", "
                + collection.state().words() + ".";
    }

    private static String describe(Selection selection) {
        return selection.sets().size() == 1
                ? "Set \"" + selection.sets().get(0).location() + "\"."
                : describe(selection.collection().orElseThrow());
    }

    private String places() {
        String all = roots.stream().map(root -> "\"" + root + "\"").collect(Collectors.joining(", "));
        return all.isEmpty() ? "" : " below " + all;
    }
}
