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
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

/** The changes of one storage group: what is held in memory, and sorted runs, the oldest first. */
final class GroupSorter {

    /** So many runs of one level become one run of the next, so that few are open at once whatever there is. */
    private static final int MERGED_AT_ONCE = 16;

    /** Files from elsewhere are not rewritten to have fewer of them. */
    private static final int NEVER_FULL = Integer.MAX_VALUE;

    private static final IntPredicate EVERY_TABLE = table -> true;

    private final StorageGroupName group;
    private final CommitRange range;
    private final Path scratch;
    private final LeftFiles left;
    private final List<Run> runs = new ArrayList<>();
    private ChangeTable held = new ChangeTable();
    private int runsWritten;

    /**
     * A sorted file.
     *
     * @param level how often its records have been merged
     * @param own whether it was written here, and goes when it has been merged
     */
    private record Run(int level, Path file, boolean own) {}

    GroupSorter(StorageGroupName group, CommitRange range, Path scratch, LeftFiles left) {
        this.group = group;
        this.range = range;
        this.scratch = scratch;
        this.left = left;
    }

    /** @param stored as {@link StoredValue} says */
    void put(byte[] key, byte[] stored) {
        held.put(key, stored);
    }

    /** Takes a sorted file, which comes after all before. */
    void putSorted(Path file) throws IOException {
        spill();
        runs.add(new Run(NEVER_FULL, file, false));
    }

    long heldBytes() {
        return held.bytes();
    }

    /** Writes what is held as the newest run, and merges runs where there are many. */
    void spill() throws IOException {
        if (held.isEmpty()) {
            return;
        }
        runs.add(new Run(0, newRun(held.sorted(group)), true));
        held = new ChangeTable();
        while (isNewestLevelFull()) {
            mergeNewest();
        }
    }

    /** A file from elsewhere among them begins the counting anew: it is of no level, and holds its values otherwise. */
    private boolean isNewestLevelFull() {
        int level = runs.get(runs.size() - 1).level();
        return runs.size() >= MERGED_AT_ONCE
                && runs.subList(runs.size() - MERGED_AT_ONCE, runs.size()).stream()
                        .allMatch(run -> run.own() && run.level() == level);
    }

    private void mergeNewest() throws IOException {
        List<Run> newest = runs.subList(runs.size() - MERGED_AT_ONCE, runs.size());
        int level = newest.get(0).level() + 1;
        Path merged = newRun(merged(newest.stream().map(GroupSorter::stored).toList()));
        for (Run run : newest) {
            Files.delete(run.file());
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

    private static Supplier<ChangeStream> stored(Run run) {
        return () -> ChangeCursor.open(run.file());
    }

    /** Several streams as one, the oldest first; when one cannot be opened, those opened before it are closed. */
    private static ChangeStream merged(List<Supplier<ChangeStream>> opening) {
        List<ChangeStream> opened = new ArrayList<>();
        try {
            opening.forEach(one -> opened.add(one.get()));
            return new ChangesMerge(opened);
        } catch (RuntimeException trouble) {
            opened.forEach(ChangeStream::close);
            throw trouble;
        }
    }

    private void write(ChangeStream content, IntPredicate isLive, WritableByteChannel target) throws IOException {
        ChangeFileWriter writer = new ChangeFileWriter(target, group, range);
        while (content.next()) {
            byte[] key = content.key();
            if (!isLive.test(TableKeys.table(key))) {
                continue;
            }
            byte[] value = content.value();
            if (value == null) {
                writer.delete(key);
            } else {
                writer.put(key, value);
            }
        }
        writer.finish();
    }

    /** Everything; what is held is newer than all runs. */
    ChangeStream stream() {
        LeftReader reader = left.open();
        if (runs.isEmpty()) {
            return new StoredChanges(held.sorted(group), reader);
        }
        List<Supplier<ChangeStream>> oldestFirst = new ArrayList<>();
        runs.forEach(run -> oldestFirst.add(() -> shown(run, reader)));
        oldestFirst.add(() -> new StoredChanges(held.sorted(group), reader));
        return merged(oldestFirst);
    }

    /** Files from elsewhere hold values as they are. */
    private static ChangeStream shown(Run run, LeftReader reader) {
        ChangeCursor cursor = ChangeCursor.open(run.file());
        return run.own() ? new StoredChanges(cursor, reader) : cursor;
    }

    /** Writes the group's file of changes. */
    void write(IntPredicate isLive, WritableByteChannel target) throws IOException {
        try (ChangeStream all = stream()) {
            write(all, isLive, target);
        }
    }
}
