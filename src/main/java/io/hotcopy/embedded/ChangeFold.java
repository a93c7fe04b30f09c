package io.hotcopy.embedded;

import io.hotcopy.driver.Changes;
import io.hotcopy.driver.ProducedFile;
import io.hotcopy.driver.Refusal;
import io.hotcopy.embedded.changes.ChangeFileWriter;
import io.hotcopy.embedded.changes.ChangeSorter;
import io.hotcopy.embedded.changes.TableFingerprints;
import io.hotcopy.embedded.changes.TableFingerprintsFile;
import io.hotcopy.embedded.journal.CommitFrame;
import io.hotcopy.embedded.journal.Operation;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitRange;
import io.hotcopy.term.StorageGroupName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/**
 * Commits of a range in, in order, and the files of an incremental out: the last value or tombstone of every record,
 * but for those of tables that are dropped by the end. Filled by one thread; its files may be written by any.
 */
final class ChangeFold implements AutoCloseable {

    private final ArchiveId archive;
    private final SortedSet<StorageGroupName> groups;
    private final CommitRange range;
    private final ChangeSorter sorter;
    private final CommitSpan span = new CommitSpan();
    private final Set<Integer> dropped = new HashSet<>();

    /**
     * @param groups those that the archive serves
     * @param range the commits to come
     * @param scratch as {@link ChangeSorter} takes it
     * @param memoryBytes as {@link ChangeSorter} takes it
     */
    ChangeFold(
            ArchiveId archive, SortedSet<StorageGroupName> groups, CommitRange range, Path scratch, long memoryBytes) {
        this.archive = archive;
        this.groups = groups;
        this.range = range;
        this.sorter = new ChangeSorter(groups, range, scratch, memoryBytes);
    }

    /**
     * Takes the next commit, of the range and not void.
     *
     * @throws io.hotcopy.driver.CopyRefusedException when the archive was given other storage groups by it: what lies
     *     in a group from before then is in no commit of the range
     */
    void take(CommitFrame commit) {
        span.add(commit.time());
        for (Operation operation : commit.operations()) {
            requireSameGroups(commit, operation);
            sorter.put(operation.group(), operation.key(), operation.value());
            FingerprintFold.dropped(operation).ifPresent(dropped::add);
        }
    }

    private void requireSameGroups(CommitFrame commit, Operation operation) {
        if (operation.group().equals(StorageGroupName.UNPARTITIONED)
                && SchemaRecords.isServingOf(operation.key(), archive)) {
            throw new Refusal(
                            Refusal.Kind.NO_BASE_SET,
                            "archive " + archive + " was given other storage groups by commit " + commit.number(),
                            List.of("Run a full hot copy first."))
                    .exception();
        }
    }

    /** Ends the filling. */
    Changes changes(TableFingerprints atTheEnd) {
        sorter.filled();
        List<ProducedFile> files = new ArrayList<>();
        for (StorageGroupName group : groups) {
            files.add(new ProducedBy(
                    ChangeFileWriter.name(group),
                    target -> sorter.write(group, table -> !dropped.contains(table), target)));
        }
        files.add(new ProducedBy(TableFingerprintsFile.NAME, target -> TableFingerprintsFile.write(target, atTheEnd)));
        return new Changes(range, files, span.earliest(), span.latest());
    }

    /** Deletes what was put aside; the files cannot be written any more. */
    @Override
    public void close() {
        sorter.close();
    }
}
