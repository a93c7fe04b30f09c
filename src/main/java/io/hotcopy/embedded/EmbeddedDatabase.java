package io.hotcopy.embedded;

import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.driver.PinnedCopies;
import io.hotcopy.driver.RunningCopy;
import io.hotcopy.embedded.commit.CommitCounts;
import io.hotcopy.embedded.commit.CommitPipeline;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.StorageGroupName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;

/** A running database. Safe for several threads; after its domain was closed every call throws. */
public final class EmbeddedDatabase {

    private final RunningDatabase running;
    private final SchemaChanges schema;
    private final ArchiveStates states;
    private final EmbeddedCopies copies;
    private final FactsOfDatabase facts;
    private final long began = System.nanoTime();

    private EmbeddedDatabase(
            RunningDatabase running,
            SchemaChanges schema,
            ArchiveStates states,
            EmbeddedCopies copies,
            FactsOfDatabase facts) {
        this.running = running;
        this.schema = schema;
        this.states = states;
        this.copies = copies;
        this.facts = facts;
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
                        context.declared().storageManagers(),
                        states,
                        context.environment().clock()),
                new FactsOfDatabase(context.domain(), context.declared(), context.directory()));
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
        });
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
