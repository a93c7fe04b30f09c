package io.hotcopy.verb;

import java.util.Optional;

/** {@code get}: reads one record, of the running database or of restored archives that are open. */
public final class GetVerb {
    private final Session session;

    GetVerb(Session session) {
        this.session = session;
    }

    /**
     * @param table {@code [NAME.]TABLE}
     * @param key as text
     */
    public GetResult run(String table, String key) {
        byte[] bytes = RecordText.bytes(key);
        if (session.isDryRun()) {
            return new GetResult(true, table, key, Optional.empty());
        }
        TableAddress address = TableAddress.of(table);
        Optional<byte[]> found = RecordSource.of(session, address).get(address.table(), bytes);
        return new GetResult(false, table, key, found.map(RecordText::text));
    }
}
