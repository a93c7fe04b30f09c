package io.hotcopy.verb;

import io.hotcopy.embedded.TableInfo;
import io.hotcopy.live.LiveDatabase;
import java.util.List;
import java.util.Optional;

/** {@code drop table}: drops a table of the running database with all its records. */
public final class DropTableVerb {
    private final Session session;

    DropTableVerb(Session session) {
        this.session = session;
    }

    /** @param table {@code [DATABASE.]TABLE} */
    public TableResult run(String table) {
        if (session.isDryRun()) {
            session.requireStarted();
            return new TableResult(true, table, false, 0, List.of());
        }
        TableAddress address = TableAddress.of(table);
        LiveDatabase database = session.requireRunning().database(address.place());
        Optional<TableInfo> known = database.tables().stream()
                .filter(info -> info.name().equals(address.table()))
                .findFirst();
        database.dropTable(address.table());
        return new TableResult(
                false,
                address.table(),
                false,
                known.map(TableInfo::partitions).orElse(0),
                known.map(info -> List.copyOf(info.groups())).orElse(List.of()));
    }
}
