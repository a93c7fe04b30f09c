package io.hotcopy.simulate.reality;

import io.hotcopy.backupset.SetFacts;
import io.hotcopy.embedded.Flushing;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.verb.SteeredDomain;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Plays a small world with a real domain, whose clock is set from instant to instant. At one instant what was wrong
 * ends, then what goes wrong begins, then there are commits, then {@code backup POLICY} is run as cron would run it:
 * its failures concern nobody. While the database is stopped nothing is committed and nothing is run.
 */
final class RealWorld implements AutoCloseable {

    private final SmallWorld world;
    private final SteppedClock clock;
    private final SteeredDomain domain;
    private final RealHistory history;
    private final RealFailure failure;
    private final ProgressListener spoiler;
    private final Set<Instant> backups;
    private final SetsOnDisk sets;

    private RealWorld(SmallWorld world) {
        this.world = world;
        this.clock = new SteppedClock(world.begin().minusSeconds(60));
        this.domain = new SteeredDomain(world.directory(), world.declared(), clock, new Random(world.seed()));
        this.history = new RealHistory(new WrittenRows(new SplittableRandom(world.seed())));
        this.failure = new RealFailure(world, domain, history.happenings()::add);
        this.spoiler = SpoiledRun.of(world, clock);
        this.backups = Set.copyOf(world.backups());
        this.sets = new SetsOnDisk(world.directory().resolve("backups"));
    }

    /** Starts its domain. */
    static RealWorld of(SmallWorld world) throws IOException {
        Files.createDirectories(world.directory().resolve("backups"));
        RealWorld real = new RealWorld(world);
        real.domain.start();
        real.history.rows().createTables(real.domain.database());
        return real;
    }

    /** Plays it to its end. */
    RealHistory play() {
        moments().forEach(this::pass);
        return history;
    }

    /** The sets that {@code restore} chooses from. */
    List<SetFacts> sets() {
        return domain.sets();
    }

    /** All instants at which anything happens: also between two backups there are commits. */
    private List<Instant> moments() {
        TreeSet<Instant> all = new TreeSet<>(backups);
        all.addAll(failures());
        List<Instant> known = new ArrayList<>(all);
        for (int index = 1; index < known.size(); index++) {
            Duration gap = Duration.between(known.get(index - 1), known.get(index));
            all.add(known.get(index - 1).plus(gap.dividedBy(2)).truncatedTo(ChronoUnit.SECONDS));
        }
        return all.stream().filter(at -> !at.isAfter(world.end())).toList();
    }

    private List<Instant> failures() {
        return Stream.of(world.failure().from(), world.failure().to())
                .flatMap(Optional::stream)
                .toList();
    }

    private void pass(Instant at) {
        clock.set(at);
        failure.pass(at);
        if (domain.isStarted()) {
            history.rounds().add(at, history.rows().write(domain.database()));
            if (backups.contains(at)) {
                backUp(at);
            }
        }
        if (backups.contains(at) || failures().contains(at)) {
            history.restorable().put(at, Restorable.found(sets.read(), history.rounds()));
        }
    }

    /** What is committed is in the files, so that a full gives no state from before it began. */
    private void backUp(Instant at) {
        Flushing.flush(domain.database());
        try {
            domain.backup(world.policy().name(), spoiler);
        } catch (HotCopyException failed) {
            history.happenings().add(new Happening.Told(at, "backups failed"));
        }
        domain.runs(at).forEach(run -> history.happenings().add(new Happening.Ran(at, run)));
    }

    @Override
    public void close() {
        domain.close();
    }
}
