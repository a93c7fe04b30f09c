package io.hotcopy.verify;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.StorageGroupName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is found of each storage group, over all archives that hold it. Safe for several threads. */
final class GroupLooks {

    private final SortedMap<StorageGroupName, List<Finding>> findings = new TreeMap<>();

    GroupLooks(Collection<StorageGroupName> groups) {
        groups.forEach(group -> findings.put(group, new ArrayList<>()));
    }

    /** What is wrong with an element is wrong with every group in it. */
    synchronized void add(ElementFacts element, List<Finding> found) {
        element.covers().keySet().forEach(group -> of(group).addAll(found));
    }

    /** What no group can be without. */
    synchronized void addToAll(Finding found) {
        findings.values().forEach(list -> list.add(found));
    }

    /**
     * Compares a scan of a restored archive with what its sources say of the target.
     *
     * @param expected the content of each group that it must hold
     * @param scanned the content of each group as read; an empty group may be left out
     */
    synchronized void compare(
            ArchiveId archive,
            CommitNumber target,
            SortedMap<StorageGroupName, Fingerprint> expected,
            SortedMap<StorageGroupName, Fingerprint> scanned) {
        TreeMap<StorageGroupName, Fingerprint> all = new TreeMap<>(expected);
        all.putAll(scanned);
        for (StorageGroupName group : all.keySet()) {
            Fingerprint wanted = expected.getOrDefault(group, Fingerprint.ZERO);
            Fingerprint found = scanned.getOrDefault(group, Fingerprint.ZERO);
            if (!found.equals(wanted)) {
                of(group)
                        .add(Finding.damaged("archive " + archive + " restored to commit " + target + ": storage group "
                                + group + ": expected content " + wanted + ", found " + found));
            }
        }
    }

    /** A group that was restored twice must be the same in both (M37), each archive by its own account sound or not. */
    synchronized void compareCopies(SortedMap<ArchiveId, SortedMap<StorageGroupName, Fingerprint>> scanned) {
        findings.forEach((group, found) -> {
            long different = scanned.values().stream()
                    .map(archive -> archive.get(group))
                    .filter(Objects::nonNull)
                    .distinct()
                    .count();
            if (different > 1) {
                found.add(Finding.damaged("storage group " + group + " differs between the restored archives"));
            }
        });
    }

    synchronized boolean isSound() {
        return findings.values().stream().allMatch(List::isEmpty);
    }

    synchronized List<GroupVerdict> verdicts() {
        return findings.entrySet().stream()
                .map(entry -> new GroupVerdict(entry.getKey(), entry.getValue()))
                .toList();
    }

    private List<Finding> of(StorageGroupName group) {
        return findings.computeIfAbsent(group, absent -> new ArrayList<>());
    }
}
