package io.hotcopy.retention;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.recovery.Coverage;
import io.hotcopy.recovery.RecoveryPlanner;
import io.hotcopy.recovery.TargetRange;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.StorageGroupName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;

/** Asks the restore planner what could be restored without some collections, and compares. */
final class Prover {

    /** After so many single sets that turn out to be needed, all younger ones stay too. */
    private static final int MOST_CULPRITS = 16;

    /**
     * Sets that are looked at as if there were no others.
     *
     * @param backupGroup whose; empty for all
     * @param collections the collections
     * @param floors per lineage the commit from which on nothing may be lost
     * @param before what can be restored from all of them
     */
    private record Pool(
            Optional<String> backupGroup,
            List<Gathered> collections,
            Map<UUID, CommitNumber> floors,
            Coverage before) {}

    private final List<Pool> pools = new ArrayList<>();

    Prover(Stock stock, Window window) {
        pools.add(pool(Optional.empty(), stock.collections(), window));
        for (SortedSet<ArchiveId> archives : stock.groups()) {
            if (stock.groups().size() > 1) {
                pools.add(pool(Optional.of(stock.name(archives)), stock.of(archives), window));
            }
        }
    }

    private static Pool pool(Optional<String> backupGroup, List<Gathered> collections, Window window) {
        List<ElementFacts> elements =
                collections.stream().flatMap(Gathered::elements).toList();
        return new Pool(
                backupGroup, collections, window.floors(elements), RecoveryPlanner.coverage(Stock.facts(collections)));
    }

    /** Without these collections. */
    Proof without(Collection<Gathered> going) {
        Set<Gathered> gone = new LinkedHashSet<>(going);
        return new Proof(
                pools.stream().flatMap(pool -> lines(pool, gone).stream()).toList());
    }

    private static List<Proof.Line> lines(Pool pool, Set<Gathered> gone) {
        List<Gathered> left = pool.collections().stream()
                .filter(collection -> !gone.contains(collection))
                .toList();
        Coverage after =
                left.size() == pool.collections().size() ? pool.before() : RecoveryPlanner.coverage(Stock.facts(left));
        List<Proof.Line> lines = new ArrayList<>();
        for (Coverage.OfLineage life : pool.before().lineages()) {
            Optional<Coverage.OfLineage> then = after.lineages().stream()
                    .filter(other -> other.lineage().id().equals(life.lineage().id()))
                    .findFirst();
            Map<Optional<StorageGroupName>, List<TargetRange>> before = byGroup(life);
            before.forEach((group, ranges) -> {
                List<TargetRange> stays = then.map(of -> byGroup(of).getOrDefault(group, List.of()))
                        .orElse(List.of());
                lines.add(line(pool, life, group, ranges, stays));
            });
        }
        return lines;
    }

    private static Map<Optional<StorageGroupName>, List<TargetRange>> byGroup(Coverage.OfLineage life) {
        Map<Optional<StorageGroupName>, List<TargetRange>> byGroup = new LinkedHashMap<>();
        byGroup.put(Optional.empty(), life.whole());
        life.ranges().forEach((group, ranges) -> byGroup.put(Optional.of(group), ranges));
        return byGroup;
    }

    private static Proof.Line line(
            Pool pool,
            Coverage.OfLineage life,
            Optional<StorageGroupName> group,
            List<TargetRange> before,
            List<TargetRange> after) {
        Optional<CommitNumber> from =
                Optional.ofNullable(pool.floors().get(life.lineage().id()));
        List<TargetRange> lost =
                from.map(floor -> Lost.from(floor, before, after)).orElse(List.of());
        return new Proof.Line(pool.backupGroup(), life.lineage(), group, from, before, after, lost);
    }

    /**
     * Which of some collections must stay after all, for what must be restorable could not be restored without them.
     *
     * @param going none of which any other rule keeps
     */
    Set<Gathered> neededOf(Collection<Gathered> going) {
        List<Gathered> oldestFirst =
                going.stream().sorted(Comparator.comparing(Gathered::created)).toList();
        Set<Gathered> gone = new LinkedHashSet<>();
        Set<Gathered> needed = new LinkedHashSet<>();
        int at = 0;
        while (at < oldestFirst.size()) {
            int free = countFree(gone, oldestFirst.subList(at, oldestFirst.size()));
            gone.addAll(oldestFirst.subList(at, at + free));
            at += free;
            if (at < oldestFirst.size()) {
                int stays = needed.size() < MOST_CULPRITS ? at + 1 : oldestFirst.size();
                needed.addAll(oldestFirst.subList(at, stays));
                at = stays;
            }
        }
        if (!gone.isEmpty() && !without(gone).holds()) {
            needed.addAll(gone);
        }
        return needed;
    }

    /** How many of these, from the oldest on, can go besides those that are gone. */
    private int countFree(Set<Gathered> gone, List<Gathered> oldestFirst) {
        int possible = 0;
        int impossible = oldestFirst.size() + 1;
        int next = oldestFirst.size();
        while (possible + 1 < impossible) {
            Set<Gathered> tried = new LinkedHashSet<>(gone);
            tried.addAll(oldestFirst.subList(0, next));
            if (without(tried).holds()) {
                possible = next;
            } else {
                impossible = next;
            }
            next = (possible + impossible) >>> 1;
        }
        return possible;
    }
}
