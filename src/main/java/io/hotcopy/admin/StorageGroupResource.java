package io.hotcopy.admin;

import io.hotcopy.embedded.EmbeddedDatabase;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.StorageGroupName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/** Storage groups: which archives serve them, and that other ones do from now on. */
final class StorageGroupResource {

    private static final Set<String> FIELDS =
            Set.of("sgId", "sgName", "dbName", "state", "archiveStates.*", "processStates.*", "leaderCandidates");

    /** The vendor's two groups of every database. */
    private static final StorageGroupName ALL = new StorageGroupName("ALL");

    private static final int ALL_ID = 1;
    private static final int UNPARTITIONED_ID = 2;

    /** Clients give up after half a minute. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** An archive that is being given a storage group. */
    private record Adding(String database, StorageGroupName group, ArchiveId archive) {}

    private final DomainView domain;
    private final ProcessTable processes;
    private final AdminStateFile file;
    private final Jobs jobs;
    private final AdminSettings settings;
    private final Set<Adding> adding = ConcurrentHashMap.newKeySet();

    StorageGroupResource(Surroundings surroundings) {
        this.domain = surroundings.domain();
        this.processes = surroundings.processes();
        this.file = surroundings.file();
        this.jobs = surroundings.jobs();
        this.settings = surroundings.settings();
    }

    void on(Routes routes) {
        routes.get("databases/{db}/storageGroups", this::list)
                .delete("databases/{db}/storageGroups/{sg}", this::delete)
                .post("archives/addStorageGroup", this::add)
                .post("archives/removeStorageGroup", this::remove);
    }

    private AdminAnswer list(Routes.Call call) {
        String database = call.variable(0);
        List<Map<String, Object>> rows = new ArrayList<>();
        SortedSet<StorageGroupName> groups = groups(database);
        groups.add(ALL);
        groups.forEach(group -> rows.add(row(database, group)));
        return Page.of(call.request(), rows, FIELDS);
    }

    private SortedSet<StorageGroupName> groups(String database) {
        SortedSet<StorageGroupName> groups =
                new TreeSet<>(domain.database(database).storageGroups());
        domain.archives(database).forEach(archive -> groups.addAll(archive.serves()));
        return groups;
    }

    private Map<String, Object> row(String database, StorageGroupName group) {
        Map<ArchiveId, EngineProcess> keepers = processes.storageManagers(database);
        Map<String, Object> archiveStates = new LinkedHashMap<>();
        Map<String, Object> processStates = new LinkedHashMap<>();
        List<String> leaders = new ArrayList<>();
        for (ArchiveView archive : domain.archives(database)) {
            boolean serves = isServing(group).test(archive);
            if (serves || adding.contains(new Adding(database, group, archive.id()))) {
                archiveStates.put(archive.id().toString(), serves ? "ADDED" : "ADDING");
                EngineProcess keeper = keepers.get(archive.id());
                if (keeper != null) {
                    processStates.put(
                            Long.toString(keeper.startId()), keeper.engine().name());
                }
                if (keeper != null && serves && archive.isRunning()) {
                    leaders.add(Long.toString(keeper.startId()));
                }
            }
        }
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("sgId", id(database, group));
        row.put("sgName", group.value());
        row.put("dbName", database);
        row.put("state", leaders.isEmpty() ? "Unavailable" : "Available");
        row.put("archiveStates", archiveStates);
        row.put("processStates", processStates);
        row.put("leaderCandidates", leaders);
        return row;
    }

    /** {@code ALL} is where every archive is. */
    private static Predicate<ArchiveView> isServing(StorageGroupName group) {
        return archive -> group.equals(ALL) || archive.serves().contains(group);
    }

    private int id(String database, StorageGroupName group) {
        if (group.equals(ALL)) {
            return ALL_ID;
        }
        if (group.equals(StorageGroupName.UNPARTITIONED)) {
            return UNPARTITIONED_ID;
        }
        return file.change(state -> state.with(database, record -> record.withGroup(group)))
                .database(database)
                .groups()
                .get(group);
    }

    private AdminAnswer add(Routes.Call call) {
        Adding wanted = wanted(call.body());
        EmbeddedDatabase database = domain.database(wanted.database());
        return answer(wanted, () -> {
            adding.add(wanted);
            try {
                if (database.storageGroups().contains(wanted.group())) {
                    database.serve(wanted.archive(), wanted.group(), jobs.cancellation());
                } else {
                    database.addStorageGroup(wanted.group(), Set.of(wanted.archive()));
                }
            } finally {
                adding.remove(wanted);
            }
        });
    }

    private AdminAnswer remove(Routes.Call call) {
        Adding wanted = wanted(call.body());
        requireGroup(wanted.database(), wanted.group());
        EmbeddedDatabase database = domain.database(wanted.database());
        return answer(wanted, () -> database.unserve(wanted.archive(), wanted.group(), jobs.cancellation()));
    }

    private Adding wanted(Fields body) {
        String database = body.text("dbName");
        domain.database(database);
        StorageGroupName group = body.storageGroup("sgName");
        ArchiveId archive = body.archive("archiveId");
        if (group.equals(ALL) || group.equals(StorageGroupName.UNPARTITIONED)) {
            throw UnmetRequestException.bad("every archive serves storage group " + group + ", always");
        }
        if (domain.archive(database, archive).isEmpty()) {
            throw UnmetRequestException.unknown("No archive found with id=" + archive + " for dbName=" + database);
        }
        return new Adding(database, group, archive);
    }

    /** Waits for the change as long as clients do; it then goes on. */
    private AdminAnswer answer(Adding wanted, Runnable change) {
        Future<Void> job = jobs.begin(() -> {
            try {
                change.run();
            } catch (RuntimeException trouble) {
                settings.log().accept("change of storage group " + wanted.group() + " failed: " + trouble.getMessage());
                throw trouble;
            }
        });
        Jobs.await(job, PATIENCE);
        return AdminAnswer.ok(row(wanted.database(), wanted.group()));
    }

    private void requireGroup(String database, StorageGroupName group) {
        if (!groups(database).contains(group)) {
            throw UnmetRequestException.unknown("Storage group " + group + " does not exist");
        }
    }

    /** A group is there as long as an archive serves it, and it cannot be taken from the last one. */
    private AdminAnswer delete(Routes.Call call) {
        String database = call.variable(0);
        StorageGroupName group = Fields.storageGroup("sgName", call.variable(1));
        requireGroup(database, group);
        throw UnmetRequestException.conflict(
                "Storage group " + group + " is served by archives "
                        + domain.archives(database).stream()
                                .filter(isServing(group))
                                .map(ArchiveView::id)
                                .toList()
                        + ", and hotcopy deletes no data",
                "Declare the database without it, on new archives.");
    }
}
