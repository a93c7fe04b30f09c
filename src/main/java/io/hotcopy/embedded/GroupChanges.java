package io.hotcopy.embedded;

import io.hotcopy.embedded.commit.Member;
import io.hotcopy.embedded.state.DatabaseState;
import io.hotcopy.embedded.state.KnownArchive;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.StorageGroupName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Storage groups that a running database gets, and archives that get one (protocol §3). That it may be is written down
 * first, so that it need not be declared; then the state says so, the schema last: a start ends what was cut off after
 * the state, and forgets what was cut off before. Under the database's {@linkplain RunningDatabase#life lock}.
 */
final class GroupChanges {

    private final RunningDatabase running;
    private final SchemaChanges schema;
    private final StorageManagers managers;
    private final Managers known;

    GroupChanges(RunningDatabase running, SchemaChanges schema, StorageManagers managers, Managers known) {
        this.running = running;
        this.known = known;
        this.schema = schema;
        this.managers = managers;
    }

    /** A new group, empty, on running archives. */
    void add(StorageGroupName group, Set<ArchiveId> archives) {
        managers.oneAtATime(() -> {
            if (schema.present().groups().contains(group)) {
                throw new HotCopyException(
                        "there is a storage group \"" + group + "\" already", "Choose another name.");
            }
            if (archives.isEmpty()) {
                throw new HotCopyException(
                        "no archive is to serve storage group " + group, "Name at least one that is running.");
            }
            List<OpenMember> members = new ArrayList<>();
            new TreeSet<>(archives).forEach(archive -> members.add(managers.requireRunning(archive)));
            known.giving(archives, group);
            begin(group, members);
            return null;
        });
    }

    private void begin(StorageGroupName group, List<OpenMember> members) {
        SortedMap<ArchiveId, SortedSet<StorageGroupName>> serving = new TreeMap<>();
        members.forEach(open ->
                serving.put(open.member().archive(), with(group, open.member().serves())));
        members.forEach(open -> {
            open.member().store().addGroup(group);
            open.member().leases().remove(LeaseOwners.JOURNAL_CHAIN);
        });
        running.state().change(state -> with(state, serving, group));
        List<OpenMember> more = members.stream()
                .map(open -> new OpenMember(
                        open.member().serving(serving.get(open.member().archive())), open.relay()))
                .toList();
        more.forEach(running::opened);
        List<Member> served = more.stream().map(OpenMember::member).toList();
        running.pipeline().serveMore(served);
        schema.serve(serving);
    }

    private static DatabaseState with(
            DatabaseState state, SortedMap<ArchiveId, SortedSet<StorageGroupName>> serving, StorageGroupName group) {
        DatabaseState changed = state;
        for (ArchiveId archive : serving.keySet()) {
            changed = changed.withArchive(given(state.archives().get(archive), group, serving.get(archive)));
        }
        return changed;
    }

    private static KnownArchive given(KnownArchive known, StorageGroupName group, SortedSet<StorageGroupName> serves) {
        String reason = "it was given storage group " + group;
        return known.withServes(serves).suspended(reason).withoutBase(reason);
    }

    /** An archive gets a group that others serve already: its storage manager stops and comes back with it by SYNC. */
    SyncReport serve(ArchiveId archive, StorageGroupName group, ProgressListener progress) {
        return managers.oneAtATime(() -> {
            schema.requireGroup(group);
            Member member = managers.requireRunning(archive).member();
            if (member.serves().contains(group)) {
                throw new HotCopyException("archive " + archive + " serves storage group " + group + " already");
            }
            SortedSet<StorageGroupName> serves = with(group, member.serves());
            known.giving(Set.of(archive), group);
            managers.stop(archive);
            running.state()
                    .change(state -> state.withArchive(given(state.archives().get(archive), group, serves)));
            SyncReport report = managers.start(archive, progress);
            schema.serve(new TreeMap<>(Map.of(archive, serves)));
            return report;
        });
    }

    /** An archive gives up a group that others serve: its storage manager stops, and comes back without it by SYNC. */
    SyncReport unserve(ArchiveId archive, StorageGroupName group, ProgressListener progress) {
        return managers.oneAtATime(() -> {
            schema.requireGroup(group);
            if (group.equals(StorageGroupName.UNPARTITIONED)) {
                throw new HotCopyException("every archive serves storage group " + group);
            }
            Member member = managers.requireRunning(archive).member();
            if (!member.serves().contains(group)) {
                throw new HotCopyException("archive " + archive + " does not serve storage group " + group);
            }
            requireServedByAnother(archive, group);
            SortedSet<StorageGroupName> serves = new TreeSet<>(member.serves());
            serves.remove(group);
            String reason = "it gave up storage group " + group;
            known.givingUp(archive, group);
            managers.stop(archive);
            running.state()
                    .change(state -> state.withArchive(state.archives()
                            .get(archive)
                            .withServes(serves)
                            .suspended(reason)
                            .withoutBase(reason)));
            SyncReport report = managers.start(archive, progress);
            schema.serve(new TreeMap<>(Map.of(archive, serves)));
            return report;
        });
    }

    private void requireServedByAnother(ArchiveId archive, StorageGroupName group) {
        boolean served = running.members().stream()
                .filter(other ->
                        !other.archive().equals(archive) && other.serves().contains(group))
                .anyMatch(other -> running.pipeline().serves(other.archive()));
        if (!served) {
            throw new HotCopyException(
                    "archive " + archive + " cannot give up storage group " + group
                            + ": no other running storage manager serves it",
                    "Have another archive serve it first.");
        }
    }

    private static SortedSet<StorageGroupName> with(StorageGroupName group, SortedSet<StorageGroupName> groups) {
        SortedSet<StorageGroupName> more = new TreeSet<>(groups);
        more.add(group);
        return more;
    }
}
