package io.hotcopy.verb;

import java.util.Optional;

/** {@code delete}: deletes one record of the running database, if it is there. */
public final class DeleteVerb {
    private final Session session;

    DeleteVerb(Session session) {
        this.session = session;
    }

    /**
     * @param table {@code [DATABASE.]TABLE}
     * @param key as text
     */
    public WriteResult run(String table, String key) {
        if (session.isDryRun()) {
            session.requireStarted();
            return new WriteResult(true, table, key, false, false, Optional.empty());
        }
        return new RecordWriter(session).write(table, key, Optional.empty());
    }
}
