package io.hotcopy.admin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Archives as the protocol shows them. */
final class ArchiveJson {

    static final Set<String> FIELDS = Set.of(
            "id", "dbName", "host", "path", "journalPath", "snapshotArchivePath", "state", "observerStorageGroups");

    private ArchiveJson() {}

    static List<Map<String, Object>> all(DomainView domain, AdminState state) {
        return domain.archives().stream().map(archive -> one(archive, state)).toList();
    }

    static Map<String, Object> one(ArchiveView archive, AdminState state) {
        Map<String, Object> row = row(archive.database(), archive.remembered(state));
        if (archive.isUp()) {
            row.put("state", "RUNNING");
        }
        return row;
    }

    static List<Map<String, Object>> removed(DomainView domain, AdminState state) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String database : domain.databases()) {
            state.database(database).removed().values().forEach(archive -> rows.add(row(database, archive)));
        }
        return rows;
    }

    static Map<String, Object> row(String database, RemovedArchive archive) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", archive.id().value());
        row.put("dbName", database);
        row.put("host", archive.host());
        row.put("path", archive.path());
        row.put("state", archive.provisioned() ? "PROVISIONED" : "NOT_RUNNING");
        row.put("observerStorageGroups", List.of());
        return row;
    }
}
