package io.hotcopy.verb;

import java.util.Optional;

/** {@code put}: sets one record of the running database. */
public final class PutVerb {
    private final Session session;

    PutVerb(Session session) {
        this.session = session;
    }

    /**
     * @param table {@code [DATABASE.]TABLE}
     * @param key as text
     * @param value as text
     */
    public WriteResult run(String table, String key, String value) {
        byte[] bytes = RecordText.bytes(value);
        if (session.isDryRun()) {
            session.requireStarted();
            return new WriteResult(true, table, key, false, true, Optional.empty());
        }
        return new RecordWriter(session).write(table, key, Optional.of(bytes));
    }
}
