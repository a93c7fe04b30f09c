package io.hotcopy.embedded.state;

import io.hotcopy.model.StorageManager;
import io.hotcopy.term.ArchiveId;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How the storage managers of a database differ from those that are declared.
 *
 * @param added those that were added while it ran, by their archives; one of them takes the place of a declared one
 * @param removed archives that are declared, and were removed while it ran; none of the added ones
 * @param purging where archives lie that were removed, and of which nothing is to be left
 */
public record ManagerChanges(
        SortedMap<ArchiveId, Added> added, SortedSet<ArchiveId> removed, SortedMap<ArchiveId, Path> purging) {

    /** What is declared is what there is. */
    public static final ManagerChanges NONE = new ManagerChanges(new TreeMap<>(), new TreeSet<>(), new TreeMap<>());

    public ManagerChanges {
        added = Collections.unmodifiableSortedMap(new TreeMap<>(added));
        removed = Collections.unmodifiableSortedSet(new TreeSet<>(removed));
        purging = Collections.unmodifiableSortedMap(new TreeMap<>(purging));
    }

    /**
     * One that was added.
     *
     * @param manager as if it were declared; what its archive serves now the {@link KnownArchive} says, if there is one
     * @param directory where its archive lies, or is to lie; absolute
     */
    public record Added(StorageManager manager, Path directory) {}

    /** The same with one more. */
    public ManagerChanges with(Added one) {
        ArchiveId archive = one.manager().archive();
        SortedMap<ArchiveId, Added> more = new TreeMap<>(added);
        more.put(archive, one);
        SortedSet<ArchiveId> fewer = new TreeSet<>(removed);
        fewer.remove(archive);
        return new ManagerChanges(more, fewer, purging);
    }

    /** The same without one, whether it was added or is declared. */
    public ManagerChanges without(ArchiveId archive, boolean declared) {
        SortedMap<ArchiveId, Added> fewer = new TreeMap<>(added);
        fewer.remove(archive);
        SortedSet<ArchiveId> more = new TreeSet<>(removed);
        if (declared) {
            more.add(archive);
        }
        return new ManagerChanges(fewer, more, purging);
    }

    /** The same, a removed archive being deleted. */
    public ManagerChanges purging(ArchiveId archive, Path directory) {
        SortedMap<ArchiveId, Path> more = new TreeMap<>(purging);
        more.put(archive, directory);
        return new ManagerChanges(added, removed, more);
    }

    /** The same, nothing being left of it. */
    public ManagerChanges purged(ArchiveId archive) {
        SortedMap<ArchiveId, Path> fewer = new TreeMap<>(purging);
        fewer.remove(archive);
        return new ManagerChanges(added, removed, fewer);
    }
}
