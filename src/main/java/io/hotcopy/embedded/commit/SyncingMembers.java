package io.hotcopy.embedded.commit;

import io.hotcopy.term.ArchiveId;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The members that take part in commits, but do not hold yet all that came before. Safe for several threads. */
final class SyncingMembers {

    private final Set<ArchiveId> archives = ConcurrentHashMap.newKeySet();

    void add(ArchiveId archive) {
        archives.add(archive);
    }

    void remove(ArchiveId archive) {
        archives.remove(archive);
    }

    boolean has(ArchiveId archive) {
        return archives.contains(archive);
    }

    /** These and some others. */
    SortedSet<ArchiveId> and(Set<ArchiveId> others) {
        SortedSet<ArchiveId> all = new TreeSet<>(archives);
        all.addAll(others);
        return all;
    }
}
