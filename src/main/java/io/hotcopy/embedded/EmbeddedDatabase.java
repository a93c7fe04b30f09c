package io.hotcopy.embedded;

import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.driver.PinnedCopies;
import io.hotcopy.driver.RunningCopy;
import io.hotcopy.embedded.commit.CommitCounts;
import io.hotcopy.embedded.commit.CommitPipeline;
import io.hotcopy.model.StorageManager;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.StorageGroupName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.function.Supplier;

/** A running database. Safe for several threads; after its domain was closed every call throws. */
public final class EmbeddedDatabase {

    private final RunningDatabase running;
    private final SchemaChanges schema;
    private final ArchiveStates states;
    private final EmbeddedCopies copies;
    private final FactsOfDatabase facts;
    private final StorageManagers managers;
    private final GroupChanges groups;
    private final Enrolment enrolment;
    private final Managers known;
    private final long began = System.nanoTime();

    private EmbeddedDatabase(
            RunningDatabase running,
            SchemaChanges schema,
            ArchiveStates states,
            EmbeddedCopies copies,
            FactsOfDatabase facts,
            StorageManagers managers,
            StartContext context) {
        this.running = running;
        this.schema = schema;
        this.states = states;
        this.copies = copies;
        this.facts = facts;
        this.managers = managers;
        this.groups = new GroupChanges(running, schema, managers, context.managers());
        this.enrolment = new Enrolment(context, running, states, copies, schema, managers);
        this.known = context.managers();
    }

    /** @param absent the archives that the start did without */
    static EmbeddedDatabase of(
            StartContext context,
            RunningDatabase running,
            SchemaChanges schema,
            SortedMap<ArchiveId, StartReport.Absence> absent,
            LeaseBook leases) {
        ArchiveStates states = new ArchiveStates(running, absent);
        return new EmbeddedDatabase(
                running,
                schema,
                states,
                new EmbeddedCopies(
                        new CopyContext(running, leases, context.ids()),
                        context.managers(),
                        states,
                        context.environment().clock()),
                new FactsOfDatabase(context.domain(), context.declared(), context.managers()),
                new StorageManagers(context, running, states, new MemberOpening(context, leases)),
                context);
    }

    public DatabaseName name() {
        return running.name();
    }

    /** Begins a transaction at the newest applied commit; it must be closed. */
    public Transaction begin() {
        return whileRunning(() -> {
            CommitPipeline pipeline = running.pipeline();
            long snapshot = pipeline.takeSnapshot();
            return new Transaction(this, pipeline, schema.present(), snapshot);
        });
    }

    /**
     * Makes a table; it is there for every transaction begun afterwards.
     *
     * @param table lower-case letters, digits and underscores
     * @param partitions one or more
     * @param groups the partitions are dealt to them in turn
     * @throws HotCopyException when there is one of that name, or no such storage group
     */
    public void createTable(String table, int partitions, List<StorageGroupName> groups) {
        whileRunning(() -> {
            schema.create(table, partitions, groups);
            return null;
        });
    }

    /** Drops a table and all its rows; {@code HotCopyException} when there is none of that name. */
    public void dropTable(String table) {
        whileRunning(() -> {
            schema.drop(table);
            return null;
        });
    }

    /**
     * Adds a storage group, in which tables can lie from here on. The archives that serve it must have a full hot copy
     * before their next incremental or journal one. It is remembered: it need not be declared.
     *
     * @param archives those that serve it; their storage managers are running
     * @throws HotCopyException when there is such a group, or one of the storage managers does not run
     */
    public void addStorageGroup(StorageGroupName group, Set<ArchiveId> archives) {
        whileRunning(() -> {
            groups.add(group, archives);
            return null;
        });
    }

    /**
     * Gives an archive one more storage group, which others serve already: its storage manager is stopped, and SYNCs
     * the whole group with what it misses meanwhile. It must have a full hot copy before its next incremental or
     * journal one. It is remembered: from the next start on the archive serves it, whether it is declared to or not.
     *
     * @param progress as {@link #startStorageManager}
     * @throws HotCopyException when there is no such group, when the storage manager does not run or cannot be stopped,
     *     or when the SYNC failed: it then is stopped, and may be started again
     */
    public SyncReport serve(ArchiveId archive, StorageGroupName group, ProgressListener progress) {
        return cancellable(progress, watched -> groups.serve(archive, group, watched));
    }

    /**
     * Has an archive give up a storage group that another running one serves: its storage manager is stopped, drops
     * what it holds of the group, and SYNCs what it misses meanwhile. It must have a full hot copy before its next
     * incremental or journal one. It is remembered: from the next start on the archive does without it, although it is
     * declared to serve it.
     *
     * @param progress as {@link #startStorageManager}
     * @throws HotCopyException when there is no such group, the archive does not serve it or is the last to serve it,
     *     when the storage manager does not run, or when the SYNC failed: it then is stopped, and may be started again
     */
    public SyncReport unserve(ArchiveId archive, StorageGroupName group, ProgressListener progress) {
        return cancellable(progress, watched -> groups.unserve(archive, group, watched));
    }

    /** The tables, in order of their ids. */
    public List<TableInfo> tables() {
        return List.copyOf(schema.present().tables().values());
    }

    /** The storage groups, UNPARTITIONED among them. */
    public List<StorageGroupName> storageGroups() {
        return List.copyOf(schema.present().groups());
    }

    /** The highest number up to which every commit is durable on all its participants. */
    public CommitNumber stable() {
        return running.pipeline().stable();
    }

    /** The last commit that was given a number. */
    public CommitNumber issued() {
        return running.pipeline().issued().number();
    }

    public DatabaseStatistics statistics() {
        CommitCounts counts = running.pipeline().counts();
        return new DatabaseStatistics(
                Duration.ofNanos(System.nanoTime() - began),
                counts.commits(),
                counts.crossing(),
                counts.conflicts(),
                counts.median(),
                counts.p99(),
                issued(),
                stable());
    }

    /**
     * Stops a storage manager in good order; the database goes on without it. It leaves the view, so that it comes back
     * only by SYNC.
     *
     * @throws HotCopyException when it does not run, or when nobody else that has caught up serves one of its groups
     */
    public void stopStorageManager(ArchiveId archive) {
        whileRunning(() -> {
            managers.stop(archive);
            return null;
        });
    }

    /**
     * Starts a storage manager that was stopped, has failed, or is new, while the database runs: it SYNCs what it has
     * missed, joins, and is RUNNING when this returns. One whose directory is missing begins on an empty archive; one
     * in whose place a restored archive lies gets the difference only. From here on no journal hot copy can be made of
     * it until a full or incremental one, begun afterwards, has completed.
     *
     * @param progress hears of stages, and of a task {@code archive <id>} that counts bytes received
     * @return how it synced
     * @throws HotCopyException when it runs already, when its archive is another database's, another lineage's or holds
     *     commits that this database does not have; or when the SYNC failed: it may then be tried again
     */
    public SyncReport startStorageManager(ArchiveId archive, ProgressListener progress) {
        return cancellable(progress, watched -> managers.start(archive, watched));
    }

    /**
     * Lays a restored archive in the place of a stopped storage manager's, whose next start then receives only what was
     * committed since.
     *
     * @param from the restored archive, or a directory that holds it as {@code archive-<id>}; it is moved away from
     *     there
     * @return where the archive that lay in the place is kept; empty when there was none
     * @throws HotCopyException when the storage manager runs, or the archive cannot come into this database; nothing
     *     was moved then
     */
    public Optional<Path> seedStorageManager(ArchiveId archive, Path from) {
        return whileRunning(() -> managers.seed(archive, from));
    }

    /** Why a storage manager does not serve; empty when it does, while it SYNCs, and when it is not declared. */
    public Optional<StartReport.Absence> absence(ArchiveId archive) {
        return states.absence(archive);
    }

    /**
     * Cuts hosts off from all others, as when the network between regions fails. The storage managers of the side that
     * has not more than half of all processes, storage managers and transaction engines, stop and are evicted by the
     * other side. Where that leaves a storage group without a member, or neither side with more than half, the database
     * stops.
     *
     * @param hosts declared ones; those of a region, for example
     * @throws HotCopyException when the database stops
     */
    public void isolate(Set<String> hosts) {
        whileRunning(() -> {
            managers.isolate(hosts);
            return null;
        });
    }

    /**
     * All hosts reach each other again: the storage managers that a cut has stopped come back by SYNC, and are RUNNING
     * when this returns.
     *
     * @param progress as {@link #startStorageManager}
     */
    public List<SyncReport> heal(ProgressListener progress) {
        return cancellable(progress, managers::heal);
    }

    /** The hosts that are cut off from the others now; asked for often, it does not wait. */
    public SortedSet<String> hostsCutOff() {
        return managers.hostsCutOff();
    }

    /** Brings back what is there and does not serve; gives the report of the start with what came of it. */
    StartReport bringBack(StartReport report) {
        List<SyncReport> returned =
                whileRunning(() -> managers.bringBack(report.absent().keySet()));
        return report.with(states.absences(), returned);
    }

    /**
     * Stops a storage manager as when its process were killed: what it has not synced is lost to it, and it comes back
     * by SYNC. Where it is the last one to serve a storage group, the database stops.
     *
     * @throws HotCopyException when it does not run, or the database stops
     */
    public void killStorageManager(ArchiveId archive) {
        whileRunning(() -> {
            managers.kill(archive);
            return null;
        });
    }

    /**
     * Gives the database one more storage manager, which is stopped until it is {@linkplain #startStorageManager
     * started}: its archive then gets everything that it lacks by SYNC. It is remembered: from the next start on it is
     * as those that are declared. One of a number that is declared takes the place of the declared one, if that was
     * removed.
     *
     * @param manager its number is one that no storage manager has now; its host is one of the domain's; the storage
     *     groups that it serves are there
     * @param directory where its archive is to lie: an absolute path outside of the domain's home that nothing lies at
     *     yet, or an empty directory; or the archive that a storage manager of this number had when it was removed
     * @param restored whether a restored archive of this database lies there, of any number, which is used where it
     *     lies
     * @throws HotCopyException when the number or the directory is taken, host or storage group are unknown, or the
     *     archive that lies there cannot come into this database; nothing was changed then
     */
    public void addStorageManager(StorageManager manager, Path directory, boolean restored) {
        whileRunning(() -> {
            enrolment.add(manager, directory, restored);
            return null;
        });
    }

    /**
     * Takes a storage manager out of the database for good, be it a declared or an added one. It is remembered: one
     * that is declared stays away at the next start, until one of its number is {@linkplain #addStorageManager added}.
     *
     * @param purge whether its archive is deleted; else it stays where it lies
     * @throws HotCopyException when there is none of that number, it runs, or a hot copy of it has not ended; when it
     *     cannot be deleted because it is not this database's, in which case nothing was changed; or when the disk does
     *     not let it be deleted: the next start then goes on with that
     */
    public void removeStorageManager(ArchiveId archive, boolean purge) {
        whileRunning(() -> {
            enrolment.remove(archive, purge);
            return null;
        });
    }

    /** The declared storage managers that were removed and not added again. */
    public SortedSet<ArchiveId> removedStorageManagers() {
        return known.removed();
    }

    /** Its storage managers and what runs on them. */
    public DatabaseFacts facts() {
        if (running.stopped().isPresent()) {
            return facts.stopped(Optional.of(running.state().state()));
        }
        return facts.running(running.state().state(), stable(), new FactsOfDatabase.Live() {
            @Override
            public ArchiveFacts.State state(ArchiveId archive) {
                return states.of(archive);
            }

            @Override
            public List<RunningCopy> running(ArchiveId archive) {
                return copies.runningOn(archive);
            }

            @Override
            public Optional<ByteSize> journal(ArchiveId archive) {
                return running.open(archive)
                        .map(open -> new ByteSize(open.member().journal().bytesToCopy()));
            }
        });
    }

    /**
     * How its archives stand, in order of their ids: what of {@link #facts()} is in memory, for who asks often. It
     * looks into no directory and waits for nothing that takes long.
     */
    public List<ArchiveStatus> archiveStates() {
        return facts.archives(running.state().state(), states, copies::runningOn);
    }

    /** Why it has stopped by itself; empty while it serves, and after it was closed in good order. */
    public Optional<HotCopyException> stopped() {
        return running.stopped();
    }

    PinnedCopies copies() {
        return copies;
    }

    RunningDatabase running() {
        return running;
    }

    private <T> T cancellable(ProgressListener progress, Function<ProgressListener, T> job) {
        return whileRunning(() -> new CancellableSync<>(job).run(progress));
    }

    /** Does something; trouble that comes from the database having stopped meanwhile is told as that. */
    <T> T whileRunning(Supplier<T> action) {
        running.requireServing();
        try {
            return action.get();
        } catch (IllegalStateException perhapsClosed) {
            running.requireServing();
            throw perhapsClosed;
        }
    }
}
