package io.hotcopy.embedded.state;

import io.hotcopy.model.StorageManager;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.StorageGroupName;
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
 * @param served how what declared archives serve may differ from what they are declared to serve
 * @param groups storage groups that the database may have without their being declared
 */
public record ManagerChanges(
        SortedMap<ArchiveId, Added> added,
        SortedSet<ArchiveId> removed,
        SortedMap<ArchiveId, Path> purging,
        SortedMap<ArchiveId, Served> served,
        SortedSet<StorageGroupName> groups) {

    /** What is declared is what there is. */
    public static final ManagerChanges NONE =
            new ManagerChanges(new TreeMap<>(), new TreeSet<>(), new TreeMap<>(), new TreeMap<>(), new TreeSet<>());

    public ManagerChanges {
        added = Collections.unmodifiableSortedMap(new TreeMap<>(added));
        removed = Collections.unmodifiableSortedSet(new TreeSet<>(removed));
        purging = Collections.unmodifiableSortedMap(new TreeMap<>(purging));
        served = Collections.unmodifiableSortedMap(new TreeMap<>(served));
        groups = Collections.unmodifiableSortedSet(new TreeSet<>(groups));
    }

    /**
     * One that was added.
     *
     * @param manager as if it were declared; what its archive serves now the {@link KnownArchive} says, if there is one
     * @param directory where its archive lies, or is to lie; absolute
     */
    public record Added(StorageManager manager, Path directory) {}

    /**
     * What a declared archive may serve beyond its declaration, and may lack of it. What it serves the
     * {@link KnownArchive} says; this is written down before that changes, so that it may name what did not come about.
     *
     * @param given storage groups that it is not declared to serve
     * @param givenUp storage groups that it is declared to serve
     */
    public record Served(SortedSet<StorageGroupName> given, SortedSet<StorageGroupName> givenUp) {

        /** It serves what it is declared to serve. */
        public static final Served AS_DECLARED = new Served(new TreeSet<>(), new TreeSet<>());

        public Served {
            given = Collections.unmodifiableSortedSet(new TreeSet<>(given));
            givenUp = Collections.unmodifiableSortedSet(new TreeSet<>(givenUp));
        }

        /** The same with one more that it was given. */
        public Served withGiven(StorageGroupName group) {
            return new Served(more(given, group), givenUp);
        }

        /** The same with one more that it gave up. */
        public Served withGivenUp(StorageGroupName group) {
            return new Served(given, more(givenUp, group));
        }
    }

    private static SortedSet<StorageGroupName> more(SortedSet<StorageGroupName> groups, StorageGroupName group) {
        SortedSet<StorageGroupName> more = new TreeSet<>(groups);
        more.add(group);
        return more;
    }

    /** The same with one more. */
    public ManagerChanges with(Added one) {
        ArchiveId archive = one.manager().archive();
        SortedMap<ArchiveId, Added> more = new TreeMap<>(added);
        more.put(archive, one);
        SortedSet<ArchiveId> fewer = new TreeSet<>(removed);
        fewer.remove(archive);
        return new ManagerChanges(more, fewer, purging, servedBut(archive), groups);
    }

    /** The same without one, whether it was added or is declared. */
    public ManagerChanges without(ArchiveId archive, boolean declared) {
        SortedMap<ArchiveId, Added> fewer = new TreeMap<>(added);
        fewer.remove(archive);
        SortedSet<ArchiveId> more = new TreeSet<>(removed);
        if (declared) {
            more.add(archive);
        }
        return new ManagerChanges(fewer, more, purging, servedBut(archive), groups);
    }

    private SortedMap<ArchiveId, Served> servedBut(ArchiveId archive) {
        SortedMap<ArchiveId, Served> others = new TreeMap<>(served);
        others.remove(archive);
        return others;
    }

    /** The same, a removed archive being deleted. */
    public ManagerChanges purging(ArchiveId archive, Path directory) {
        SortedMap<ArchiveId, Path> more = new TreeMap<>(purging);
        more.put(archive, directory);
        return new ManagerChanges(added, removed, more, served, groups);
    }

    /** The same, nothing being left of it. */
    public ManagerChanges purged(ArchiveId archive) {
        SortedMap<ArchiveId, Path> fewer = new TreeMap<>(purging);
        fewer.remove(archive);
        return new ManagerChanges(added, removed, fewer, served, groups);
    }

    /** What is kept of what a declared archive serves. */
    public Served servedBy(ArchiveId archive) {
        return served.getOrDefault(archive, Served.AS_DECLARED);
    }

    /** The same with something else kept of what a declared archive serves. */
    public ManagerChanges withServed(ArchiveId archive, Served its) {
        SortedMap<ArchiveId, Served> changed = servedBut(archive);
        if (!its.equals(Served.AS_DECLARED)) {
            changed.put(archive, its);
        }
        return new ManagerChanges(added, removed, purging, changed, groups);
    }

    /** The same with these storage groups that need not be declared. */
    public ManagerChanges withGroups(SortedSet<StorageGroupName> undeclared) {
        return new ManagerChanges(added, removed, purging, served, undeclared);
    }

    /** The same with one more storage group that need not be declared. */
    public ManagerChanges withGroup(StorageGroupName group) {
        return withGroups(more(groups, group));
    }
}
