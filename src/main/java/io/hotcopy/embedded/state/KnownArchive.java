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
 * @param journalSuspended why no journal hot copy may be made of it: its chain re-opens at the cut of the next full or
 *     incremental that begins after the cause and completes; empty when it is not suspended
 * @param chainEnd where its journal chain ends; empty before the first one was opened
 * @param baseLost why no incremental may be made of it until the next full has completed; empty when its newest
 *     complete set can be continued as far as is known here
 * @param syncing whether a SYNC of it was begun and has not ended well: what its directory holds counts for nothing by
 *     itself, neither as a member of a view nor as the last one to serve a group
 */
public record KnownArchive(
        ArchiveId id,
        UUID uuid,
        SortedSet<StorageGroupName> serves,
        Optional<SetId> newestSet,
        Optional<CompleteSet> completeSet,
        Optional<String> journalSuspended,
        Optional<ChainEnd> chainEnd,
        Optional<String> baseLost,
        boolean syncing) {

    public KnownArchive {
        serves = Collections.unmodifiableSortedSet(new TreeSet<>(serves));
    }

    /** One that has never been copied. */
    public static KnownArchive uncopied(ArchiveId id, UUID uuid, SortedSet<StorageGroupName> serves) {
        return new KnownArchive(
                id,
                uuid,
                serves,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    public KnownArchive withNewestSet(SetId newest) {
        return new KnownArchive(
                id, uuid, serves, Optional.of(newest), completeSet, journalSuspended, chainEnd, baseLost, syncing);
    }

    /** The same, a full having been published, which incrementals can continue. */
    public KnownArchive withCompleteSet(CompleteSet complete) {
        return new KnownArchive(
                id,
                uuid,
                serves,
                newestSet,
                Optional.of(complete),
                journalSuspended,
                chainEnd,
                Optional.empty(),
                syncing);
    }

    /** The same, a journal element having been published. */
    public KnownArchive withChainEnd(ChainEnd end) {
        return new KnownArchive(
                id, uuid, serves, newestSet, completeSet, journalSuspended, Optional.of(end), baseLost, syncing);
    }

    /**
     * The same, with no incremental until a full has completed.
     *
     * @param reason what its newest complete set was lost as a base by, in half a sentence
     */
    public KnownArchive withoutBase(String reason) {
        return new KnownArchive(
                id, uuid, serves, newestSet, completeSet, journalSuspended, chainEnd, Optional.of(reason), syncing);
    }

    /**
     * The same, journal hot copy suspended; the chain's lease counts for nothing from here on.
     *
     * @param reason what suspended it, in half a sentence
     */
    public KnownArchive suspended(String reason) {
        return new KnownArchive(
                id, uuid, serves, newestSet, completeSet, Optional.of(reason), chainEnd, baseLost, syncing);
    }

    /** The same, a full or incremental having completed that began after the cause of the suspension. */
    public KnownArchive resumed() {
        return new KnownArchive(
                id, uuid, serves, newestSet, completeSet, Optional.empty(), chainEnd, baseLost, syncing);
    }

    /** The same, its journal chain never begun. */
    public KnownArchive withoutChain() {
        return new KnownArchive(
                id, uuid, serves, newestSet, completeSet, journalSuspended, Optional.empty(), baseLost, syncing);
    }

    /** The same at the begin, or at the end, of a SYNC. */
    public KnownArchive withSyncing(boolean now) {
        return new KnownArchive(id, uuid, serves, newestSet, completeSet, journalSuspended, chainEnd, baseLost, now);
    }

    /** The same, serving other storage groups. */
    public KnownArchive withServes(SortedSet<StorageGroupName> groups) {
        return new KnownArchive(
                id, uuid, groups, newestSet, completeSet, journalSuspended, chainEnd, baseLost, syncing);
    }
}
