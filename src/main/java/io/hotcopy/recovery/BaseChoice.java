package io.hotcopy.recovery;

import io.hotcopy.recovery.Chain.Link;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.StorageGroupName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Chooses the base for one target, and what carries it there: that with the least to bring in. */
final class BaseChoice {

    /**
     * A base and how its archives are made.
     *
     * @param base the run of fulls
     * @param archives the archives present, each with its steps
     * @param bytes what is brought in over the base
     */
    record Choice(CopyRun base, List<ArchivePlan> archives, long bytes) {}

    private final Life life;
    private final CommitNumber target;
    private final Map<StorageGroupName, GroupCovers> covers = new HashMap<>();

    BaseChoice(Life life, CommitNumber target) {
        this.life = life;
        this.target = target;
    }

    /**
     * @param bases to choose from
     * @param needed the storage groups to be restored
     * @return empty when no base with all of them reaches the target
     */
    Optional<Choice> withAll(Collection<CopyRun> bases, Set<StorageGroupName> needed) {
        return best(bases.stream()
                .filter(base -> base.storageGroups().containsAll(needed))
                .toList());
    }

    /** As above, but that with the fewest groups missing, if none has all. */
    Optional<Choice> withMost(Collection<CopyRun> bases, Set<StorageGroupName> needed) {
        TreeMap<Long, List<CopyRun>> byMissing =
                new TreeMap<>(bases.stream().collect(Collectors.groupingBy(base -> needed.stream()
                        .filter(group -> !base.storageGroups().contains(group))
                        .count())));
        return byMissing.values().stream()
                .map(this::best)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Choice> best(Collection<CopyRun> bases) {
        Optional<CopyRun> direct = bases.stream()
                .filter(base -> life.targets(base).contains(target))
                .max(leastRedo());
        if (direct.isPresent()) {
            return direct.map(base -> new Choice(base, base.present(), 0));
        }
        Map<Set<StorageGroupName>, List<CopyRun>> alike =
                bases.stream().filter(this::isBefore).collect(Collectors.groupingBy(CopyRun::storageGroups));
        Optional<Choice> best = Optional.empty();
        for (List<CopyRun> sameGroups : alike.values()) {
            best = bestOf(sameGroups, best);
        }
        return best;
    }

    private boolean isBefore(CopyRun base) {
        return life.canBeCarriedOn(base) && target.isAfter(base.cut());
    }

    /** Where a base cannot be carried on, none that was cut before it can: what serves the earlier serves the later. */
    private Optional<Choice> bestOf(List<CopyRun> sameGroups, Optional<Choice> before) {
        Optional<Choice> best = before;
        List<CopyRun> newestFirst =
                sameGroups.stream().sorted(newer().reversed()).toList();
        for (CopyRun base : newestFirst) {
            Bill bill = new Bill(best.map(Choice::bytes).orElse(Long.MAX_VALUE));
            SortedMap<StorageGroupName, Chain> broken = new TreeMap<>();
            List<ArchivePlan> archives = carried(base, bill, broken);
            if (broken.values().stream().anyMatch(chain -> chain.isBroken())) {
                return best;
            }
            if (broken.isEmpty() && isBetter(base, bill, best)) {
                best = Optional.of(new Choice(base, archives, bill.bytes()));
            }
        }
        return best;
    }

    private boolean isBetter(CopyRun base, Bill bill, Optional<Choice> best) {
        return best.map(choice -> bill.bytes() < choice.bytes()
                        || bill.bytes() == choice.bytes() && newer().compare(base, choice.base()) > 0)
                .orElse(true);
    }

    /** How far each storage group of a base can be carried; only those that do not reach the target. */
    SortedMap<StorageGroupName, Long> brokenAt(CopyRun base) {
        SortedMap<StorageGroupName, Chain> broken = new TreeMap<>();
        carried(base, new Bill(Long.MAX_VALUE), broken);
        SortedMap<StorageGroupName, Long> reached = new TreeMap<>();
        broken.forEach((group, chain) -> reached.put(group, chain.reached()));
        return reached;
    }

    private List<ArchivePlan> carried(CopyRun base, Bill bill, SortedMap<StorageGroupName, Chain> broken) {
        List<ArchivePlan> archives = new ArrayList<>();
        for (ArchivePlan archive : base.present()) {
            bill.nextArchive();
            SortedMap<StorageGroupName, List<Link>> chains = new TreeMap<>();
            for (StorageGroupName group : archive.base().covers().keySet()) {
                Chain chain = covers(group).chain(new Part(archive.set(), archive.base()), bill);
                chains.put(group, chain.links());
                if (!chain.isComplete()) {
                    broken.put(group, chain);
                }
            }
            archives.add(new ArchivePlan(
                    archive.set(), archive.base(), broken.isEmpty() ? StepOrder.of(chains) : List.of()));
        }
        return archives;
    }

    private GroupCovers covers(StorageGroupName group) {
        return covers.computeIfAbsent(group, of -> new GroupCovers(life.spans(of), target.value()));
    }

    private static Comparator<CopyRun> newer() {
        return RecoveryPlanner.newer();
    }

    /** At a cut the content is known and nothing need be dropped; else the least redo; then the newest. */
    private Comparator<CopyRun> leastRedo() {
        return Comparator.comparing((CopyRun run) -> run.cut().equals(target))
                .thenComparing(run -> run.targets().first())
                .thenComparing(CopyRun::ended)
                .thenComparing(run -> run.id().value());
    }
}
