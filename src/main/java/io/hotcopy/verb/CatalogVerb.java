package io.hotcopy.verb;

import io.hotcopy.catalog.Catalog;
import io.hotcopy.catalog.CatalogCollection;
import io.hotcopy.catalog.CatalogListing;
import io.hotcopy.catalog.CatalogRebuild;
import io.hotcopy.catalog.IndexContent;
import io.hotcopy.catalog.KnownSet;
import io.hotcopy.catalog.MissedSet;
import io.hotcopy.catalog.Misses;
import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.recovery.RecoveryPlanner;
import io.hotcopy.verb.CatalogMissingResult.Moved;
import io.hotcopy.verb.CatalogMissingResult.TooOld;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code catalog}: what exists, what can be restored of a database, what is missing, and the index anew. It knows the
 * sets of every policy that was ever carried out here, whether one is loaded or not.
 */
public final class CatalogVerb {
    private final Session session;

    CatalogVerb(Session session) {
        this.session = session;
    }

    /** Everything that exists; changes nothing. */
    public CatalogListResult list() {
        IndexContent content = session.index().content();
        KnownPlaces places = KnownPlaces.all(content, session.declared());
        return new CatalogListResult(session.listed(catalog(places).list()), places.roots(), content.unread());
    }

    /**
     * What a database or a set gives; changes nothing.
     *
     * @param what {@code domain/database}, else a SET word
     * @return of a database a {@link CatalogDescribeResult}, of a set a {@link DescribeResult}
     */
    public VerbResult describe(String what) {
        Catalog catalog = catalog(KnownPlaces.all(session.index().content(), session.declared()));
        CatalogListing listing = session.listed(catalog.list());
        List<CatalogCollection> ofDatabase = listing.collections().stream()
                .filter(collection -> collection.database().toString().equals(what))
                .toList();
        return ofDatabase.isEmpty()
                ? new DescribeResult(false, List.of(DescribeVerb.described(catalog.resolve(what, listing))))
                : described(ofDatabase);
    }

    private static CatalogDescribeResult described(List<CatalogCollection> collections) {
        return new CatalogDescribeResult(
                collections.get(0).database(),
                collections,
                RecoveryPlanner.coverage(collections.stream()
                        .flatMap(collection -> collection.sets().stream())
                        .flatMap(set -> set.facts().stream())
                        .toList()));
    }

    /** What is gone, damaged, smaller, or older than was promised; changes nothing. */
    public CatalogMissingResult missing() {
        IndexContent content = session.index().content();
        CatalogListing listing = session.listed(
                catalog(KnownPlaces.all(content, session.declared())).list());
        Misses misses = new Misses(listing);
        List<MissedSet> missed = new ArrayList<>();
        List<Moved> moved = new ArrayList<>();
        for (KnownSet known : content.sets()) {
            Optional<MissedSet> trouble = misses.of(known);
            trouble.ifPresent(missed::add);
            misses.locationOf(known)
                    .filter(place ->
                            trouble.isEmpty() && !place.equals(known.identity().location()))
                    .ifPresent(place -> moved.add(new Moved(known, place)));
        }
        Instant now = session.surroundings().clock().instant();
        List<TooOld> tooOld = session.declared().policies().stream()
                .flatMap(policy -> tooOld(policy, listing, now))
                .toList();
        return new CatalogMissingResult(content.sets().size(), missed, moved, tooOld, content.unread(), now);
    }

    private Stream<TooOld> tooOld(BackupPolicy policy, CatalogListing listing, Instant now) {
        if (policy.objectives().rpo().isEmpty()) {
            return Stream.empty();
        }
        DatabaseFacts facts = session.facts(session.declared(), policy.protects());
        return Protection.of(ProtectingSets.ofItsArchives(policy, facts, listing.collections()), facts.storageGroups())
                .olderThanPromised(policy, now)
                .stream()
                .map(group -> new TooOld(
                        policy.name(),
                        group.group(),
                        group.newest(),
                        policy.objectives().rpo().orElseThrow()));
    }

    /**
     * Remakes what the index says of these directories, from the sets below them; in a dry run only says what it would.
     */
    public CatalogRebuildResult rebuild(List<Path> below) {
        List<Path> resolved = below.stream().map(session::resolve).toList();
        return new CatalogRebuildResult(
                session.isDryRun(), resolved, new CatalogRebuild(session.index(), !session.isDryRun()).from(resolved));
    }

    private Catalog catalog(KnownPlaces places) {
        return places.catalog(session.surroundings().workingDirectory());
    }
}
