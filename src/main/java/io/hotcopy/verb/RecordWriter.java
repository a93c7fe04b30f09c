package io.hotcopy.verb;

import io.hotcopy.live.LiveDatabase.Written;
import io.hotcopy.problem.HotCopyException;
import java.util.Optional;

/** Writes one record of the running database. */
final class RecordWriter {
    private final Session session;

    RecordWriter(Session session) {
        this.session = session;
    }

    /** @param value empty to delete it */
    WriteResult write(String table, String key, Optional<byte[]> value) {
        TableAddress address = TableAddress.of(table);
        if (address.place().flatMap(session.opened()::named).isPresent()) {
            throw new HotCopyException("\"" + address.place().get() + "\" is open for reading only");
        }
        Written written =
                session.requireRunning().database(address.place()).write(address.table(), RecordText.bytes(key), value);
        return new WriteResult(false, table, key, written.existed(), value.isPresent(), written.commit());
    }
}
