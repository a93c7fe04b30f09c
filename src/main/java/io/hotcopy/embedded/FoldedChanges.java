package io.hotcopy.embedded;

import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.backupset.SyncedFiles;
import io.hotcopy.embedded.changes.ChangeCursor;
import io.hotcopy.embedded.changes.ChangeFileWriter;
import io.hotcopy.embedded.changes.ChangesMerge;
import io.hotcopy.embedded.commit.RowKey;
import io.hotcopy.embedded.journal.Operation;
import io.hotcopy.term.CommitRange;
import io.hotcopy.term.StorageGroupName;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Changes in their order in, per storage group the last word on each key out. When memory is used up, what is in it
 * goes to sorted files, which are merged in the end together with files that were sorted before. Used by one thread.
 */
final class FoldedChanges {

    /** What an entry costs besides the bytes of key and value, measured roughly. */
    private static final int ENTRY_BYTES = 130;

    private final Path runs;
    private final CommitRange range;
    private final long memoryBytes;
    private final Map<StorageGroupName, Map<RowKey, byte[]>> latest = new HashMap<>();
    private final SortedMap<StorageGroupName, List<Path>> oldestFirst = new TreeMap<>();
    private long held;
    private int spilled;

    /**
     * @param runs an empty directory for the sorted files
     * @param range the commits that are folded, written into those files
     * @param memoryBytes how much is held, about
     */
    FoldedChanges(Path runs, CommitRange range, long memoryBytes) {
        this.runs = runs;
        this.range = range;
        this.memoryBytes = memoryBytes;
    }

    /** Adds a change that comes after all before. */
    void add(Operation operation) {
        Map<RowKey, byte[]> group = latest.computeIfAbsent(operation.group(), absent -> new HashMap<>());
        int size = group.size();
        byte[] before = group.put(new RowKey(operation.key()), operation.value());
        held += length(operation.value()) - length(before);
        held += group.size() == size ? 0 : ENTRY_BYTES + operation.key().length;
        if (held >= memoryBytes) {
            List.copyOf(latest.keySet()).forEach(this::spill);
        }
    }

    private static int length(byte[] value) {
        return value == null ? 0 : value.length;
    }

    /** Adds a file of changes that come after all before. */
    void add(StorageGroupName group, Path sorted) {
        spill(group);
        files(group).add(sorted);
    }

    private List<Path> files(StorageGroupName group) {
        return oldestFirst.computeIfAbsent(group, absent -> new ArrayList<>());
    }

    private void spill(StorageGroupName group) {
        Map<RowKey, byte[]> present = latest.remove(group);
        if (present == null) {
            return;
        }
        Path run = runs.resolve(spilled++ + ".changes");
        try (FileChannel channel = SyncedFiles.createFile(run)) {
            ChangeFileWriter writer = new ChangeFileWriter(channel, group, range);
            for (Map.Entry<RowKey, byte[]> entry : sorted(present)) {
                byte[] key = entry.getKey().bytes();
                held -= ENTRY_BYTES + key.length + length(entry.getValue());
                if (entry.getValue() == null) {
                    writer.delete(key);
                } else {
                    writer.put(key, entry.getValue());
                }
            }
            writer.finish();
        } catch (IOException trouble) {
            throw FileTrouble.cannot("write", run, trouble);
        }
        files(group).add(run);
    }

    private static List<Map.Entry<RowKey, byte[]>> sorted(Map<RowKey, byte[]> changes) {
        List<Map.Entry<RowKey, byte[]>> entries = new ArrayList<>(changes.entrySet());
        entries.sort(Map.Entry.comparingByKey());
        return entries;
    }

    /** Everything on one storage group, once; call it when all has been added. */
    ChangeStream stream(StorageGroupName group) {
        if (!oldestFirst.containsKey(group)) {
            Map<RowKey, byte[]> present = latest.remove(group);
            return ChangeStream.of(present == null ? List.of() : sorted(present));
        }
        spill(group);
        List<ChangeCursor> cursors = new ArrayList<>();
        try {
            files(group).forEach(file -> cursors.add(ChangeCursor.open(file)));
            return ChangeStream.of(new ChangesMerge(cursors));
        } catch (RuntimeException trouble) {
            cursors.forEach(ChangeCursor::close);
            throw trouble;
        }
    }
}
