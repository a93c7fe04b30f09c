package io.hotcopy.plan;

import io.hotcopy.model.BackupGroup;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.plan.PlanDiff.Moves;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.timetable.Occurrence;
import io.hotcopy.timetable.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Lays the runs of a policy before and after an edit side by side, an instant at a time, and counts. */
final class RunDiff {
    private final Instant from;
    private final Instant through;
    private final List<Moves> runs = new ArrayList<>();
    private final List<Moves> sets = new ArrayList<>();

    RunDiff(Instant from, int days) {
        this.from = from;
        this.through = from.plus(Duration.ofDays(days));
    }

    List<Moves> runs() {
        return runs;
    }

    List<Moves> sets() {
        return sets;
    }

    /** Adds what differs between two policies, of which one may not be there. */
    void compare(String policy, Optional<BackupPolicy> before, Optional<BackupPolicy> after) {
        Map<String, Count> ofRuns = new LinkedHashMap<>();
        Map<String, Count> ofSets = new LinkedHashMap<>();
        Side one = new Side(before);
        Side other = new Side(after);
        while (one.hasNext() || other.hasNext()) {
            Instant at = one.earlier(other);
            List<Occurrence> then = one.take(at);
            List<Occurrence> now = other.take(at);
            count(ofRuns, at, runs(then), runs(now));
            count(ofSets, at, one.sets(then), other.sets(now));
        }
        ofRuns.forEach((what, count) -> count.moves(policy, what).ifPresent(runs::add));
        ofSets.forEach((what, count) -> count.moves(policy, what).ifPresent(sets::add));
    }

    private static Set<String> runs(List<Occurrence> occurrences) {
        Set<String> names = new LinkedHashSet<>();
        occurrences.forEach(run -> names.add(PlanDiff.runs(run.type(), run.backupGroup())));
        return names;
    }

    private static void count(Map<String, Count> counts, Instant at, Set<String> then, Set<String> now) {
        Stream.concat(then.stream(), now.stream()).distinct().forEach(what -> counts.computeIfAbsent(
                        what, first -> new Count())
                .add(at, then.contains(what), now.contains(what)));
    }

    /** The runs of one policy, an instant at a time. */
    private final class Side {
        private final Optional<BackupPolicy> policy;
        private final Iterator<Occurrence> occurrences;
        private Occurrence next;

        Side(Optional<BackupPolicy> policy) {
            this.policy = policy;
            this.occurrences = policy.map(Timetable::of)
                    .map(times -> times.stream(from, through))
                    .orElse(Stream.empty())
                    .iterator();
            advance();
        }

        private void advance() {
            next = occurrences.hasNext() ? occurrences.next() : null;
        }

        boolean hasNext() {
            return next != null;
        }

        Instant earlier(Side other) {
            if (!hasNext() || !other.hasNext()) {
                return hasNext() ? next.at() : other.next.at();
            }
            return next.at().isBefore(other.next.at()) ? next.at() : other.next.at();
        }

        List<Occurrence> take(Instant at) {
            List<Occurrence> taken = new ArrayList<>();
            while (hasNext() && next.at().equals(at)) {
                taken.add(next);
                advance();
            }
            return taken;
        }

        /** Every full begins a set of each archive. */
        Set<String> sets(List<Occurrence> runs) {
            Set<String> archives = new LinkedHashSet<>();
            runs.stream()
                    .filter(run -> run.type() == HotCopyType.FULL)
                    .flatMap(run -> policy.orElseThrow().backupGroup(run.backupGroup()).stream())
                    .map(BackupGroup::archives)
                    .flatMap(List<ArchiveId>::stream)
                    .forEach(archive -> archives.add("archive " + archive));
            return archives;
        }
    }

    /** How many there are before, after, and at the same time. */
    private static final class Count {
        private long before;
        private long after;
        private long same;
        private Instant firstBefore;
        private Instant firstAfter;

        void add(Instant at, boolean then, boolean now) {
            before += then ? 1 : 0;
            after += now ? 1 : 0;
            same += then && now ? 1 : 0;
            firstBefore = firstBefore == null && then && !now ? at : firstBefore;
            firstAfter = firstAfter == null && now && !then ? at : firstAfter;
        }

        Optional<Moves> moves(String policy, String what) {
            Moves moves = new Moves(
                    policy,
                    what,
                    before,
                    after,
                    Math.min(before, after) - same,
                    Optional.ofNullable(firstBefore),
                    Optional.ofNullable(firstAfter));
            return moves.isNone() ? Optional.empty() : Optional.of(moves);
        }
    }
}
