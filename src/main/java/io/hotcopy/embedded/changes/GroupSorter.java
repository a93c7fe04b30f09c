package io.hotcopy.embedded.changes;

import io.hotcopy.backupset.SyncedFiles;
import io.hotcopy.embedded.store.TableKeys;
import io.hotcopy.term.CommitRange;
import io.hotcopy.term.StorageGroupName;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/** The changes of one storage group: what is held in memory, and sorted runs, the oldest first. */
final class GroupSorter {

    /** So many runs of one level become one run of the next, so that few are open at once whatever there is. */
    private static final int MERGED_AT_ONCE = 16;

    /** What an entry takes in memory besides its key and value, roughly. */
    private static final int ENTRY_BYTES = 128;

    private static final IntPredicate EVERY_TABLE = table -> true;

    private final StorageGroupName group;
    private final CommitRange range;
    private final Path scratch;
    private final List<Run> runs = new ArrayList<>();
    private TreeMap<byte[], Optional<byte[]>> held = new TreeMap<>(Arrays::compareUnsigned);
    private long heldBytes;
    private int runsWritten;

    /** @param level how often its records have been merged */
    private record Run(int level, Path file) {}

    GroupSorter(StorageGroupName group, CommitRange range, Path scratch) {
        this.group = group;
        this.range = range;
        this.scratch = scratch;
    }

    void put(byte[] key, byte[] value) {
        Optional<byte[]> before = held.put(key, Optional.ofNullable(value));
        heldBytes += value == null ? 0 : value.length;
        if (before == null) {
            heldBytes += ENTRY_BYTES + key.length;
        } else {
            heldBytes -= before.map(bytes -> bytes.length).orElse(0);
        }
    }

    long heldBytes() {
        return heldBytes;
    }

    /** Writes what is held as the newest run, and merges runs where there are many. */
    void spill() throws IOException {
        if (held.isEmpty()) {
            return;
        }
        runs.add(new Run(0, newRun(writer -> writeHeld(writer, EVERY_TABLE))));
        held = new TreeMap<>(Arrays::compareUnsigned);
        heldBytes = 0;
        while (isNewestLevelFull()) {
            mergeNewest();
        }
    }

    private boolean isNewestLevelFull() {
        int level = runs.get(runs.size() - 1).level();
        return runs.size() >= MERGED_AT_ONCE
                && runs.get(runs.size() - MERGED_AT_ONCE).level() == level;
    }

    private void mergeNewest() throws IOException {
        List<Run> newest = runs.subList(runs.size() - MERGED_AT_ONCE, runs.size());
        int level = newest.get(0).level() + 1;
        Path merged = newRun(writer -> writeMerged(newest, writer, EVERY_TABLE));
        for (Run run : newest) {
            Files.delete(run.file());
        }
        newest.clear();
        runs.add(new Run(level, merged));
    }

    /** What is written into a run. */
    private interface Content {
        void writeTo(ChangeFileWriter writer) throws IOException;
    }

    private Path newRun(Content content) throws IOException {
        Path file = scratch.resolve(group + "-" + runsWritten++ + ".run");
        try (FileChannel channel = SyncedFiles.createFile(file)) {
            writeFile(content, channel);
        }
        return file;
    }

    private void writeFile(Content content, WritableByteChannel target) throws IOException {
        ChangeFileWriter writer = new ChangeFileWriter(target, group, range);
        content.writeTo(writer);
        writer.finish();
    }

    private void writeHeld(ChangeFileWriter writer, IntPredicate isLive) throws IOException {
        for (Map.Entry<byte[], Optional<byte[]>> change : held.entrySet()) {
            write(change.getKey(), change.getValue().orElse(null), isLive, writer);
        }
    }

    private static void writeMerged(List<Run> runs, ChangeFileWriter writer, IntPredicate isLive) throws IOException {
        try (ChangesMerge merge = ChangesMerge.open(runs.stream().map(Run::file).toList())) {
            while (merge.next()) {
                write(merge.key(), merge.value(), isLive, writer);
            }
        }
    }

    private static void write(byte[] key, byte[] value, IntPredicate isLive, ChangeFileWriter writer)
            throws IOException {
        if (!isLive.test(TableKeys.table(key))) {
            return;
        }
        if (value == null) {
            writer.delete(key);
        } else {
            writer.put(key, value);
        }
    }

    /** Writes the group's file of changes; what is held has been spilled if there are runs. */
    void write(IntPredicate isLive, WritableByteChannel target) throws IOException {
        writeFile(
                runs.isEmpty() ? writer -> writeHeld(writer, isLive) : writer -> writeMerged(runs, writer, isLive),
                target);
    }
}
