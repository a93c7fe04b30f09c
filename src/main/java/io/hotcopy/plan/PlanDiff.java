package io.hotcopy.plan;

import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.Declarations;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.HotCopyType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What an edit of policies changes: what they say, which runs and sets come of it in the days looked at, and how much
 * disk they take.
 *
 * @param days how many days were looked at
 * @param lines what is said otherwise
 * @param runs the runs of each line and backup group, when they or their number differ
 * @param sets the backup sets that are begun for each archive, when they differ
 * @param written bytes that are expected to be written in these days
 * @param kept bytes that are expected to be kept at most, by the retention
 */
public record PlanDiff(int days, List<Line> lines, List<Moves> runs, List<Moves> sets, Change written, Change kept) {

    public PlanDiff {
        lines = List.copyOf(lines);
        runs = List.copyOf(runs);
        sets = List.copyOf(sets);
    }

    /**
     * One line of a policy.
     *
     * @param policy its name; the later one, when the only policy of both has been given another name
     * @param word the line's first word, with the name that follows it
     * @param before what it said; empty when it is new
     * @param after what it says; empty when it is gone
     */
    public record Line(String policy, String word, Optional<String> before, Optional<String> after) {}

    /**
     * What becomes of the runs of one line for one backup group, or of the sets of one archive.
     *
     * @param policy as {@link Line} has it
     * @param what {@code full of "east"}, {@code archive 3}
     * @param before how many there were
     * @param after how many there are
     * @param moved how many are at another time instead
     * @param firstBefore the first one that is not there any more; empty when all are
     * @param firstAfter the first one that was not there before; empty when all were
     */
    public record Moves(
            String policy,
            String what,
            long before,
            long after,
            long moved,
            Optional<Instant> firstBefore,
            Optional<Instant> firstAfter) {

        /** How many there are more than before. */
        public long added() {
            return Math.max(0, after - before);
        }

        /** How many there are less than before. */
        public long removed() {
            return Math.max(0, before - after);
        }

        boolean isNone() {
            return before == after && moved == 0;
        }
    }

    /** Bytes before and after; empty when nobody declared how much there is, or nothing limits it. */
    public record Change(Optional<ByteSize> before, Optional<ByteSize> after) {}

    /** Whether the edit changes nothing. */
    public boolean isNone() {
        return lines.isEmpty()
                && runs.isEmpty()
                && sets.isEmpty()
                && written.before().equals(written.after())
                && kept.before().equals(kept.after());
    }

    /**
     * Policies and what is declared with them.
     *
     * @param declared everything
     * @param policies the names of those that are compared
     */
    public record Side(Declarations declared, List<String> policies) {

        List<BackupPolicy> all() {
            return policies.stream()
                    .map(name -> declared.policy(name).orElseThrow())
                    .toList();
        }
    }

    /**
     * Compares policies of the same name, or the only one of each side.
     *
     * @param from the first of the days
     * @param days at least one
     */
    public static PlanDiff of(Side before, Side after, Instant from, int days) {
        List<Line> lines = new ArrayList<>();
        RunDiff found = new RunDiff(from, days);
        pairs(before, after).forEach((name, pair) -> {
            lines.addAll(lines(name, pair));
            found.compare(name, pair.before(), pair.after());
        });
        return new PlanDiff(
                days,
                lines,
                found.runs(),
                found.sets(),
                new Change(new DiskUse(before).written(from, days), new DiskUse(after).written(from, days)),
                new Change(new DiskUse(before).kept(), new DiskUse(after).kept()));
    }

    /** A policy before and after; one of them may not be there. */
    private record Pair(Optional<BackupPolicy> before, Optional<BackupPolicy> after) {}

    private static Map<String, Pair> pairs(Side before, Side after) {
        Map<String, Pair> pairs = new LinkedHashMap<>();
        if (before.policies().size() == 1 && after.policies().size() == 1) {
            pairs.put(
                    after.policies().get(0),
                    new Pair(
                            Optional.of(before.all().get(0)),
                            Optional.of(after.all().get(0))));
            return pairs;
        }
        Set<String> names = new LinkedHashSet<>(before.policies());
        names.addAll(after.policies());
        names.forEach(name -> pairs.put(name, new Pair(find(before, name), find(after, name))));
        return pairs;
    }

    private static Optional<BackupPolicy> find(Side side, String name) {
        return side.policies().contains(name) ? side.declared().policy(name) : Optional.empty();
    }

    private static List<Line> lines(String policy, Pair pair) {
        Map<String, String> said = pair.before().map(PolicyLines::of).orElse(Map.of());
        Map<String, String> says = pair.after().map(PolicyLines::of).orElse(Map.of());
        Set<String> words = new LinkedHashSet<>(said.keySet());
        words.addAll(says.keySet());
        return words.stream()
                .filter(word -> !Objects.equals(said.get(word), says.get(word)))
                .map(word -> new Line(
                        policy, word, Optional.ofNullable(said.get(word)), Optional.ofNullable(says.get(word))))
                .toList();
    }

    /** How runs are called: {@code full of "east"}. */
    static String runs(HotCopyType type, String backupGroup) {
        return type.word() + " of \"" + backupGroup + "\"";
    }
}
