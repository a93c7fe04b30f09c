package io.hotcopy.embedded;

import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.embedded.store.RecordCursor;
import io.hotcopy.embedded.store.TableKeys;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.StorageGroupName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Restored archives, read as one database at the commit they were restored to; nothing is written into them. Safe for
 * several threads; after {@link #close()} every call throws {@code IllegalStateException}.
 */
public final class OpenedArchives implements AutoCloseable {

    private final List<Path> directories;
    private final ArchiveIdentity identity;
    private final ServedGroups served;
    private final Schema schema;

    private OpenedArchives(List<Path> directories, ArchiveIdentity identity, ServedGroups served) {
        this.directories = directories;
        this.identity = identity;
        this.served = served;
        this.schema = served.schema();
    }

    /**
     * Opens one or several restored archives of one database.
     *
     * @param directories theirs, or directories that hold them; at least one
     * @throws HotCopyException when one is not a restored archive or is damaged, or when they do not belong together:
     *     other databases, lineages or cuts, or one archive twice
     */
    public static OpenedArchives open(List<Path> directories) {
        List<Path> archives = directories.stream()
                .map(OpenedArchives::archivesIn)
                .flatMap(List::stream)
                .toList();
        ArchiveIdentity identity = RestoredTogether.require(archives);
        ServedGroups served = ServedGroups.open(archives);
        try {
            return new OpenedArchives(archives, identity, served);
        } catch (RuntimeException trouble) {
            served.close();
            throw trouble;
        }
    }

    /**
     * The archives at a directory: itself if it is one, else those directly in it.
     *
     * @return at least one, in order of their names
     * @throws HotCopyException when there is none
     */
    public static List<Path> archivesIn(Path directory) {
        if (ArchiveIdentityYaml.exists(directory)) {
            return List.of(directory);
        }
        try (Stream<Path> entries = Files.list(directory)) {
            List<Path> archives =
                    entries.filter(ArchiveIdentityYaml::exists).sorted().toList();
            if (archives.isEmpty()) {
                throw new HotCopyException("there is no archive in \"" + directory + "\"");
            }
            return archives;
        } catch (IOException trouble) {
            throw FileTrouble.cannot("open", directory, trouble);
        }
    }

    /** Those of the archives. */
    public List<Path> directories() {
        return directories;
    }

    /** The full name of the database they were copied from. */
    public DatabaseName database() {
        return identity.database();
    }

    /** The commit they hold: everything up to it, nothing after it. */
    public CommitNumber cut() {
        return identity.restored().orElseThrow().cut();
    }

    /** The tables, by id. */
    public Collection<TableInfo> tables() {
        return schema.tables().values();
    }

    /**
     * The value of a row; empty when there is none.
     *
     * @throws HotCopyException when there is no such table, or no archive here serves the row's storage group
     */
    public Optional<byte[]> get(String table, byte[] key) {
        TableInfo info = table(table);
        StorageGroupName group = info.groupOf(key);
        return served.store(group, info, schema).get(group, info.rowKey(key));
    }

    /**
     * Shows the rows of a table in the order of their keys, over all its partitions.
     *
     * @param fromKey the first user's key; empty for the first there is
     * @throws HotCopyException when there is no such table, or no archive here serves one of its storage groups
     */
    public void scan(String table, byte[] fromKey, RowVisitor visitor) {
        TableInfo info = table(table);
        try (MergedCursor cursor = cursor(info, fromKey)) {
            boolean wanted = true;
            while (wanted && cursor.next()) {
                wanted = visitor.row(TableKeys.userKey(cursor.key()), cursor.value());
            }
        }
    }

    /** How many rows a table has; counted. Throws as {@link #scan} does. */
    public long count(String table) {
        try (MergedCursor cursor = cursor(table(table), new byte[0])) {
            long count = 0;
            while (cursor.next()) {
                count++;
            }
            return count;
        }
    }

    private MergedCursor cursor(TableInfo info, byte[] fromKey) {
        byte[] from = info.rowKey(fromKey);
        byte[] to = TableKeys.to(info.id());
        List<Supplier<RecordCursor>> openings = new ArrayList<>();
        info.groups()
                .forEach(group ->
                        openings.add(() -> served.store(group, info, schema).cursor(group, from, to)));
        return MergedCursor.over(openings);
    }

    private TableInfo table(String name) {
        return schema.table(name)
                .orElseThrow(() -> new HotCopyException(
                        "there is no table \"" + name + "\" in " + database() + " at commit " + cut(),
                        schema.tables().isEmpty() ? "It has no tables." : "Its tables are " + names() + "."));
    }

    private String names() {
        return String.join(", ", tables().stream().map(TableInfo::name).toList());
    }

    @Override
    public void close() {
        served.close();
    }
}
