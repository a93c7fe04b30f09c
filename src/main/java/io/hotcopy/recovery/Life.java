package io.hotcopy.recovery;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.CommitRange;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.Lineage;
import io.hotcopy.term.StorageGroupName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * What the sets hold of one life of the database: its own elements, and those of other lineages as far as their commits
 * are the same, that is up to the fork. A base that goes beyond the fork serves targets up to the fork and is carried
 * no further, an incremental that goes beyond it is of no use, a journal is used in part.
 */
final class Life {

    private final UUID id;
    private final LineageTree lineages;
    private final List<CopyRun> believed = new ArrayList<>();
    private final List<CopyRun> bases = new ArrayList<>();
    private final SortedMap<StorageGroupName, List<Span>> spans = new TreeMap<>();
    private final Map<UUID, Optional<CommitNumber>> shared = new HashMap<>();
    private final ServedGroups served;

    private Life(UUID id, LineageTree lineages, Collection<CopyRun> runs, Predicate<CopyRun> believable) {
        this.id = id;
        this.lineages = lineages;
        List<CopyRun> own = runs.stream().filter(run -> shared(run).isPresent()).toList();
        own.stream().filter(believable).forEach(believed::add);
        believed.forEach(this::addSpans);
        spans.values().forEach(list -> list.sort(Comparator.comparingLong(Span::from)));
        served = new ServedGroups(
                own.stream().filter(run -> !run.cut().isAfter(limit(run))).toList());
    }

    /** A life as it may be restored: of whole fulls, and of all covers that nothing speaks against. */
    static Life of(UUID id, LineageTree lineages, Collection<CopyRun> runs) {
        Life life = new Life(id, lineages, runs, run -> run.contradiction().isEmpty());
        life.believed.stream()
                .filter(run -> run.isFull() && run.isUsable())
                .filter(run -> !run.targets().first().isAfter(life.limit(run)))
                .forEach(life.bases::add);
        return life;
    }

    /** The same life if nothing were damaged and no member missing: to tell what a refusal is due to. */
    static Life ofAll(UUID id, LineageTree lineages, Collection<CopyRun> runs) {
        Life life = new Life(id, lineages, runs, run -> true);
        life.believed.stream()
                .filter(run -> run.isFull() && !run.present().isEmpty())
                .filter(run -> !run.targets().first().isAfter(life.limit(run)))
                .forEach(life.bases::add);
        return life;
    }

    private void addSpans(CopyRun run) {
        long limit = limit(run).value();
        for (ArchivePlan archive : run.present()) {
            Part part = new Part(archive.set(), archive.base());
            archive.base().covers().forEach((group, covers) -> span(part, covers, limit)
                    .ifPresent(span -> spans.computeIfAbsent(group, absent -> new ArrayList<>())
                            .add(span)));
        }
    }

    private static Optional<Span> span(Part part, CommitRange covers, long limit) {
        boolean whole = part.element().type() == HotCopyType.INCREMENTAL;
        long through = Math.min(covers.through().value(), limit);
        boolean useless =
                covers.from().value() >= through || whole && covers.through().value() > limit;
        return useless
                ? Optional.empty()
                : Optional.of(new Span(part, covers.from().value(), through));
    }

    /** The elements, for their clock readings; those without one commit of this life are left out. */
    List<TimedPart> timedParts() {
        List<TimedPart> timed = new ArrayList<>();
        for (CopyRun run : believed) {
            for (ArchivePlan archive : run.present()) {
                SortedMap<StorageGroupName, CommitRange> covers = new TreeMap<>();
                archive.base().covers().forEach((group, range) -> {
                    if (!range.from().isAfter(limit(run))) {
                        covers.put(group, new CommitRange(range.from(), CommitNumber.min(range.through(), limit(run))));
                    }
                });
                if (!covers.isEmpty()) {
                    timed.add(new TimedPart(new Part(archive.set(), archive.base()), hull(covers.values()), covers));
                }
            }
        }
        return timed;
    }

    private static CommitRange hull(Collection<CommitRange> ranges) {
        return new CommitRange(
                ranges.stream()
                        .map(CommitRange::from)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                ranges.stream()
                        .map(CommitRange::through)
                        .max(Comparator.naturalOrder())
                        .orElseThrow());
    }

    UUID id() {
        return id;
    }

    /** The fulls that a restore may begin with. */
    List<CopyRun> bases() {
        return List.copyOf(bases);
    }

    ServedGroups served() {
        return served;
    }

    List<Span> spans(StorageGroupName group) {
        return spans.getOrDefault(group, List.of());
    }

    /** The commits that a base gives by itself. */
    TargetRange targets(CopyRun base) {
        return new TargetRange(base.targets().first(), CommitNumber.min(base.cut(), limit(base)));
    }

    /** Whether covers may follow on a base: not when it holds commits of another life. */
    boolean canBeCarriedOn(CopyRun base) {
        return !base.cut().isAfter(limit(base));
    }

    /** Whether anything was copied of this life at or after a commit. */
    boolean hasElementsAt(CommitNumber commit) {
        return believed.stream().anyMatch(run -> !commit.isAfter(CommitNumber.min(run.cut(), limit(run))));
    }

    /** The content of storage groups at a commit, as far as an element with its cut there tells. */
    SortedMap<StorageGroupName, Fingerprint> contentAt(CommitNumber commit) {
        SortedMap<StorageGroupName, Fingerprint> content = new TreeMap<>();
        believed.stream()
                .filter(run -> run.cut().equals(commit) && !commit.isAfter(limit(run)))
                .flatMap(run -> run.present().stream())
                .forEach(part -> part.base().fingerprints().forEach(content::putIfAbsent));
        return content;
    }

    /**
     * What a restored archive says it belongs to: of the lineages of the elements used the first, the base's if it may
     * be, in which the target is the same commit as in this life.
     */
    Lineage lineageFor(List<ArchivePlan> archives, CommitNumber target) {
        UUID home = lineages.home(id, target);
        return archives.stream()
                .flatMap(ArchivePlan::elements)
                .map(ElementFacts::lineage)
                .filter(used -> lineages.home(used.id(), target).equals(home))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no element used belongs to lineage " + id));
    }

    /** Archives that serve a group. */
    List<ArchiveId> archivesOf(StorageGroupName group) {
        return served.archivesOf(group);
    }

    /** Every commit at which all storage groups the database had there can be restored together. */
    Ranges whole() {
        SortedMap<CommitNumber, SortedSet<StorageGroupName>> had = served.changes();
        Ranges whole = Ranges.NONE;
        for (Map.Entry<Set<StorageGroupName>, List<CopyRun>> alike :
                basesByGroups().entrySet()) {
            whole = whole.with(together(alike.getKey(), alike.getValue()).within(complete(alike.getKey(), had)));
        }
        return whole;
    }

    /** Every commit at which the storage groups of some base can be restored together. */
    Ranges part() {
        Ranges part = Ranges.NONE;
        for (Map.Entry<Set<StorageGroupName>, List<CopyRun>> alike :
                basesByGroups().entrySet()) {
            part = part.with(together(alike.getKey(), alike.getValue()));
        }
        return part;
    }

    /** Every commit at which one group can be restored. */
    Ranges of(StorageGroupName group) {
        return together(
                Set.of(group),
                bases.stream()
                        .filter(base -> base.storageGroups().contains(group))
                        .toList());
    }

    /** The groups of all bases. */
    Set<StorageGroupName> storageGroups() {
        Set<StorageGroupName> groups = new HashSet<>();
        bases.forEach(base -> groups.addAll(base.storageGroups()));
        return groups;
    }

    /** The bases, those with the same storage groups together. */
    Map<Set<StorageGroupName>, List<CopyRun>> basesByGroups() {
        Map<Set<StorageGroupName>, List<CopyRun>> alike = new HashMap<>();
        bases.forEach(base -> alike.computeIfAbsent(base.storageGroups(), absent -> new ArrayList<>())
                .add(base));
        return alike;
    }

    private Ranges together(Set<StorageGroupName> groups, List<CopyRun> from) {
        List<CommitNumber> starts =
                from.stream().filter(this::canBeCarriedOn).map(CopyRun::cut).toList();
        Ranges reached = Ranges.of(List.of(new TargetRange(CommitNumber.ZERO, Ranges.END)));
        for (StorageGroupName group : groups) {
            reached = reached.within(Reach.of(spans(group), starts));
        }
        return reached.with(Ranges.of(from.stream().map(this::targets).toList()));
    }

    /** Where the database had no other storage groups than these. */
    private static Ranges complete(
            Set<StorageGroupName> groups, SortedMap<CommitNumber, SortedSet<StorageGroupName>> had) {
        List<TargetRange> complete = new ArrayList<>();
        CommitNumber from = CommitNumber.ZERO;
        boolean enough = true;
        for (Map.Entry<CommitNumber, SortedSet<StorageGroupName>> change : had.entrySet()) {
            if (enough && !change.getKey().equals(CommitNumber.ZERO)) {
                complete.add(
                        new TargetRange(from, new CommitNumber(change.getKey().value() - 1)));
            }
            from = change.getKey();
            enough = groups.containsAll(change.getValue());
        }
        if (enough) {
            complete.add(new TargetRange(from, Ranges.END));
        }
        return Ranges.of(complete);
    }

    /** The highest commit that a run's lineage has in common with this life. */
    private CommitNumber limit(CopyRun run) {
        return shared(run).orElseThrow();
    }

    private Optional<CommitNumber> shared(CopyRun run) {
        return shared.computeIfAbsent(run.lineage().id(), other -> lineages.shared(id, other));
    }
}
