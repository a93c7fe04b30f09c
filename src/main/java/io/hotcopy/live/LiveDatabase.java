package io.hotcopy.live;

import io.hotcopy.embedded.DatabaseStatistics;
import io.hotcopy.embedded.RowVisitor;
import io.hotcopy.embedded.StartReport;
import io.hotcopy.embedded.SyncReport;
import io.hotcopy.embedded.TableInfo;
import io.hotcopy.model.StorageManager;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.StorageGroupName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * A database of a {@link LiveDomain}. Safe for several threads; what is not said here is as
 * {@link io.hotcopy.embedded.EmbeddedDatabase} says.
 */
public interface LiveDatabase {

    DatabaseName name();

    /** The tables, in order of their ids. */
    List<TableInfo> tables();

    /** The storage groups, UNPARTITIONED among them. */
    List<StorageGroupName> storageGroups();

    void createTable(String table, int partitions, List<StorageGroupName> groups);

    void dropTable(String table);

    /** One record's value; empty when there is none. */
    Optional<byte[]> get(String table, byte[] key);

    /**
     * Reads records in the order of their keys, all at one commit; no more than {@link Rows#LARGEST} bytes of them.
     *
     * @param fromKey the first key; empty for the first there is
     * @param limit how many at most
     */
    Rows scan(String table, byte[] fromKey, int limit);

    /** How many records a table has; counted. */
    long count(String table);

    /**
     * Writes one record in a transaction of its own, which is begun again when another was first.
     *
     * @param value empty to delete it; nothing is committed then when there is no such record
     */
    Written write(String table, byte[] key, Optional<byte[]> value);

    DatabaseStatistics statistics();

    /** Why it has stopped by itself; empty while it serves. */
    Optional<HotCopyException> stopped();

    /** The archives that do not serve, and why. */
    SortedMap<ArchiveId, StartReport.Absence> absences();

    void addStorageGroup(StorageGroupName group, Set<ArchiveId> archives);

    SyncReport serve(ArchiveId archive, StorageGroupName group, ProgressListener progress);

    void addStorageManager(StorageManager manager, Path directory, boolean restored);

    void stopStorageManager(ArchiveId archive);

    SyncReport startStorageManager(ArchiveId archive, ProgressListener progress);

    Optional<Path> seedStorageManager(ArchiveId archive, Path from);

    /** All hosts reach each other again; those that come back for it. */
    List<SyncReport> heal(ProgressListener progress);

    /**
     * Records of a table.
     *
     * @param rows in the order of their keys
     * @param more whether there are others after them
     */
    record Rows(List<Row> rows, boolean more) {

        /** So many bytes of keys and values are given at once, and the record that exceeds them. */
        public static final int LARGEST = 8 << 20;

        public Rows {
            rows = List.copyOf(rows);
        }

        /** The first rows that a scan shows, so many at most. */
        public static Rows upTo(int limit, Consumer<RowVisitor> scan) {
            List<Row> rows = new ArrayList<>();
            long[] bytes = {0};
            boolean[] more = {false};
            scan.accept((key, value) -> {
                more[0] = rows.size() == limit || bytes[0] > LARGEST;
                if (!more[0]) {
                    rows.add(new Row(key, value));
                    bytes[0] += key.length + value.length;
                }
                return !more[0];
            });
            return new Rows(rows, more[0]);
        }
    }

    /** One record; the arrays are its own. */
    record Row(byte[] key, byte[] value) {}

    /**
     * What a write did.
     *
     * @param existed whether there had been such a record
     * @param commit the number of the commit; empty when nothing had to be written
     */
    record Written(boolean existed, Optional<CommitNumber> commit) {}
}
