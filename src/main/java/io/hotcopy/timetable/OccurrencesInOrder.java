package io.hotcopy.timetable;

import io.hotcopy.model.BackupPolicy;
import io.hotcopy.term.HotCopyType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SortedSet;

/** The occurrences of several recurrences, merged. A recurrence that several backup groups share is asked once. */
final class OccurrencesInOrder implements Iterator<Occurrence> {

    /** A backup group that a recurrence is for. */
    private record Turn(HotCopyType type, int group, String name) {}

    /** The next instant of one recurrence. */
    private record Next(Instant at, Recurrence recurrence, List<Turn> turns) {}

    private final Instant through;
    private final PriorityQueue<Next> next = new PriorityQueue<>(Comparator.comparing(Next::at));
    private Iterator<Occurrence> ready = List.<Occurrence>of().iterator();

    /** @param groups the places of backup groups in their policy */
    OccurrencesInOrder(
            BackupPolicy policy,
            Map<HotCopyType, List<Recurrence>> recurrences,
            SortedSet<Integer> groups,
            Instant after,
            Instant through) {
        this.through = through;
        Map<Recurrence, List<Turn>> turns = new IdentityHashMap<>();
        recurrences.forEach((type, ofGroups) -> {
            for (int group : groups) {
                String name = policy.backupGroups().get(group).name();
                turns.computeIfAbsent(ofGroups.get(group), first -> new ArrayList<>())
                        .add(new Turn(type, group, name));
            }
        });
        turns.forEach((recurrence, those) -> queue(recurrence, those, after));
    }

    private void queue(Recurrence recurrence, List<Turn> turns, Instant after) {
        Optional<Instant> at = recurrence.after(after).filter(instant -> !instant.isAfter(through));
        at.ifPresent(instant -> next.add(new Next(instant, recurrence, turns)));
    }

    @Override
    public boolean hasNext() {
        if (!ready.hasNext() && !next.isEmpty()) {
            ready = takeOne().iterator();
        }
        return ready.hasNext();
    }

    /** All of the earliest instant. */
    private List<Occurrence> takeOne() {
        Instant at = next.element().at();
        List<Turn> turns = new ArrayList<>();
        while (!next.isEmpty() && next.element().at().equals(at)) {
            Next taken = next.remove();
            turns.addAll(taken.turns());
            queue(taken.recurrence(), taken.turns(), at);
        }
        turns.sort(Comparator.comparingInt(Turn::group).thenComparing(Turn::type));
        return turns.stream()
                .map(turn -> new Occurrence(at, turn.type(), turn.name()))
                .toList();
    }

    @Override
    public Occurrence next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.next();
    }
}
