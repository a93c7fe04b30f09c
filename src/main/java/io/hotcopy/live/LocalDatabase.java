package io.hotcopy.live;

import io.hotcopy.embedded.ConflictException;
import io.hotcopy.embedded.DatabaseStatistics;
import io.hotcopy.embedded.EmbeddedDatabase;
import io.hotcopy.embedded.StartReport.Absence;
import io.hotcopy.embedded.SyncReport;
import io.hotcopy.embedded.TableInfo;
import io.hotcopy.embedded.Transaction;
import io.hotcopy.model.StorageManager;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.StorageGroupName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A database that runs in this process. */
final class LocalDatabase implements LiveDatabase {
    private static final int ATTEMPTS = 20;

    private final EmbeddedDatabase database;

    LocalDatabase(EmbeddedDatabase database) {
        this.database = database;
    }

    @Override
    public DatabaseName name() {
        return database.name();
    }

    @Override
    public List<TableInfo> tables() {
        return database.tables();
    }

    @Override
    public List<StorageGroupName> storageGroups() {
        return database.storageGroups();
    }

    @Override
    public void createTable(String table, int partitions, List<StorageGroupName> groups) {
        database.createTable(table, partitions, groups);
    }

    @Override
    public void dropTable(String table) {
        database.dropTable(table);
    }

    @Override
    public Optional<byte[]> get(String table, byte[] key) {
        try (Transaction transaction = database.begin()) {
            return transaction.get(table, key);
        }
    }

    @Override
    public Rows scan(String table, byte[] fromKey, int limit) {
        try (Transaction transaction = database.begin()) {
            return Rows.upTo(limit, visitor -> transaction.scan(table, fromKey, visitor));
        }
    }

    @Override
    public long count(String table) {
        try (Transaction transaction = database.begin()) {
            return transaction.count(table);
        }
    }

    @Override
    public Written write(String table, byte[] key, Optional<byte[]> value) {
        ConflictException last = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try (Transaction transaction = database.begin()) {
                return write(transaction, table, key, value);
            } catch (ConflictException conflict) {
                last = conflict;
            }
        }
        throw last;
    }

    private static Written write(Transaction transaction, String table, byte[] key, Optional<byte[]> value) {
        boolean existed = transaction.get(table, key).isPresent();
        if (value.isPresent()) {
            transaction.put(table, key, value.get());
        } else if (existed) {
            transaction.delete(table, key);
        } else {
            return new Written(false, Optional.empty());
        }
        return new Written(existed, Optional.of(transaction.commit()));
    }

    @Override
    public DatabaseStatistics statistics() {
        return database.statistics();
    }

    @Override
    public Optional<HotCopyException> stopped() {
        return database.stopped();
    }

    @Override
    public SortedMap<ArchiveId, Absence> absences() {
        SortedMap<ArchiveId, Absence> absences = new TreeMap<>();
        database.archiveStates()
                .forEach(status -> status.absence().ifPresent(absence -> absences.put(status.id(), absence)));
        return absences;
    }

    @Override
    public void addStorageGroup(StorageGroupName group, Set<ArchiveId> archives) {
        database.addStorageGroup(group, archives);
    }

    @Override
    public SyncReport serve(ArchiveId archive, StorageGroupName group, ProgressListener progress) {
        return database.serve(archive, group, progress);
    }

    @Override
    public void addStorageManager(StorageManager manager, Path directory, boolean restored) {
        database.addStorageManager(manager, directory, restored);
    }

    @Override
    public void stopStorageManager(ArchiveId archive) {
        database.stopStorageManager(archive);
    }

    @Override
    public SyncReport startStorageManager(ArchiveId archive, ProgressListener progress) {
        return database.startStorageManager(archive, progress);
    }

    @Override
    public Optional<Path> seedStorageManager(ArchiveId archive, Path from) {
        return database.seedStorageManager(archive, from);
    }

    @Override
    public List<SyncReport> heal(ProgressListener progress) {
        return database.heal(progress);
    }
}
