package io.hotcopy.embedded;

import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.Lineage;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a start found in one database, and how it goes on.
 *
 * @param database its name
 * @param begun why a new lineage begins
 * @param lineage the life it is in now
 * @param through every commit up to this one is here
 * @param voided how many commits were in doubt and are void now; none of them had been acknowledged
 * @param absent the declared archives that do not serve, and why
 * @param returned the declared archives that came back by SYNC as soon as the others served
 * @param losses what the operator has to know, as sentences: what a forced start has given up, and which removed
 *     archive could not be deleted
 * @param undeclared how the database differs from its declaration by what was changed while it ran and is remembered,
 *     as sentences: storage managers added and removed, storage groups added, given and given up
 */
public record StartReport(
        DatabaseName database,
        Begun begun,
        Lineage lineage,
        CommitNumber through,
        long voided,
        SortedMap<ArchiveId, Absence> absent,
        SortedMap<ArchiveId, Returned> returned,
        List<String> losses,
        List<String> undeclared) {

    public StartReport {
        absent = Collections.unmodifiableSortedMap(new TreeMap<>(absent));
        returned = Collections.unmodifiableSortedMap(new TreeMap<>(returned));
        losses = List.copyOf(losses);
        undeclared = List.copyOf(undeclared);
    }

    /** The same, some of the absent archives having come back. */
    StartReport with(SortedMap<ArchiveId, Absence> stillAbsent, List<SyncReport> syncs) {
        SortedMap<ArchiveId, Returned> back = new TreeMap<>();
        syncs.forEach(sync -> back.put(sync.archive(), new Returned(absent.get(sync.archive()), sync)));
        return new StartReport(database, begun, lineage, through, voided, stillAbsent, back, losses, undeclared);
    }

    /**
     * How an archive came back.
     *
     * @param before what the start did without it for
     * @param sync what it got
     */
    public record Returned(Absence before, SyncReport sync) {}

    /** How a start stands to the life before it. */
    public enum Begun {
        /** It goes on with it. */
        CONTINUED,
        /** There was none: the database is new. */
        CREATED,
        /** A new lineage begins on restored archives. */
        RESTORED,
        /** A new lineage begins because a storage group lost its last member and the operator said so. */
        FORCED
    }

    /**
     * Why an archive does not serve.
     *
     * @param state its storage manager's state
     * @param reason what is the matter with it, in half a sentence
     * @param hint what to do
     */
    public record Absence(ArchiveFacts.State state, String reason, String hint) {}
}
