package io.hotcopy.embedded;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.embedded.journal.CommitFrame;
import io.hotcopy.embedded.journal.FingerprintDifference;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.CommitRange;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.StorageGroupName;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The running fingerprints of one storage group's tables, led through the commits of one journal element: to where the
 * element carries the group, and on to its cut, where the manifest knows the content. So a commit that is missing or
 * there twice shows, also one that comes after the target. Used by one thread.
 */
final class FollowedContent {

    private final ElementFacts element;
    private final StorageGroupName group;
    private final CommitRange takes;
    private final SortedMap<Integer, Fingerprint> sums;
    private SortedMap<Integer, Fingerprint> reached;

    /**
     * @param takes the commits that carry the group
     * @param before the fingerprints of its tables before them
     */
    FollowedContent(
            ElementFacts element, StorageGroupName group, CommitRange takes, SortedMap<Integer, Fingerprint> before) {
        this.element = element;
        this.group = group;
        this.takes = takes;
        this.sums = new TreeMap<>(before);
    }

    /** Whether a commit carries the group. */
    boolean takes(CommitNumber commit) {
        return takes.contains(commit);
    }

    /**
     * Takes the next commit of the element that is not void, whatever its number.
     *
     * @param dropped the tables that it drops
     */
    void take(CommitFrame commit, Collection<Integer> dropped) {
        CommitNumber number = commit.number();
        if (!number.isAfter(takes.from()) || number.isAfter(element.cut())) {
            return;
        }
        if (number.isAfter(takes.through()) && reached == null) {
            reached = new TreeMap<>(sums);
        }
        for (FingerprintDifference difference : commit.differences()) {
            if (difference.group().equals(group)) {
                sums.merge(difference.table(), difference.difference(), Fingerprint::plus);
            }
        }
        dropped.forEach(sums::remove);
    }

    /** The fingerprints of the tables where the element leaves the group. */
    SortedMap<Integer, Fingerprint> reached() {
        return reached == null ? sums : reached;
    }

    /** Compares the content at the element's cut with the manifest's. */
    void require() {
        require(element, group, sums.values());
    }

    /** Compares the sum of the tables' fingerprints with what a manifest says of a group at its cut. */
    static void require(ElementFacts element, StorageGroupName group, Collection<Fingerprint> tables) {
        Fingerprint expected = element.fingerprints().get(group);
        Fingerprint found = tables.stream().reduce(Fingerprint.ZERO, Fingerprint::plus);
        if (expected != null && !found.equals(expected)) {
            throw CopiedArchive.damaged("what \"" + element.directory() + "\" of archive " + element.archive()
                    + " holds does not lead to the content of storage group " + group + " at commit " + element.cut()
                    + ": expected fingerprint " + expected + ", found " + found);
        }
    }
}
