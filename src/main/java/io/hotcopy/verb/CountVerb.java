package io.hotcopy.verb;

/** {@code count}: counts the records of a table. */
public final class CountVerb {
    private final Session session;

    CountVerb(Session session) {
        this.session = session;
    }

    /** @param table {@code [NAME.]TABLE} */
    public CountResult run(String table) {
        if (session.isDryRun()) {
            return new CountResult(true, table, 0);
        }
        TableAddress address = TableAddress.of(table);
        return new CountResult(false, table, RecordSource.of(session, address).count(address.table()));
    }
}
