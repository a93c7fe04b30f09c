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
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/** The changes of one storage group: what is held in memory, and sorted runs, the oldest first. */
final class GroupSorter {

    /** So many runs of one level become one run of the next, so that few are open at once whatever there is. */
    private static final int MERGED_AT_ONCE = 16;

    /** What an entry takes in memory besides its key and value, roughly. */
    private static final int ENTRY_BYTES = 128;

    /** Files from elsewhere are not rewritten to have fewer of them. */
    private static final int NEVER_FULL = Integer.MAX_VALUE;

    private static final IntPredicate EVERY_TABLE = table -> true;

    private final StorageGroupName group;
    private final CommitRange range;
    private final Path scratch;
    private final List<Run> runs = new ArrayList<>();
    private TreeMap<byte[], Optional<byte[]>> held = new TreeMap<>(Arrays::compareUnsigned);
    private long heldBytes;
    private int runsWritten;

    /**
     * A sorted file.
     *
     * @param level how often its records have been merged
     * @param own whether it was written here, and goes when it has been merged
     */
    private record Run(int level, Path file, boolean own) {}

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

    /** Takes a sorted file, which comes after all before. */
    void putSorted(Path file) throws IOException {
        spill();
        runs.add(new Run(NEVER_FULL, file, false));
    }

    boolean hasRuns() {
        return !runs.isEmpty();
    }

    long heldBytes() {
        return heldBytes;
    }

    /** Writes what is held as the newest run, and merges runs where there are many. */
    void spill() throws IOException {
        if (held.isEmpty()) {
            return;
        }
        runs.add(new Run(0, newRun(new HeldChanges(held)), true));
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
        Path merged = newRun(merged(newest));
        for (Run run : newest) {
            if (run.own()) {
                Files.delete(run.file());
            }
        }
        newest.clear();
        runs.add(new Run(level, merged, true));
    }

    private Path newRun(ChangeStream content) throws IOException {
        Path file = scratch.resolve(group + "-" + runsWritten++ + ".run");
        try (content;
                FileChannel channel = SyncedFiles.createFile(file)) {
            write(content, EVERY_TABLE, channel);
        }
        return file;
    }

    private static ChangeStream merged(List<Run> runs) {
        return ChangesMerge.open(runs.stream().map(Run::file).toList());
    }

    private void write(ChangeStream content, IntPredicate isLive, WritableByteChannel target) throws IOException {
        ChangeFileWriter writer = new ChangeFileWriter(target, group, range);
        while (content.next()) {
            if (!isLive.test(TableKeys.table(content.key()))) {
                continue;
            }
            if (content.value() == null) {
                writer.delete(content.key());
            } else {
                writer.put(content.key(), content.value());
            }
        }
        writer.finish();
    }

    /** Everything; what is held has been spilled if there are runs. */
    ChangeStream stream() {
        return runs.isEmpty() ? new HeldChanges(held) : merged(runs);
    }

    /** Writes the group's file of changes. */
    void write(IntPredicate isLive, WritableByteChannel target) throws IOException {
        try (ChangeStream all = stream()) {
            write(all, isLive, target);
        }
    }
}
