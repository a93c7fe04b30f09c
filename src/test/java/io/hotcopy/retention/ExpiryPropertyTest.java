package io.hotcopy.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.hotcopy.backupset.SetFacts;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.Retention;
import io.hotcopy.retention.StoredSet.Condition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Random schedules, in which sets expire again and again: whatever could be restored of the window before can be
 * restored afterwards, from all sets together and from those of each backup group, by planning these restores.
 */
class ExpiryPropertyTest {

    private static final int SCHEDULES = Integer.getInteger("hotcopy.schedules", 2_000);
    private static final int EVENTS = 60;

    private int asked;
    private int planned;
    private int went;
    private int made;
    private int journalsOnlyGone;

    @Test
    void whatCouldBeRestoredOfTheWindowStillCan() {
        for (long seed = 0; seed < SCHEDULES; seed++) {
            live(seed, Expiry::decide).ifPresent(lost -> fail(lost));
        }
        System.out.printf(
                "%d schedules: %d of %d sets went, %d restores asked for, %d planned, %d sets of failed fulls went%n",
                SCHEDULES, went, made, asked, planned, journalsOnlyGone);
        assertTrue(asked > 10L * SCHEDULES, "only " + asked + " restores were asked for");
        assertTrue(went > SCHEDULES, "only " + went + " sets went");
        assertTrue(journalsOnlyGone > SCHEDULES / 20, "only " + journalsOnlyGone + " sets without a full went");
    }

    /** The planted bug: what is older than the window goes. */
    @Test
    void expiryByAgeAloneIsCaught() {
        long caught = caught(ExpiryPropertyTest::byAge);
        assertTrue(caught > 20, "only " + caught + " of 200 schedules caught it");
    }

    /** Another: the base of the window stays, but what failed, was never published or is damaged goes at any age. */
    @Test
    void expiryOfAllThatIsIncompleteIsCaught() {
        long caught = caught(ExpiryPropertyTest::withoutIncomplete);
        assertTrue(caught > 8, "only " + caught + " of 200 schedules caught it");
    }

    private static long caught(Function<ExpiryRequest, ExpiryDecision> planted) {
        return IntStream.range(0, 200)
                .filter(seed -> new ExpiryPropertyTest().live(seed, planted).isPresent())
                .count();
    }

    /** @return what was lost, in words */
    private Optional<String> live(long seed, Function<ExpiryRequest, ExpiryDecision> expiry) {
        RandomLife life = new RandomLife(seed);
        Duration window = Duration.ofHours(12 + life.random().nextInt(84));
        Retention retention = Policies.window(window, 1 + life.random().nextInt(2));
        BackupPolicy policy = Policies.policy(life.groups(), Optional.of(retention), List.of());
        List<SetFacts> damaged = new ArrayList<>();
        for (int event = 1; event <= EVENTS; event++) {
            life.goOn();
            if (event % 20 == 0 || life.random().nextInt(30) == 0) {
                damage(life, damaged);
                Optional<String> lost = expire(life, policy, window, damaged, expiry);
                if (lost.isPresent()) {
                    return Optional.of(
                            "seed " + seed + ", event " + event + ", window " + window + ": lost " + lost.get());
                }
            }
        }
        made += life.database().made();
        return Optional.empty();
    }

    private static void damage(RandomLife life, List<SetFacts> damaged) {
        List<SetFacts> sets = life.database().sets();
        if (life.random().nextInt(8) == 0 && !sets.isEmpty()) {
            damaged.add(sets.get(life.random().nextInt(sets.size())));
        }
    }

    private Optional<String> expire(
            RandomLife life,
            BackupPolicy policy,
            Duration window,
            List<SetFacts> damaged,
            Function<ExpiryRequest, ExpiryDecision> expiry) {
        LivedDatabase database = life.database();
        Instant now = database.now();
        List<StoredSet> stored = database.sets().stream()
                .map(set -> isDamaged(set, damaged)
                        ? new StoredSet(set.withElements(List.of()), Condition.DAMAGED, life.usedBy(set))
                        : new StoredSet(set, Condition.SOUND, life.usedBy(set)))
                .toList();
        ExpiryDecision decision =
                expiry.apply(new ExpiryRequest(stored, List.of(policy), List.of(), database.runs(), now));
        List<SetFacts> before = sound(stored);
        decision.going().forEach(fate -> delete(fate, life));
        List<SetFacts> after =
                database.sets().stream().filter(set -> !isDamaged(set, damaged)).toList();
        count(decision);
        return lost(life, before, after, now.minus(window), now);
    }

    /** Some of these fall to a crash, after which only one of the collection's sets is gone. */
    private static void delete(Fate fate, RandomLife life) {
        List<StoredSet> sets = life.random().nextInt(10) == 0 ? fate.sets().subList(0, 1) : fate.sets();
        sets.forEach(set -> life.database().delete(set.facts()));
    }

    private void count(ExpiryDecision decision) {
        for (Fate fate : decision.fates()) {
            went += fate.goes() ? fate.sets().size() : 0;
            boolean journalsOnly = !fate.complete()
                    && fate.sets().stream()
                            .anyMatch(set -> !set.facts().elements().isEmpty());
            journalsOnlyGone += journalsOnly && fate.goes() ? 1 : 0;
        }
    }

    private Optional<String> lost(
            RandomLife life, List<SetFacts> before, List<SetFacts> after, Instant from, Instant now) {
        RestoreOracle oracle = new RestoreOracle(life.database(), life.random());
        Optional<String> lost = oracle.lost(before, after, from, now);
        for (List<Integer> group : life.groups()) {
            lost = lost.or(() -> oracle.lost(LivedDatabase.of(group, before), LivedDatabase.of(group, after), from, now)
                    .map(what -> what + " from backup group " + group));
        }
        asked += oracle.asked();
        planned += oracle.planned();
        return lost;
    }

    private static boolean isDamaged(SetFacts set, List<SetFacts> damaged) {
        return damaged.stream().anyMatch(one -> one.id().equals(set.id()));
    }

    private static List<SetFacts> sound(List<StoredSet> stored) {
        return stored.stream()
                .filter(set -> set.condition() == Condition.SOUND)
                .map(StoredSet::facts)
                .toList();
    }

    // ---- planted bugs

    private static ExpiryDecision byAge(ExpiryRequest request) {
        Instant start = Expiry.start(request);
        Stock stock = new Stock(request.sets(), request.policies());
        List<Gathered> old = stock.collections().stream()
                .filter(collection -> collection.created().isBefore(start) && !isUsed(collection))
                .filter(collection -> collection.elements().allMatch(element -> Gathered.end(element)
                        .isBefore(start)))
                .toList();
        return decision(stock, old);
    }

    private static ExpiryDecision withoutIncomplete(ExpiryRequest request) {
        Stock stock = new Stock(request.sets(), request.policies());
        List<Gathered> going = new ArrayList<>();
        ExpiryDecision right = Expiry.decide(request);
        for (Gathered collection : stock.collections()) {
            boolean goes =
                    right.going().stream().anyMatch(fate -> fate.collection().equals(collection.id()));
            boolean newest = stock.collections().indexOf(collection)
                    == stock.collections().size() - 1;
            if (goes || !collection.isComplete() && !newest && !isUsed(collection)) {
                going.add(collection);
            }
        }
        return decision(stock, going);
    }

    private static boolean isUsed(Gathered collection) {
        return collection.sets().stream().anyMatch(set -> set.usedBy().isPresent());
    }

    private static ExpiryDecision decision(Stock stock, List<Gathered> going) {
        List<Fate> fates = stock.collections().stream()
                .map(collection -> new Fate(
                        collection.id(),
                        "",
                        collection.created(),
                        collection.isComplete(),
                        collection.sets(),
                        going.contains(collection),
                        List.of()))
                .toList();
        return new ExpiryDecision(fates, new Proof(List.of()), Optional.empty(), List.of(), List.of());
    }

    // ---- what may go does go

    @Test
    void ofDailyFullsAndJournalsThatAllSucceedTheWindowStays() {
        LivedDatabase database = new LivedDatabase(List.of(List.of("SG1"), List.of("SG2")), List.of(List.of(0, 1)));
        for (int day = 0; day < 60; day++) {
            fullOf(database, 0);
            for (int hour = 0; hour < 24; hour++) {
                database.pass(Duration.ofHours(1), 3);
                database.journal(0, archive -> true);
            }
        }
        Retention week = Policies.window(Duration.ofDays(7), 2);
        ExpiryDecision decision = decided(database, List.of(List.of(0, 1)), week);
        assertEquals(7, decision.staying().size(), "the first of them begins just before the window");
        assertEquals(53, decision.going().size());
    }

    @Test
    void ofFullsOfTwoBackupGroupsByTurnsEachKeepsOneBeforeTheWindow() {
        List<List<Integer>> groups = List.of(List.of(0, 1), List.of(2));
        LivedDatabase database =
                new LivedDatabase(List.of(List.of("SG1"), List.of("SG2"), List.of("SG1", "SG2")), groups);
        for (int day = 0; day < 60; day++) {
            fullOf(database, day % 2);
            for (int hour = 0; hour < 24; hour++) {
                database.pass(Duration.ofHours(1), 3);
                database.journal(0, archive -> true);
                database.incremental(1, archive -> true);
            }
        }
        ExpiryDecision decision = decided(database, groups, Policies.window(Duration.ofDays(8), 1));
        System.out.printf(
                "by turns: %d of 60 collections stay for a window of 8 days%n",
                decision.staying().size());
        assertTrue(decision.staying().size() <= 10, decision.staying().size() + " stay");
    }

    private static void fullOf(LivedDatabase database, int group) {
        LivedDatabase.Begun full = database.beginFull(group, 1_000);
        database.pass(Duration.ofMinutes(5), 1);
        database.finishFull(full);
    }

    private static ExpiryDecision decided(LivedDatabase database, List<List<Integer>> groups, Retention retention) {
        return Expiry.decide(new ExpiryRequest(
                database.sets().stream().map(StoredSet::sound).toList(),
                List.of(Policies.policy(groups, Optional.of(retention), List.of())),
                List.of(),
                database.runs(),
                database.now()));
    }
}
