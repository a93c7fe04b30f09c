package io.hotcopy.driver;

import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.Lineage;
import io.hotcopy.term.StorageGroupName;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;

/**
 * What is true of a database at one moment; what a plan is decided on.
 *
 * @param database its full name
 * @param running whether it serves; when not, the archives' states are what was last saved or declared
 * @param databaseUuid its identity; empty when it was never started
 * @param lineage its present life; empty when it was never started
 * @param stable the highest commit number that is durable on all its participants; zero when not running
 * @param storageGroups the declared groups, those added since, and UNPARTITIONED, which every database has
 * @param archives one entry an archive, in order of ids
 */
public record DatabaseFacts(
        DatabaseName database,
        boolean running,
        Optional<UUID> databaseUuid,
        Optional<Lineage> lineage,
        CommitNumber stable,
        SortedSet<StorageGroupName> storageGroups,
        List<ArchiveFacts> archives) {

    public DatabaseFacts {
        archives =
                archives.stream().sorted(Comparator.comparing(ArchiveFacts::id)).toList();
    }

    public Optional<ArchiveFacts> archive(ArchiveId id) {
        int first = 0;
        int after = archives.size();
        while (first < after) {
            int middle = (first + after) >>> 1;
            int order = archives.get(middle).id().compareTo(id);
            if (order == 0) {
                return Optional.of(archives.get(middle));
            }
            first = order < 0 ? middle + 1 : first;
            after = order < 0 ? after : middle;
        }
        return Optional.empty();
    }
}
