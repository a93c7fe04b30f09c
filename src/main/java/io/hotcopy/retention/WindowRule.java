package io.hotcopy.retention;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.recovery.CopyRun;
import io.hotcopy.retention.Reason.Kind;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.Lineage;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;

/**
 * Of each backup group the newest complete full at or before the window's start stays, and all sets between it and now
 * (protocol §6). "Before" is asked twice, of the clock and of the commit numbers, since clocks step; and of the lineage
 * before a fork, when the one after it has no full that is old enough.
 */
final class WindowRule {

    private static final CommitNumber END = new CommitNumber(Long.MAX_VALUE);

    private final Stock stock;
    private final Window window;
    private final Reasons reasons;
    private final String since;
    private final Map<UUID, Lineage> lineages = new HashMap<>();

    /** @param since the window's start, for people */
    WindowRule(Stock stock, Window window, Reasons reasons, String since) {
        this.stock = stock;
        this.window = window;
        this.reasons = reasons;
        this.since = since;
        stock.collections().stream()
                .flatMap(collection -> collection.sets().stream())
                .map(set -> set.facts().lineage())
                .forEach(lineage -> lineages.put(lineage.id(), lineage));
    }

    /** Speaks for the collections of one backup group. */
    void keep(SortedSet<ArchiveId> archives) {
        List<Gathered> collections = stock.of(archives);
        byClock(archives, collections);
        List<ElementFacts> elements =
                collections.stream().flatMap(Gathered::elements).toList();
        window.floors(elements).forEach((lineage, floor) -> byCommit(collections, lineage, floor, END));
    }

    private void byClock(SortedSet<ArchiveId> archives, List<Gathered> collections) {
        Optional<Gathered> base = stock.completeOf(archives).stream()
                .filter(collection -> !collection.fullEnded().isAfter(window.start()))
                .reduce((earlier, later) -> later);
        base.ifPresent(this::keepBase);
        for (Gathered collection : collections) {
            if (base.filter(begin -> isOlder(collection, begin)).isEmpty()) {
                keepBetween(collection);
            }
        }
    }

    private static boolean isOlder(Gathered collection, Gathered base) {
        Instant end = base.fullEnded();
        return collection.created().isBefore(base.created())
                && collection.elements().allMatch(element -> Gathered.end(element)
                        .isBefore(end));
    }

    /**
     * Keeps what restores of a lineage from a commit on need.
     *
     * @param collections of one backup group
     * @param floor the earliest commit
     * @param limit nothing that begins after it is needed
     */
    void byCommit(List<Gathered> collections, UUID lineage, CommitNumber floor, CommitNumber limit) {
        Optional<Gathered> base = collections.stream()
                .filter(Gathered::isComplete)
                .filter(collection -> fullOf(collection).lineage().id().equals(lineage)
                        && !fullOf(collection).cut().isAfter(floor))
                .max(Comparator.comparing(collection -> fullOf(collection).cut()));
        base.ifPresent(this::keepBase);
        CommitNumber begin = base.map(from -> fullOf(from).cut()).orElse(CommitNumber.ZERO);
        for (Gathered collection : collections) {
            boolean carries = collection
                    .elements()
                    .anyMatch(element -> element.lineage().id().equals(lineage)
                            && element.cut().isAfter(begin)
                            && !element.pinPoint().isAfter(limit));
            if (carries) {
                keepBetween(collection);
            }
        }
        if (base.isEmpty()) {
            beforeTheFork(collections, lineage, floor);
        }
    }

    private void beforeTheFork(List<Gathered> collections, UUID lineage, CommitNumber floor) {
        Optional.ofNullable(lineages.get(lineage))
                .filter(life -> life.parent().isPresent())
                .ifPresent(life -> byCommit(
                        collections, life.parent().orElseThrow(), CommitNumber.min(floor, life.fork()), life.fork()));
    }

    private void keepBase(Gathered base) {
        reasons.keep(
                base, Kind.BASE_OF_WINDOW, "its full is what restores of the time from " + since + " on begin with");
    }

    private void keepBetween(Gathered collection) {
        boolean inside = !collection.created().isBefore(window.start())
                || collection.elements().anyMatch(window::touches);
        if (inside) {
            reasons.keep(collection, Kind.IN_WINDOW, "everything from " + since + " on must stay restorable");
        } else if (!reasons.keeps(collection)) {
            reasons.keep(
                    collection,
                    Kind.COVER,
                    "it lies between the full that restores from " + since + " on begin with" + " and that time");
        }
    }

    private static CopyRun fullOf(Gathered collection) {
        return collection.full().orElseThrow();
    }
}
