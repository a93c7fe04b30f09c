package io.hotcopy.retention;

import io.hotcopy.backupset.SetFacts;
import io.hotcopy.retention.LivedDatabase.Begun;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntPredicate;

/**
 * A random schedule of one database: fulls, incrementals and journals of one to three backup groups, most of which
 * succeed; fulls that fail, are cancelled, or are published of some archives only, and journals that go into their
 * sets; clocks that are set; suspensions; restores after which the database lives on.
 */
final class RandomLife {

    private static final List<List<String>> SERVES = List.of(
            List.of("SG1", "SG2"),
            List.of("SG3"),
            List.of("SG1", "SG3"),
            List.of("SG2", "SG3"),
            List.of("SG1", "SG2", "SG3"));
    private static final List<List<List<Integer>>> GROUPINGS = List.of(
            List.of(List.of(4)),
            List.of(List.of(0, 1)),
            List.of(List.of(0, 1), List.of(2, 3)),
            List.of(List.of(0, 1), List.of(4)),
            List.of(List.of(0, 2), List.of(1, 3), List.of(4)));

    private final Random random;
    private final List<List<Integer>> groups;
    private final LivedDatabase database;
    private final int trouble;
    private Optional<Begun> running = Optional.empty();

    RandomLife(long seed) {
        random = new Random(seed);
        groups = GROUPINGS.get(random.nextInt(GROUPINGS.size()));
        database = new LivedDatabase(SERVES, groups);
        trouble = random.nextInt(3) == 0 ? 0 : 4 + random.nextInt(12);
        database.pass(Duration.ofHours(1), 5);
    }

    LivedDatabase database() {
        return database;
    }

    List<List<Integer>> groups() {
        return groups;
    }

    Random random() {
        return random;
    }

    /** Who writes into a set now: the full that makes it. */
    Optional<String> usedBy(SetFacts set) {
        return running.filter(full -> full.run().equals(set.collection())).map(full -> "hot copy " + full.run());
    }

    /** Something happens, and some hours pass. */
    void goOn() {
        int chance = random.nextInt(100);
        if (chance < 22) {
            full();
        } else if (chance < 40) {
            database.incremental(anyGroup(), outcome());
        } else if (chance < 86) {
            database.journal(anyGroup(), outcome());
        } else {
            mishap();
        }
        pass();
    }

    /** A full lasts until the next event that concerns fulls; journals may come in between. */
    private void full() {
        if (running.isEmpty()) {
            running = Optional.of(database.beginFull(anyGroup(), behind()));
            return;
        }
        Begun full = running.orElseThrow();
        running = Optional.empty();
        if (!happens(trouble)) {
            database.finishFull(full);
        } else if (random.nextInt(4) == 0) {
            database.cancelFull(full);
        } else {
            database.failFull(full, random.nextBoolean() ? archive -> false : outcome());
        }
    }

    /** The files of a small database may never have been written before. */
    private long behind() {
        return random.nextInt(8) == 0 ? random.nextInt(60) : random.nextInt(4);
    }

    private void mishap() {
        switch (random.nextInt(trouble == 0 ? 1 : 12)) {
            case 1, 2, 3, 4 -> database.suspend(random.nextInt(SERVES.size()));
            case 5 -> database.step(Duration.ofMinutes(random.nextInt(4_000) - 2_000));
            case 6 -> {
                if (running.isEmpty()) {
                    database.restore(Math.max(0, database.commit() - random.nextInt(25)));
                }
            }
            default -> pass();
        }
    }

    private void pass() {
        int commits = random.nextInt(4) == 0 ? 0 : random.nextInt(5);
        database.pass(Duration.ofMinutes(10 + random.nextInt(360)), commits);
    }

    private int anyGroup() {
        return random.nextInt(groups.size());
    }

    /** Mostly all members, seldom only some. */
    private IntPredicate outcome() {
        int lost = happens(trouble) ? random.nextInt(SERVES.size()) : -1;
        return archive -> archive != lost;
    }

    private boolean happens(int percent) {
        return random.nextInt(100) < percent;
    }
}
