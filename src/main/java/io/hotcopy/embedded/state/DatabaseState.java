package io.hotcopy.embedded.state;

import io.hotcopy.embedded.journal.View;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.Lineage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What the domain knows of one database. The authority on views and identities at a start: where a journal knows less,
 * it had not been told yet.
 *
 * @param databaseUuid the database's identity, kept over lineages
 * @param lineage its present life
 * @param established false while its archives are being made for the first time; they hold nothing then
 * @param reservedThrough commit numbers up to here may have been used; none above has
 * @param runFrom the first number that could be given out since the last start; in a run there are no holes
 * @param archives all that belong to it, by number
 * @param views all there were, oldest first
 */
public record DatabaseState(
        UUID databaseUuid,
        Lineage lineage,
        boolean established,
        CommitNumber reservedThrough,
        CommitNumber runFrom,
        SortedMap<ArchiveId, KnownArchive> archives,
        List<View> views) {

    public DatabaseState {
        archives = Collections.unmodifiableSortedMap(new TreeMap<>(archives));
        views = List.copyOf(views);
    }

    /** The view that counts; empty before the first start has ended. */
    public Optional<View> newestView() {
        return views.isEmpty() ? Optional.empty() : Optional.of(views.get(views.size() - 1));
    }

    public DatabaseState withView(View next) {
        if (newestView().isPresent() && next.number() <= newestView().get().number()) {
            throw new IllegalArgumentException("view " + next.number() + " after " + newestView());
        }
        List<View> more = new ArrayList<>(views);
        more.add(next);
        return new DatabaseState(databaseUuid, lineage, established, reservedThrough, runFrom, archives, more);
    }

    public DatabaseState withReservedThrough(CommitNumber through) {
        return new DatabaseState(databaseUuid, lineage, established, through, runFrom, archives, views);
    }

    /** The same at a start, with all numbers up to {@code used} used. */
    public DatabaseState withRunAfter(CommitNumber used) {
        CommitNumber through = CommitNumber.max(reservedThrough, used);
        return new DatabaseState(databaseUuid, lineage, established, through, through.next(), archives, views);
    }

    public DatabaseState withLineage(Lineage next) {
        return new DatabaseState(databaseUuid, next, established, reservedThrough, runFrom, archives, views);
    }

    /** The same, its archives made. */
    public DatabaseState nowEstablished() {
        return new DatabaseState(databaseUuid, lineage, true, reservedThrough, runFrom, archives, views);
    }

    /** The same without an archive that nothing is to be known of any more; it is in no view that counts. */
    public DatabaseState withoutArchive(ArchiveId archive) {
        SortedMap<ArchiveId, KnownArchive> fewer = new TreeMap<>(archives);
        fewer.remove(archive);
        return new DatabaseState(databaseUuid, lineage, established, reservedThrough, runFrom, fewer, views);
    }

    /** The same with one archive's facts replaced or added. */
    public DatabaseState withArchive(KnownArchive archive) {
        SortedMap<ArchiveId, KnownArchive> more = new TreeMap<>(archives);
        more.put(archive.id(), archive);
        return new DatabaseState(databaseUuid, lineage, established, reservedThrough, runFrom, more, views);
    }
}
