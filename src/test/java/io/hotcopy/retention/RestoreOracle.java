package io.hotcopy.retention;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.recovery.Coverage;
import io.hotcopy.recovery.RecoveryPlanner;
import io.hotcopy.recovery.RestoreRefusedException;
import io.hotcopy.recovery.RestoreTarget.ToCommit;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.CommitRange;
import io.hotcopy.term.Lineage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;

/**
 * Asks for restores before and after, as people would: of commits that were made in a window by the clock that made
 * them, and of the state that the window began with. It knows nothing of how retention decides.
 */
final class RestoreOracle {

    /** Restores that are planned, of each lineage; of the other edges the coverage is asked. */
    private static final int PLANNED = 3;

    private final LivedDatabase database;
    private final Random random;
    private int asked;
    private int planned;

    RestoreOracle(LivedDatabase database, Random random) {
        this.database = database;
        this.random = random;
    }

    /** How many restores were possible before, and so were asked for afterwards. */
    int asked() {
        return asked;
    }

    /** How many of them were planned. */
    int planned() {
        return planned;
    }

    /** A restore that was possible and is not any more, in words; empty when there is none among those asked for. */
    Optional<String> lost(List<SetFacts> before, List<SetFacts> after, Instant from, Instant now) {
        if (before.equals(after)) {
            return Optional.empty();
        }
        Coverage could = RecoveryPlanner.coverage(before);
        Coverage can = RecoveryPlanner.coverage(after);
        for (Lineage lineage : database.lineages()) {
            int plans = 0;
            for (long number : samples(before, lineage, from, now)) {
                CommitNumber commit = new CommitNumber(number);
                if (could.containsWhole(lineage, commit)) {
                    asked++;
                    boolean plan = plans < PLANNED && isOnlyIn(lineage, number);
                    plans += plan ? 1 : 0;
                    if (plan ? !plans(after, commit) : !can.containsWhole(lineage, commit)) {
                        return Optional.of("commit " + commit + " of lineage " + lineage);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Edges of elements, and any others. */
    private List<Long> samples(Collection<SetFacts> sets, Lineage lineage, Instant from, Instant now) {
        CommitRange made = database.made(lineage);
        TreeSet<Long> candidates = new TreeSet<>();
        sets.stream()
                .filter(set -> set.lineage().equals(lineage))
                .flatMap(set -> set.elements().stream())
                .forEach(element -> edges(element, candidates));
        long count = made.through().value() - made.from().value();
        for (int any = 0; any < 6 && count > 0; any++) {
            candidates.add(made.from().value() + 1 + random.nextLong(count));
        }
        List<Long> samples = new ArrayList<>(candidates.stream()
                .filter(commit -> commit > lineage.fork().value())
                .filter(commit -> commit <= made.through().value())
                .filter(commit -> isAsked(sets, lineage, commit, from, now))
                .toList());
        Collections.shuffle(samples, random);
        return samples;
    }

    private static void edges(ElementFacts element, TreeSet<Long> candidates) {
        for (long edge : List.of(element.pinPoint().value(), element.cut().value())) {
            candidates.addAll(List.of(edge - 1, edge, edge + 1));
        }
    }

    private boolean isAsked(Collection<SetFacts> sets, Lineage lineage, long commit, Instant from, Instant now) {
        return isInside(lineage, commit, from, now)
                || commit < database.made(lineage).through().value()
                        && isInside(lineage, commit + 1, from, now)
                        && isCopied(sets, lineage, commit + 1);
    }

    private boolean isInside(Lineage lineage, long commit, Instant from, Instant now) {
        Instant label = database.label(lineage, commit);
        return !label.isBefore(from) && !label.isAfter(now);
    }

    private static boolean isCopied(Collection<SetFacts> sets, Lineage lineage, long commit) {
        return sets.stream()
                .filter(set -> set.lineage().equals(lineage))
                .flatMap(set -> set.elements().stream())
                .flatMap(element -> element.covers().values().stream())
                .anyMatch(range -> range.from().value() < commit
                        && commit <= range.through().value());
    }

    /** Elsewhere it may mean another commit, and a plan of it would have to be told which. */
    private boolean isOnlyIn(Lineage lineage, long commit) {
        return database.lineages().stream()
                .filter(other -> !other.equals(lineage))
                .noneMatch(other -> database.made(other).contains(new CommitNumber(commit)));
    }

    private boolean plans(List<SetFacts> sets, CommitNumber commit) {
        planned++;
        try {
            RecoveryPlanner.plan(sets, new ToCommit(commit));
            return true;
        } catch (RestoreRefusedException refused) {
            return false;
        }
    }
}
