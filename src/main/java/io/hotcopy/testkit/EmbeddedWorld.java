package io.hotcopy.testkit;

import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.embedded.EmbeddedArchiveFormat;
import io.hotcopy.embedded.EmbeddedSettings;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.Declarations;
import io.hotcopy.plan.Planner;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.restore.ArchiveFormats;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.verb.BackupResult;
import io.hotcopy.verb.Confirmation;
import io.hotcopy.verb.PlanResult;
import io.hotcopy.verb.ProblemsException;
import io.hotcopy.verb.ShowResult;
import io.hotcopy.verb.ShowTopic;
import io.hotcopy.verb.StartRequest;
import io.hotcopy.verb.StorageManagerRequest;
import io.hotcopy.verb.VerbSurroundings;
import io.hotcopy.verb.Verbs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** A domain that really runs, below a directory, by the verbs that shell and scripts use. */
final class EmbeddedWorld implements World {
    private static final long SEED = 5;
    private static final Confirmation YES = preview -> true;

    /** Little memory: specifications run side by side with others. */
    private static final EmbeddedSettings SMALL = new EmbeddedSettings(
            new ByteSize(1 << 20), new ByteSize(256 << 20), ByteSize.ofMegabytes(32), ByteSize.ofMegabytes(16));

    private final VirtualClock clock;
    private final Shown shown;
    private final Verbs verbs;

    private EmbeddedWorld(VirtualClock clock, Shown shown, Verbs verbs) {
        this.clock = clock;
        this.shown = shown;
        this.verbs = verbs;
    }

    /**
     * Starts a domain.
     *
     * @param directory absolute; everything that is written is written below
     */
    static EmbeddedWorld start(Declarations declared, String domain, Path directory, Instant now, Shown shown) {
        Declarations here = new Relocation(directory).of(declared);
        here.policies().forEach(EmbeddedWorld::makeRoot);
        VirtualClock clock = VirtualClock.ticking(now);
        Verbs verbs = new Verbs(surroundings(directory, clock));
        EmbeddedWorld world = new EmbeddedWorld(clock, shown, verbs);
        try {
            verbs.load().declared(here);
            verbs.start().run(StartRequest.of(domain));
            return world;
        } catch (RuntimeException failed) {
            world.close();
            throw failed;
        }
    }

    private static void makeRoot(BackupPolicy policy) {
        try {
            Files.createDirectories(policy.directory().root());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the directories of the embedded domain", e);
        }
    }

    private static VerbSurroundings surroundings(Path directory, VirtualClock clock) {
        return new VerbSurroundings(
                clock,
                new SplittableRandom(SEED),
                directory,
                directory.resolve(".hotcopy"),
                Files::readString,
                new ArchiveFormats(List.of(new EmbeddedArchiveFormat())),
                SMALL,
                event -> {});
    }

    Verbs verbs() {
        return verbs;
    }

    @Override
    public Instant now() {
        return clock.now();
    }

    @Override
    public boolean hasPast() {
        return true;
    }

    @Override
    public void passTo(Instant instant) {
        clock.set(instant);
    }

    @Override
    public Plan plan(Asked asked) {
        return shown(verbs.plan().run(asked.ofVerbs()));
    }

    private Plan shown(PlanResult result) {
        return new Plan(result.plan(), result.problems(), Planner.conflicts(result.plan(), this::facts), shown);
    }

    private DatabaseFacts facts(DatabaseName name) {
        ShowResult.Archives live = (ShowResult.Archives) verbs.show().run(ShowTopic.ARCHIVES);
        return live.databases().stream()
                .filter(facts -> facts.database().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Plan backup(Asked asked) {
        return run(() -> verbs.backup().run(asked.ofVerbs(), YES, ProgressListener.NONE));
    }

    @Override
    public Plan begin(Asked asked) {
        return run(() -> verbs.backup().run(asked.ofVerbs(), Optional.of(Duration.ZERO), YES, ProgressListener.NONE));
    }

    private Plan run(Supplier<BackupResult> backup) {
        try {
            PlanResult plan = backup.get().plan();
            return new Plan(plan.plan(), plan.problems(), List.of(), shown);
        } catch (ProblemsException refused) {
            throw new RefusedPolicyException("the plan cannot be run", refused.problems(), shown.texts());
        }
    }

    @Override
    public void stop(DatabaseName database, ArchiveId archive) {
        verbs.storageManager().stop(request(database, archive), YES);
    }

    @Override
    public void start(DatabaseName database, ArchiveId archive) {
        verbs.storageManager().start(request(database, archive), Optional.empty(), ProgressListener.NONE);
    }

    private static StorageManagerRequest request(DatabaseName database, ArchiveId archive) {
        return new StorageManagerRequest(archive.toString(), Optional.of(database.database()));
    }

    @Override
    public void cut(String region) {
        verbs.region().cut(region, YES);
    }

    @Override
    public void heal() {
        verbs.region().heal(ProgressListener.NONE);
    }

    @Override
    public void close() {
        verbs.close();
    }

    @Override
    public String toString() {
        return "running here";
    }
}
