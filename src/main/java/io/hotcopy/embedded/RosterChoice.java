package io.hotcopy.embedded;

import io.hotcopy.embedded.journal.JournalScan;
import io.hotcopy.embedded.journal.View;
import io.hotcopy.embedded.journal.VoidFilter;
import io.hotcopy.embedded.start.Decision;
import io.hotcopy.embedded.start.InDoubt;
import io.hotcopy.embedded.state.DatabaseState;
import io.hotcopy.embedded.state.KnownArchive;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.StorageGroupName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Chooses who serves (protocol §2): the present members of the newest view whose journals are whole. When they leave a
 * storage group without a member, the start is refused; unless the missing ones were declared lost: then an archive
 * that had left the view before is taken for that group, and a new lineage begins where its knowledge ends.
 */
final class RosterChoice {

    private final StartContext context;
    private final DatabaseState state;
    private final ArchiveInventory inventory;
    private final VoidFilter voids;

    RosterChoice(StartContext context, DatabaseState state, ArchiveInventory inventory) {
        this.context = context;
        this.state = state;
        this.inventory = inventory;
        this.voids = new VoidFilter(state.views());
    }

    /** Chooses; whatever is damaged is rejected from the inventory. */
    Roster choose() {
        InDoubt judge = judge(inventory.opened());
        SortedMap<ArchiveId, String> damaged = judge.damaged(state.runFrom(), isComplete());
        for (FoundArchive archive : inventory.opened()) {
            Optional.ofNullable(damaged.get(archive.id())).ifPresent(reason -> inventory.reject(archive, reason));
        }
        List<FoundArchive> voters = inventory.opened();
        SortedSet<StorageGroupName> uncovered = uncoveredBy(voters);
        return uncovered.isEmpty()
                ? new Roster(voters, judge.decide(ids(voters)), Optional.empty(), List.of())
                : forced(voters, uncovered);
    }

    private InDoubt judge(Collection<FoundArchive> archives) {
        return new InDoubt(archives.stream().map(FoundArchive::evidence).toList(), voids);
    }

    private boolean isComplete() {
        return ids(inventory.opened()).containsAll(newestMembers());
    }

    private SortedSet<ArchiveId> newestMembers() {
        return state.newestView()
                .map(View::members)
                .orElseGet(() -> new TreeSet<>(state.archives().keySet()));
    }

    private static SortedSet<ArchiveId> ids(Collection<FoundArchive> archives) {
        return archives.stream().map(FoundArchive::id).collect(Collectors.toCollection(TreeSet::new));
    }

    private SortedSet<StorageGroupName> uncoveredBy(Collection<FoundArchive> archives) {
        SortedSet<StorageGroupName> uncovered = context.managers().storageGroups(Optional.of(state));
        archives.forEach(archive -> uncovered.removeAll(archive.known().serves()));
        return uncovered;
    }

    private Roster forced(List<FoundArchive> voters, SortedSet<StorageGroupName> uncovered) {
        requireDeclaredLost(uncovered);
        List<FoundArchive> stale = new ArrayList<>();
        for (StorageGroupName group : uncovered) {
            if (stale.stream().noneMatch(archive -> archive.known().serves().contains(group))) {
                stale.addAll(lastToServe(group));
            }
        }
        List<FoundArchive> members = inventory.opened();
        Decision decision = judge(members).decide(ids(members));
        CommitNumber fork = voters.isEmpty()
                ? decision.through()
                : stale.stream()
                        .map(archive -> archive.evidence().stable())
                        .reduce(decision.through(), CommitNumber::min);
        return new Roster(members, decision, Optional.of(fork), losses(stale, fork));
    }

    private void requireDeclaredLost(SortedSet<StorageGroupName> uncovered) {
        List<ArchiveId> missing = newestMembers().stream()
                .filter(archive -> !context.lost().contains(archive))
                .filter(archive -> !ids(inventory.opened()).contains(archive))
                .filter(archive ->
                        state.archives().get(archive).serves().stream().anyMatch(uncovered::contains))
                .toList();
        if (!missing.isEmpty()) {
            throw new HotCopyException(
                    context.name() + " is not started: no member of storage groups " + uncovered
                            + " is here; missing are archives " + missing + reasons(missing),
                    "Bring one of them back.",
                    "Or declare them lost: the start then goes on without them, in a new lineage.");
        }
    }

    private String reasons(List<ArchiveId> missing) {
        return missing.stream()
                .filter(inventory.absences()::containsKey)
                .map(archive -> "; archive " + archive + ": "
                        + inventory.absences().get(archive).reason())
                .collect(Collectors.joining());
    }

    /** Of the archives that left the view before, those that were in it last. */
    private List<FoundArchive> lastToServe(StorageGroupName group) {
        List<KnownArchive> serving = inventory.outside().stream()
                .filter(archive -> archive.serves().contains(group))
                .toList();
        Optional<View> last = state.views().stream()
                .filter(view ->
                        serving.stream().anyMatch(archive -> view.members().contains(archive.id())))
                .max(Comparator.comparingLong(View::number));
        List<FoundArchive> whole = serving.stream()
                .filter(archive -> last.orElseThrow().members().contains(archive.id()))
                .map(inventory::openOutside)
                .filter(this::isWhole)
                .toList();
        if (whole.isEmpty()) {
            throw new HotCopyException(
                    context.name() + " is not started: no archive of storage group " + group + " is left",
                    "Restore the newest backup collection and start on the restored archives.");
        }
        return whole;
    }

    private boolean isWhole(FoundArchive archive) {
        boolean whole = archive.scan().end() != JournalScan.End.DAMAGED;
        if (!whole) {
            inventory.reject(archive, archive.scan().reason());
        }
        return whole;
    }

    private static List<String> losses(List<FoundArchive> stale, CommitNumber fork) {
        return stale.stream()
                .map(archive -> "archive " + archive.id() + " had left the view: commits after " + fork
                        + " may be lost in storage groups " + archive.known().serves())
                .toList();
    }
}
