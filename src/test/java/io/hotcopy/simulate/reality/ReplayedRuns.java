package io.hotcopy.simulate.reality;

import io.hotcopy.model.BackupGroup;
import io.hotcopy.model.Database;
import io.hotcopy.plan.PastRun;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.StorageGroupName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What can be restored after the runs that really were, told in the plainest way: by going from each full as far as
 * elements lead. It knows no set, only the ledger; so it tests the reading of sets, not the decisions.
 */
final class ReplayedRuns implements PromisedRanges {

    /** One archive's part of a hot copy; {@code lost} is empty as long as it is not. */
    private static final class Element {
        private final Instant at;
        private final ArchiveId archive;
        private final HotCopyType type;
        private final Instant from;
        private final boolean shared;
        private Optional<Instant> lost = Optional.empty();

        private Element(Instant at, ArchiveId archive, HotCopyType type, Instant from, boolean shared) {
            this.at = at;
            this.archive = archive;
            this.type = type;
            this.from = from;
            this.shared = shared;
        }

        private boolean isThere(Instant when) {
            return !at.isAfter(when) && lost.filter(gone -> !gone.isAfter(when)).isEmpty();
        }
    }

    private final Database database;
    private final SortedSet<Instant> rounds;
    private final List<List<Element>> runs = new ArrayList<>();
    private final Map<ArchiveId, Instant> lastOfSet = new HashMap<>();
    private final Map<ArchiveId, Instant> lastOfJournals = new HashMap<>();
    private final Set<ArchiveId> suspended = new HashSet<>();
    private final Set<Object> known = new HashSet<>();

    ReplayedRuns(SmallWorld world, RealHistory history) {
        this.database = world.database();
        this.rounds = history.rounds().all();
        for (Happening happening : history.happenings()) {
            if (happening instanceof Happening.Ran ran) {
                replay(ran, world);
            } else if (happening instanceof Happening.Synced synced) {
                suspended.add(synced.archive());
            } else if (happening instanceof Happening.SetsLost lost) {
                lose(lost);
            }
        }
    }

    private void lose(Happening.SetsLost lost) {
        runs.stream()
                .flatMap(List::stream)
                .filter(element -> !element.shared && lost.archives().contains(element.archive))
                .filter(element -> element.lost.isEmpty())
                .forEach(element -> element.lost = Optional.of(lost.at()));
    }

    /** Several lines may have been served by one run. */
    private void replay(Happening.Ran ran, SmallWorld world) {
        PastRun run = ran.run();
        if (run.succeeded() && known.add(run.id().orElseThrow())) {
            BackupGroup group = world.policy().backupGroup(run.backupGroup()).orElseThrow();
            runs.add(group.archives().stream()
                    .map(archive -> element(ran.at(), archive, run.type(), group.shared()))
                    .toList());
        }
    }

    private Element element(Instant at, ArchiveId archive, HotCopyType type, boolean shared) {
        if (type == HotCopyType.JOURNAL) {
            return new Element(at, archive, type, lastOfJournals.put(archive, at), shared);
        }
        Instant before = lastOfSet.put(archive, at);
        if (suspended.remove(archive) || !lastOfJournals.containsKey(archive)) {
            lastOfJournals.put(archive, at);
        }
        return new Element(at, archive, type, type == HotCopyType.FULL ? at : before, shared);
    }

    @Override
    public Promise at(Instant instant) {
        SortedMap<StorageGroupName, List<Span>> groups = new TreeMap<>();
        SortedSet<Instant> whole = new TreeSet<>(rounds);
        for (StorageGroupName group : database.storageGroups()) {
            SortedSet<Instant> reached = reached(group, instant);
            groups.put(group, spans(reached));
            whole.retainAll(reached);
        }
        return new Promise(groups, spans(whole));
    }

    private static List<Span> spans(SortedSet<Instant> each) {
        return each.stream().map(at -> new Span(at, at)).toList();
    }

    private SortedSet<Instant> reached(StorageGroupName group, Instant instant) {
        SortedSet<Instant> reached = new TreeSet<>();
        runs.stream()
                .filter(run -> run.stream().allMatch(element -> element.type == HotCopyType.FULL))
                .filter(run -> run.stream().allMatch(element -> element.isThere(instant)))
                .forEach(run -> reached.add(run.get(0).at));
        List<Element> steps = runs.stream()
                .flatMap(List::stream)
                .filter(element -> element.isThere(instant))
                .filter(element -> database.archivesServing(group).contains(element.archive))
                .toList();
        int before;
        do {
            before = reached.size();
            steps.forEach(step -> step(step, reached));
        } while (reached.size() > before);
        return reached;
    }

    private void step(Element step, SortedSet<Instant> reached) {
        Instant behind = step.at.plusMillis(1);
        SortedSet<Instant> starts = reached.subSet(step.from, behind);
        if (!starts.isEmpty()) {
            reached.addAll(
                    step.type == HotCopyType.JOURNAL
                            ? new TreeSet<>(rounds.subSet(starts.first(), behind))
                            : Set.of(step.at));
        }
    }
}
