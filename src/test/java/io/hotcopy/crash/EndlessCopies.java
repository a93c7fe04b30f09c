package io.hotcopy.crash;

import io.hotcopy.backupset.SetFacts;
import io.hotcopy.catalog.Catalog;
import io.hotcopy.catalog.CatalogCollection;
import io.hotcopy.catalog.CatalogListing;
import io.hotcopy.catalog.CatalogSet;
import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.driver.CopyRefusedException;
import io.hotcopy.engine.RunReport;
import io.hotcopy.recovery.ArchivePlan;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.HotCopyType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Coordinated hot copies of all types, one after the other, into whatever sets lie there: also those that an earlier
 * process left when it was killed. Tells of each what it is about to do and what came of it.
 */
final class EndlessCopies {

    private final CoordinatedCopies copies;
    private final Path backups;
    private final String name;
    private final SplittableRandom choices;
    private final Consumer<String> teller;
    private long fullsBegun;
    private boolean fullIsNeeded;

    /** @param name for the directories of fulls; none of that name was made before */
    EndlessCopies(
            CoordinatedCopies copies, Path backups, String name, SplittableRandom choices, Consumer<String> teller) {
        this.copies = copies;
        this.backups = backups;
        this.name = name;
        this.choices = choices;
        this.teller = teller;
    }

    /** Takes one more. */
    void takeOne() throws IOException {
        CatalogListing listing = new Catalog(backups, List.of(backups)).list();
        Optional<CatalogCollection> base = listing.complete().stream()
                .filter(collection -> archives(collection).equals(pair()))
                .findFirst();
        int choice = choices.nextInt(8);
        if (base.isEmpty() || fullIsNeeded || choice == 0) {
            full();
        } else if (choice < 4) {
            take(HotCopyType.INCREMENTAL, base.get(), sets(base.get().sets()), listing);
        } else {
            take(HotCopyType.JOURNAL, base.get(), newest(listing), listing);
        }
    }

    private List<ArchiveId> pair() {
        return copies.pair().stream().map(ArchiveFacts::id).toList();
    }

    private static List<ArchiveId> archives(CatalogCollection collection) {
        return collection.sets().stream()
                .map(set -> set.facts().orElseThrow().archive())
                .sorted()
                .toList();
    }

    private void full() throws IOException {
        Path directory = Files.createDirectory(backups.resolve(name + "-" + ++fullsBegun));
        teller.accept("copying full");
        copied(copies.copy(directory));
        fullIsNeeded = false;
    }

    private void take(HotCopyType type, CatalogCollection base, Map<ArchiveId, SetFacts> into, CatalogListing listing) {
        teller.accept("copying " + type.word());
        try {
            copied(copies.copy(type, into));
        } catch (CopyRefusedException refused) {
            // A full that was published, in part or without its process having heard of it, ends what was before.
            teller.accept("unable " + type.word() + " " + base.id() + " " + hasNewer(base, listing));
            fullIsNeeded = true;
        }
    }

    private void copied(RunReport.HotCopy report) {
        teller.accept("copied " + report.type().word() + " " + report.run() + " " + report.cut());
    }

    /** Whether a later full was published of one of its archives, though not of both. */
    private static boolean hasNewer(CatalogCollection base, CatalogListing listing) {
        return listing.collections().stream()
                .takeWhile(collection -> !collection.id().equals(base.id()))
                .flatMap(collection -> collection.run().stream())
                .flatMap(run -> run.present().stream())
                .map(ArchivePlan::archive)
                .anyMatch(archives(base)::contains);
    }

    /** The newest initialised set of each archive, as the database knows it. */
    private Map<ArchiveId, SetFacts> newest(CatalogListing listing) {
        Map<ArchiveId, SetFacts> newest = new TreeMap<>();
        for (ArchiveFacts archive : copies.pair()) {
            listing.collections().stream()
                    .flatMap(collection -> sets(collection.sets()).values().stream())
                    .filter(set -> Optional.of(set.id()).equals(archive.newestSet()))
                    .forEach(set -> newest.put(archive.id(), set));
        }
        return newest;
    }

    private static Map<ArchiveId, SetFacts> sets(List<CatalogSet> sets) {
        Map<ArchiveId, SetFacts> facts = new TreeMap<>();
        sets.stream()
                .flatMap(set -> set.facts().map(Stream::of).orElseGet(Stream::empty))
                .forEach(set -> facts.put(set.archive(), set));
        return facts;
    }
}
