package io.hotcopy.embedded.state;

import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.SetId;
import io.hotcopy.term.StorageGroupName;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/**
 * An archive that belongs to the database, present or not.
 *
 * @param id its number
 * @param uuid its identity
 * @param serves the storage groups it keeps, UNPARTITIONED among them
 * @param newestSet the newest backup set that a full hot copy has initialised; when that full failed it holds journals
 *     only, and is still the newest one for the rule that journal copies go to the newest (M26)
 * @param completeSet the newest one whose full has been published
 */
public record KnownArchive(
        ArchiveId id,
        UUID uuid,
        SortedSet<StorageGroupName> serves,
        Optional<SetId> newestSet,
        Optional<CompleteSet> completeSet) {

    public KnownArchive {
        serves = Collections.unmodifiableSortedSet(new TreeSet<>(serves));
    }

    /** One that has never been copied. */
    public static KnownArchive uncopied(ArchiveId id, UUID uuid, SortedSet<StorageGroupName> serves) {
        return new KnownArchive(id, uuid, serves, Optional.empty(), Optional.empty());
    }

    public KnownArchive withNewestSet(SetId newest) {
        return new KnownArchive(id, uuid, serves, Optional.of(newest), completeSet);
    }

    public KnownArchive withCompleteSet(CompleteSet complete) {
        return new KnownArchive(id, uuid, serves, newestSet, Optional.of(complete));
    }
}
