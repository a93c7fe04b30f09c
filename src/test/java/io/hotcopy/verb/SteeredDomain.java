package io.hotcopy.verb;

import io.hotcopy.backupset.SetFacts;
import io.hotcopy.catalog.CatalogSet;
import io.hotcopy.embedded.EmbeddedArchiveFormat;
import io.hotcopy.embedded.EmbeddedDatabase;
import io.hotcopy.embedded.EmbeddedSettings;
import io.hotcopy.live.LocalDomain;
import io.hotcopy.model.Declarations;
import io.hotcopy.plan.Pace;
import io.hotcopy.plan.PastRun;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.restore.ArchiveFormats;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * One domain of one database, driven by the verbs as people and their cron jobs drive it, for tests that also look
 * behind the verbs. Used by one thread.
 */
public final class SteeredDomain implements AutoCloseable {

    private static final EmbeddedSettings SMALL = new EmbeddedSettings(
            new ByteSize(1 << 20), new ByteSize(64 << 20), ByteSize.ofMegabytes(16), ByteSize.ofMegabytes(8));

    private static final Confirmation YES = preview -> true;

    private final Session session;
    private final String domain;

    /**
     * Begins a session in a directory, with the home of its state below it.
     *
     * @param declared the domain, the only one, and its policies
     */
    public SteeredDomain(Path directory, Declarations declared, Clock clock, RandomGenerator random) {
        session = new Session(
                new VerbSurroundings(
                        clock,
                        random,
                        directory,
                        directory.resolve("state"),
                        Files::readString,
                        new ArchiveFormats(List.of(new EmbeddedArchiveFormat())),
                        SMALL,
                        event -> {}),
                false);
        session.declare(declared);
        domain = declared.domains().get(0).name();
    }

    /** {@code start}. */
    public void start() {
        new StartVerb(session).run(StartRequest.of(domain));
    }

    /** {@code stop}. */
    public void stop() {
        new StopVerb(session).run();
    }

    public boolean isStarted() {
        return session.running().isPresent();
    }

    /** The database that runs. */
    public EmbeddedDatabase database() {
        LocalDomain running = (LocalDomain) session.requireRunning();
        return running.embedded()
                .database(running.database(Optional.empty()).name().database());
    }

    /** {@code backup POLICY --yes}: takes what is due. */
    public BackupResult backup(String policy, ProgressListener progress) {
        BackupRequest request = new BackupRequest(
                Optional.of(policy), Optional.empty(), Optional.empty(), Optional.empty(), Pace.DEFAULT, false);
        return new BackupVerb(session).run(request, YES, progress);
    }

    /** {@code sm stop}. */
    public void stopStorageManager(ArchiveId archive) {
        new StorageManagerVerb(session).stop(StorageManagerRequest.of(archive.toString()), YES);
    }

    /** {@code sm start}. */
    public void startStorageManager(ArchiveId archive) {
        new StorageManagerVerb(session)
                .start(StorageManagerRequest.of(archive.toString()), Optional.empty(), ProgressListener.NONE);
    }

    /** {@code region cut}; tells whether the database goes on. */
    public boolean cut(String region) {
        new RegionVerb(session).cut(region, YES);
        return database().stopped().isEmpty();
    }

    /** {@code region heal}. */
    public void heal() {
        new RegionVerb(session).heal(ProgressListener.NONE);
    }

    /** The sets that {@code restore} chooses from, read from disk. */
    public List<SetFacts> sets() {
        return new Shelves(session, List.of())
                .catalog().list().collections().stream()
                        .flatMap(collection -> collection.sets().stream())
                        .map(CatalogSet::facts)
                        .flatMap(Optional::stream)
                        .toList();
    }

    /** What the run ledger has of runs that ended then or later. */
    public List<PastRun> runs(Instant since) {
        return session.ledger(domain).since(since);
    }

    @Override
    public void close() {
        session.close();
    }
}
