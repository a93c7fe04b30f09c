package io.hotcopy.plan;

import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.driver.RunningCopy;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.HotCopyType;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What runs on just the archives of a backup group: what it will have served when it has ended is not due meanwhile.
 *
 * @param copies at most one of each type
 */
record InHand(List<Copy> copies) {
    static final InHand NOTHING = new InHand(List.of());

    /**
     * A hot copy that has not ended.
     *
     * @param began when the first archive's began; empty when that is not known
     */
    record Copy(HotCopyType type, Optional<Instant> began) {}

    /** @param archives those of the backup group that exist */
    static InHand of(List<ArchiveFacts> archives, DatabaseFacts facts) {
        Set<ArchiveId> group = archives.stream().map(ArchiveFacts::id).collect(Collectors.toCollection(TreeSet::new));
        Map<ElementId, Set<ArchiveId>> places = new LinkedHashMap<>();
        facts.archives().forEach(archive -> archive.running()
                .forEach(copy -> places.computeIfAbsent(copy.run(), run -> new TreeSet<>())
                        .add(archive.id())));
        return new InHand(places.entrySet().stream()
                .filter(entry -> entry.getValue().equals(group))
                .map(entry -> copy(entry.getKey(), archives))
                .toList());
    }

    private static Copy copy(ElementId run, List<ArchiveFacts> archives) {
        List<RunningCopy> parts = archives.stream()
                .flatMap(archive -> archive.running().stream())
                .filter(copy -> copy.run().equals(run))
                .toList();
        Optional<Instant> began =
                parts.stream().flatMap(copy -> copy.began().stream()).min(Comparator.naturalOrder());
        return new Copy(parts.get(0).type(), began.filter(at -> parts.stream()
                .allMatch(copy -> copy.began().isPresent())));
    }

    Set<HotCopyType> types() {
        return copies.stream().map(Copy::type).collect(Collectors.toSet());
    }

    /** What runs already of that which a run would bring; a run without an instant of the schedule heals. */
    Optional<Copy> instead(LineRun run) {
        return copies.stream()
                .filter(copy -> run.occurrence()
                        .map(last -> copy.began()
                                .filter(began -> Decider.isInHand(last, run.line(), copy.type(), began))
                                .isPresent())
                        .orElseGet(() -> Decider.holds(copy.type(), run.line())))
                .findFirst();
    }

    /** The full that runs, which what has nothing to append to waits for. */
    Copy full() {
        return copies.stream()
                .filter(copy -> copy.type() == HotCopyType.FULL)
                .findFirst()
                .orElseThrow();
    }
}
