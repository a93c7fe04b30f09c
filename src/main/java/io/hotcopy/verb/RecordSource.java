package io.hotcopy.verb;

import io.hotcopy.embedded.OpenedArchives;
import io.hotcopy.live.LiveDatabase;
import io.hotcopy.live.LiveDatabase.Rows;
import io.hotcopy.problem.HotCopyException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where records are read: the running database, or restored archives that are open. */
interface RecordSource {

    Optional<byte[]> get(String table, byte[] key);

    Rows scan(String table, byte[] fromKey, int limit);

    long count(String table);

    /** What an address means: something opened goes before a database of the same name. */
    static RecordSource of(Session session, TableAddress address) {
        Optional<OpenedArchives> opened = address.place().flatMap(session.opened()::named);
        if (opened.isPresent()) {
            return of(opened.get());
        }
        address.place()
                .filter(place -> session.running()
                        .filter(domain -> domain.hasDatabase(place))
                        .isEmpty())
                .ifPresent(place -> {
                    throw unknown(session, place);
                });
        return of(session.requireRunning().database(address.place()));
    }

    private static HotCopyException unknown(Session session, String place) {
        List<String> hints = new ArrayList<>();
        if (!session.opened().names().isEmpty()) {
            hints.add("opened are: " + String.join(", ", session.opened().names()));
        }
        hints.add("open DIR --as " + place + " opens restored archives under that name");
        return new HotCopyException(
                "nothing opened and no running database is called \"" + place + "\"", hints.toArray(String[]::new));
    }

    private static RecordSource of(OpenedArchives archives) {
        return new RecordSource() {
            @Override
            public Optional<byte[]> get(String table, byte[] key) {
                return archives.get(table, key);
            }

            @Override
            public Rows scan(String table, byte[] fromKey, int limit) {
                return Rows.upTo(limit, visitor -> archives.scan(table, fromKey, visitor));
            }

            @Override
            public long count(String table) {
                return archives.count(table);
            }
        };
    }

    private static RecordSource of(LiveDatabase database) {
        return new RecordSource() {
            @Override
            public Optional<byte[]> get(String table, byte[] key) {
                return database.get(table, key);
            }

            @Override
            public Rows scan(String table, byte[] fromKey, int limit) {
                return database.scan(table, fromKey, limit);
            }

            @Override
            public long count(String table) {
                return database.count(table);
            }
        };
    }
}
