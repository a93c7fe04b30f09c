package io.hotcopy.embedded;

import io.hotcopy.embedded.state.DatabaseState;
import io.hotcopy.embedded.state.KnownArchive;
import io.hotcopy.embedded.state.ManagerChanges;
import io.hotcopy.embedded.state.ManagerChanges.Served;
import io.hotcopy.model.StorageManager;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.StorageGroupName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How what a database serves differs from what is declared, at a start. The state says what is served. What was changed
 * while the database ran is remembered, and explains a difference: the declaration then need not be changed, or may
 * follow in part. What is not explained somebody has declared otherwise meanwhile, and the start is refused: no archive
 * gets or loses data by a declaration. What the declaration has caught up with is forgotten, so that who takes it back
 * is told.
 */
final class ServedBeyond {

    private final StartContext context;

    ServedBeyond(StartContext context) {
        this.context = context;
    }

    /** @throws HotCopyException when it is declared to serve otherwise than it does, and nothing explains that */
    void require(StorageManager manager, KnownArchive known) {
        Difference difference = of(manager, known);
        Served served = context.managers().changes().servedBy(known.id());
        if (served.given().containsAll(difference.more()) && served.givenUp().containsAll(difference.less())) {
            return;
        }
        List<String> hints = new ArrayList<>();
        hints.add("Declare it as it is: serves: "
                + known.serves().stream()
                        .filter(group -> !group.equals(StorageGroupName.UNPARTITIONED))
                        .map(group -> "'" + group + "'")
                        .toList()
                + ", and the same groups as storageGroups of the database.");
        SortedSet<StorageGroupName> wanted = without(difference.less(), served.givenUp());
        if (!wanted.isEmpty()) {
            hints.add("To have it serve " + wanted + ", start it as it is, and let it serve them then.");
        }
        throw new HotCopyException(
                "archive " + known.id() + " of " + context.name() + " is declared to serve " + manager.serves()
                        + ", and serves " + known.serves(),
                hints.toArray(String[]::new));
    }

    /** @throws HotCopyException when other storage groups are declared than there are, and nothing explains that */
    void requireGroups(SortedSet<StorageGroupName> groups) {
        SortedSet<StorageGroupName> declared = context.declared().storageGroups();
        boolean explained = context.managers().changes().groups().containsAll(without(groups, declared));
        if (!groups.containsAll(declared) || !explained) {
            throw new HotCopyException(
                    context.name() + " is declared with storage groups " + declared + ", and has " + groups,
                    "Declare the groups that it has.");
        }
    }

    /** Forgets what the declaration has caught up with, and what did not come about. */
    void forgetDeclared(DatabaseState state, SortedSet<StorageGroupName> groups) {
        context.managers().change(changes -> {
            ManagerChanges kept =
                    changes.withGroups(common(without(groups, context.declared().storageGroups()), changes.groups()));
            for (StorageManager manager : context.declared().storageManagers()) {
                KnownArchive known = state.archives().get(manager.archive());
                if (known != null) {
                    kept = kept.withServed(known.id(), kept(changes.servedBy(known.id()), of(manager, known)));
                }
            }
            return kept;
        });
    }

    private static Served kept(Served served, Difference difference) {
        return new Served(common(served.given(), difference.more()), common(served.givenUp(), difference.less()));
    }

    /** What differs, as sentences. */
    List<String> sentences(DatabaseState state) {
        List<String> sentences = new ArrayList<>();
        Managers managers = context.managers();
        SortedSet<StorageGroupName> groups = without(
                managers.storageGroups(Optional.of(state)), context.declared().storageGroups());
        if (!groups.isEmpty()) {
            sentences.add("storage groups " + groups + " were added while it ran, and are not declared");
        }
        for (StorageManager manager : managers.all()) {
            KnownArchive known = state.archives().get(manager.archive());
            if (managers.isAdded(manager.archive())) {
                sentences.add(added(manager.archive()));
            } else if (known != null && !known.serves().equals(manager.serves())) {
                sentences.add("archive " + known.id() + " is declared to serve " + manager.serves() + ", and serves "
                        + known.serves() + " since that was changed while it ran");
            }
        }
        managers.removed().stream()
                .filter(this::isDeclared)
                .map(archive -> "archive " + archive + " is declared, and was removed while it ran")
                .forEach(sentences::add);
        return sentences;
    }

    private String added(ArchiveId archive) {
        return "archive " + archive + " was added while it ran"
                + (isDeclared(archive) ? ", and serves instead of the one that is declared" : ", and is not declared");
    }

    private boolean isDeclared(ArchiveId archive) {
        return context.declared().storageManager(archive).isPresent();
    }

    /**
     * How an archive differs.
     *
     * @param more what it serves and is not declared to
     * @param less what it is declared to serve and does not
     */
    private record Difference(SortedSet<StorageGroupName> more, SortedSet<StorageGroupName> less) {}

    private static Difference of(StorageManager manager, KnownArchive known) {
        return new Difference(without(known.serves(), manager.serves()), without(manager.serves(), known.serves()));
    }

    private static SortedSet<StorageGroupName> without(
            Collection<StorageGroupName> groups, Collection<StorageGroupName> others) {
        SortedSet<StorageGroupName> fewer = new TreeSet<>(groups);
        fewer.removeAll(others);
        return fewer;
    }

    private static SortedSet<StorageGroupName> common(
            Collection<StorageGroupName> groups, Collection<StorageGroupName> others) {
        SortedSet<StorageGroupName> common = new TreeSet<>(groups);
        common.retainAll(others);
        return common;
    }
}
