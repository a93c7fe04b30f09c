package io.hotcopy.verb;

import io.hotcopy.embedded.ConflictException;
import io.hotcopy.embedded.EmbeddedDatabase;
import io.hotcopy.embedded.Transaction;
import io.hotcopy.problem.HotCopyException;
import java.util.Optional;
import java.util.function.BiFunction;

/** Writes one record of the running database; begins again when another transaction was first. */
final class RecordWriter {
    private static final int ATTEMPTS = 20;

    private final Session session;

    RecordWriter(Session session) {
        this.session = session;
    }

    /** @param change writes and commits; gets the transaction and the record's value so far */
    WriteResult write(String table, String key, BiFunction<Transaction, Optional<byte[]>, WriteResult> change) {
        TableAddress address = TableAddress.of(table);
        if (address.place().flatMap(session.opened()::named).isPresent()) {
            throw new HotCopyException("\"" + address.place().get() + "\" is open for reading only");
        }
        EmbeddedDatabase database = session.requireRunning().database(address.place());
        ConflictException last = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try (Transaction transaction = database.begin()) {
                Optional<byte[]> before = transaction.get(address.table(), RecordText.bytes(key));
                return change.apply(transaction, before);
            } catch (ConflictException conflict) {
                last = conflict;
            }
        }
        throw last;
    }
}
