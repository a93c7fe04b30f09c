package io.hotcopy.verb;

import io.hotcopy.live.LiveDatabase;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.StorageGroupName;
import java.util.List;

/** {@code create table}: makes a table in the running database. */
public final class CreateTableVerb {
    private final Session session;

    CreateTableVerb(Session session) {
        this.session = session;
    }

    public TableResult run(CreateTableRequest request) {
        request.groups().stream()
                .filter(name -> !StorageGroupName.isValid(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new HotCopyException("\"" + name + "\" cannot be the name of a storage group");
                });
        List<StorageGroupName> named =
                request.groups().stream().map(StorageGroupName::new).toList();
        if (session.isDryRun()) {
            session.requireStarted();
            return new TableResult(
                    true, request.table(), true, request.partitions().orElse(named.size()), named);
        }
        TableAddress address = TableAddress.of(request.table());
        LiveDatabase database = session.requireRunning().database(address.place());
        List<StorageGroupName> groups = named.isEmpty() ? declared(database) : named;
        int partitions = request.partitions().orElse(groups.size());
        if (partitions < 1) {
            throw new HotCopyException("a table has one partition or more, not " + partitions);
        }
        database.createTable(address.table(), partitions, groups);
        return new TableResult(false, address.table(), true, partitions, groups);
    }

    /** The groups that people declared, else the one that every database has. */
    private static List<StorageGroupName> declared(LiveDatabase database) {
        List<StorageGroupName> groups = database.storageGroups().stream()
                .filter(group -> !group.equals(StorageGroupName.UNPARTITIONED))
                .toList();
        return groups.isEmpty() ? List.of(StorageGroupName.UNPARTITIONED) : groups;
    }
}
