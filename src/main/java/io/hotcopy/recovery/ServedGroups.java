package io.hotcopy.recovery;

import io.hotcopy.backupset.ElementFacts.Member;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.StorageGroupName;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which storage groups the database had, as the runs say: at each commit an archive serves what the newest run up to
 * there says of it. So a group that was added is missed in what was copied before, and one that is gone is not.
 */
final class ServedGroups {

    private final NavigableMap<CommitNumber, SortedMap<ArchiveId, SortedSet<StorageGroupName>>> said = new TreeMap<>();

    /** @param runs of one life, whether they can be used or not */
    ServedGroups(Collection<CopyRun> runs) {
        for (CopyRun run : runs) {
            for (Member member : run.members()) {
                said.computeIfAbsent(run.cut(), absent -> new TreeMap<>())
                        .computeIfAbsent(member.archive(), absent -> new TreeSet<>())
                        .addAll(member.storageGroups());
            }
        }
    }

    /** The storage groups at a commit. */
    SortedSet<StorageGroupName> at(CommitNumber commit) {
        Map<ArchiveId, SortedSet<StorageGroupName>> serving = new TreeMap<>();
        said.headMap(commit, true).values().forEach(serving::putAll);
        return union(serving.values());
    }

    /** Where the answer of {@link #at} changes or may change: from each of these commits to the next it is the same. */
    SortedMap<CommitNumber, SortedSet<StorageGroupName>> changes() {
        SortedMap<CommitNumber, SortedSet<StorageGroupName>> changes = new TreeMap<>();
        Map<ArchiveId, SortedSet<StorageGroupName>> serving = new TreeMap<>();
        SortedSet<StorageGroupName> before = new TreeSet<>();
        for (Map.Entry<CommitNumber, SortedMap<ArchiveId, SortedSet<StorageGroupName>>> next : said.entrySet()) {
            serving.putAll(next.getValue());
            SortedSet<StorageGroupName> now = union(serving.values());
            if (!now.equals(before)) {
                changes.put(next.getKey(), now);
                before = now;
            }
        }
        return changes;
    }

    /** The archives that were ever said to serve a group. */
    List<ArchiveId> archivesOf(StorageGroupName group) {
        return said.values().stream()
                .flatMap(archives -> archives.entrySet().stream())
                .filter(archive -> archive.getValue().contains(group))
                .map(Map.Entry::getKey)
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static SortedSet<StorageGroupName> union(Collection<SortedSet<StorageGroupName>> all) {
        SortedSet<StorageGroupName> union = new TreeSet<>();
        all.forEach(union::addAll);
        return union;
    }
}
