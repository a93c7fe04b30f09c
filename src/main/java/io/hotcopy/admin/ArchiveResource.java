package io.hotcopy.admin;

import io.hotcopy.model.StorageManager;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.StorageGroupName;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** {@code archives}: those of the databases, and those that were removed from them. */
final class ArchiveResource {

    private final Surroundings surroundings;
    private final DomainView domain;
    private final ProcessTable processes;
    private final AdminStateFile file;

    /** One archive is created or deleted at a time, so that numbers are given once. */
    private final Object changing = new Object();

    ArchiveResource(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.domain = surroundings.domain();
        this.processes = surroundings.processes();
        this.file = surroundings.file();
    }

    void on(Routes routes) {
        routes.get("archives", this::list)
                .get("archives/{id}", this::one)
                .post("archives", this::create)
                .put("archives/{id}", this::createAgain)
                .delete("archives/{id}", this::delete);
    }

    private AdminAnswer list(Routes.Call call) {
        AdminState state = processes.state();
        boolean removed = call.query().flag("removed", false);
        return Page.of(
                call.request(),
                removed ? ArchiveJson.removed(domain, state) : ArchiveJson.all(domain, state),
                ArchiveJson.FIELDS);
    }

    private AdminAnswer one(Routes.Call call) {
        ArchiveId id = id(call);
        AdminState state = processes.state();
        if (call.query().flag("removed", false)) {
            return AdminAnswer.ok(removed(state, id)
                    .map(removed -> ArchiveJson.row(removed.getKey(), removed.getValue()))
                    .orElseThrow(() -> unknown(id)));
        }
        return AdminAnswer.ok(ArchiveJson.one(archive(id), state));
    }

    private static ArchiveId id(Routes.Call call) {
        return Fields.of(Map.of("archiveId", call.variable(0))).archive("archiveId");
    }

    private ArchiveView archive(ArchiveId id) {
        return domain.archive(id).orElseThrow(() -> unknown(id));
    }

    private static UnmetRequestException unknown(ArchiveId id) {
        return UnmetRequestException.unknown("No archive found with id=" + id);
    }

    /** An archive that was removed, with the name of its database. */
    private static Optional<Map.Entry<String, RemovedArchive>> removed(AdminState state, ArchiveId id) {
        return state.databases().entrySet().stream()
                .filter(entry -> entry.getValue().removed().containsKey(id))
                .map(entry ->
                        Map.entry(entry.getKey(), entry.getValue().removed().get(id)))
                .findFirst();
    }

    private AdminAnswer create(Routes.Call call) {
        ArchiveRequest wanted = ArchiveRequest.of(call.body(), surroundings, Optional.empty());
        synchronized (changing) {
            return create(nextId(), wanted, Set.of());
        }
    }

    /** Above all numbers in use, be it by archives that are declared or remembered and are not there now. */
    private ArchiveId nextId() {
        Stream<ArchiveId> there = domain.archives().stream().map(ArchiveView::id);
        Stream<ArchiveId> declared =
                domain.databases().stream().flatMap(name -> domain.database(name).removedStorageManagers().stream());
        Stream<ArchiveId> remembered =
                file.state().databases().values().stream().flatMap(database -> database.removed().keySet().stream());
        return Stream.of(there, declared, remembered)
                .flatMap(ids -> ids)
                .max(Comparator.naturalOrder())
                .map(last -> new ArchiveId(last.value() + 1))
                .orElse(new ArchiveId(0));
    }

    private AdminAnswer createAgain(Routes.Call call) {
        ArchiveId id = id(call);
        synchronized (changing) {
            Map.Entry<String, RemovedArchive> known = removed(file.state(), id)
                    .orElseThrow(() -> UnmetRequestException.unknown("No removed archive found with id=" + id));
            ArchiveRequest wanted = ArchiveRequest.of(call.body(), surroundings, Optional.of(known.getValue()));
            if (!wanted.database().equals(known.getKey())) {
                throw UnmetRequestException.conflict("Archive " + id + " was removed from database " + known.getKey());
            }
            return create(id, wanted, known.getValue().serves());
        }
    }

    /** @param served the storage groups that it served before */
    private AdminAnswer create(ArchiveId id, ArchiveRequest wanted, Set<StorageGroupName> served) {
        requireFree(wanted);
        SortedSet<StorageGroupName> serves = new TreeSet<>(served);
        serves.retainAll(domain.database(wanted.database()).storageGroups());
        StorageManager manager = new StorageManager(id, wanted.host(), serves, true);
        domain.database(wanted.database()).addStorageManager(manager, wanted.directory(), wanted.restored());
        AdminState state = file.change(now -> now.with(wanted.database(), record -> record.created(id)));
        return AdminAnswer.ok(ArchiveJson.one(archive(id), state));
    }

    private void requireFree(ArchiveRequest wanted) {
        Stream<ArchiveView> there = domain.archives().stream();
        there.filter(archive -> archive.directory().toAbsolutePath().normalize().equals(wanted.directory()))
                .findFirst()
                .ifPresent(archive -> {
                    throw UnmetRequestException.conflict(
                            "Archive " + archive.id() + " lies in \"" + wanted.directory() + "\" already");
                });
    }

    /** Takes an archive from its database, never its files. */
    private AdminAnswer delete(Routes.Call call) {
        ArchiveId id = id(call);
        boolean purge = call.query().flag("purge", false);
        synchronized (changing) {
            Optional<ArchiveView> known = domain.archive(id);
            return known.isPresent() ? delete(known.get(), purge) : forget(id, purge);
        }
    }

    private AdminAnswer delete(ArchiveView archive, boolean purge) {
        AdminState state = processes.state();
        if (ProcessTable.keeper(state, archive.database(), archive.id()).isPresent()) {
            throw UnmetRequestException.conflict(
                    "Archive " + archive.id() + " is running", "Shut its process down first.");
        }
        Map<String, Object> last = ArchiveJson.one(archive, state);
        RemovedArchive removed = archive.remembered(state);
        domain.database(archive.database()).removeStorageManager(archive.id(), false);
        file.change(now -> now.with(
                archive.database(),
                record -> record.without(archive.id(), purge ? Optional.empty() : Optional.of(removed))));
        return AdminAnswer.ok(last);
    }

    /** Of an archive that was removed before nothing is left to remember. */
    private AdminAnswer forget(ArchiveId id, boolean purge) {
        Map.Entry<String, RemovedArchive> known = removed(file.state(), id).orElseThrow(() -> unknown(id));
        if (!purge) {
            throw UnmetRequestException.conflict(
                    "Archive " + id + " is removed already", "With --purge it is forgotten.");
        }
        file.change(now -> now.with(known.getKey(), record -> record.without(id, Optional.empty())));
        return AdminAnswer.ok(ArchiveJson.row(known.getKey(), known.getValue()));
    }
}
