package io.hotcopy.recovery;

import io.hotcopy.backupset.SetFacts;
import io.hotcopy.term.Lineage;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds the life that a time falls into, and refuses times that no element can tell of. */
final class TimeLookup {

    private final List<SetFacts> sets;
    private final List<CopyRun> runs;
    private final LineageTree lineages;

    TimeLookup(List<SetFacts> sets) {
        this.sets = sets;
        runs = RecoveryPlanner.runs(sets);
        lineages = new LineageTree(sets);
    }

    TimeQuestion ask(Instant time) {
        TimeRefusals refuse = new TimeRefusals(time, new Restorable(lineages, runs).inWords());
        if (runs.isEmpty()) {
            throw refuse.nothing();
        }
        if (sets.stream().map(SetFacts::databaseUuid).distinct().count() > 1) {
            throw refuse.severalDatabases();
        }
        Life life = Life.of(lifeAt(time), lineages, runs);
        List<TimedPart> parts = life.timedParts();
        if (parts.stream().allMatch(part -> part.mark().isBefore(time))) {
            throw refuse.afterLastMark(newestMark(life, parts));
        }
        Lineage lineage = lineages.lineage(life.id()).orElseThrow();
        TimeQuestion question = new TimeQuestion(life, lineage, time, refuse);
        if (question.atLeast().isEmpty() && question.readings().isEmpty()) {
            throw refuse.beforeEverything(earliest(parts));
        }
        return question;
    }

    private static Optional<CommitTime> newestMark(Life life, List<TimedPart> parts) {
        Ranges whole = life.whole();
        return parts.stream()
                .map(part -> new CommitTime(part.within().through(), part.mark()))
                .filter(mark -> whole.list().stream().anyMatch(range -> range.contains(mark.commit())))
                .max(Comparator.comparing(CommitTime::time));
    }

    /** The first commit after the pin point of the earliest element that holds one, and its time. */
    private static List<CommitTime> earliest(List<TimedPart> parts) {
        return parts.stream()
                .flatMap(part -> part.part().element().times().earliest().stream()
                        .map(first -> new CommitTime(part.within().from().next(), first)))
                .min(Comparator.comparing(CommitTime::time))
                .stream()
                .toList();
    }

    /** The life that was begun last among those begun by then; the one begun first when none was. */
    private UUID lifeAt(Instant time) {
        Comparator<SetFacts> byCreation = Comparator.comparing(SetFacts::created)
                .thenComparing(set -> set.lineage().id());
        List<SetFacts> firstOfEach = sets.stream()
                .map(set -> set.lineage().id())
                .distinct()
                .map(id -> sets.stream()
                        .filter(set -> set.lineage().id().equals(id))
                        .min(byCreation)
                        .orElseThrow())
                .sorted(byCreation)
                .toList();
        return firstOfEach.stream()
                .filter(set -> !set.created().isAfter(time))
                .reduce((one, later) -> later)
                .orElse(firstOfEach.get(0))
                .lineage()
                .id();
    }
}
