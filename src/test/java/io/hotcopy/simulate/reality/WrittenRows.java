package io.hotcopy.simulate.reality;

import io.hotcopy.embedded.EmbeddedDatabase;
import io.hotcopy.embedded.Transaction;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.StorageGroupName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** A table in each storage group, what is written into them, and what they held after every commit. */
final class WrittenRows {

    private static final int KEYS = 5;

    private final SplittableRandom random;
    private final List<String> tables = new ArrayList<>();
    /** All tables with all their rows, by the commit after which they were so. */
    private final NavigableMap<CommitNumber, SortedMap<String, SortedMap<String, String>>> states = new TreeMap<>();

    private int written;

    WrittenRows(SplittableRandom random) {
        this.random = random;
    }

    void createTables(EmbeddedDatabase database) {
        states.put(CommitNumber.ZERO, new TreeMap<>());
        for (StorageGroupName group : database.storageGroups()) {
            String table = "of_" + group.value().toLowerCase(Locale.ROOT);
            database.createTable(table, 1, List.of(group));
            tables.add(table);
            SortedMap<String, SortedMap<String, String>> state = copy();
            state.put(table, new TreeMap<>());
            states.put(database.issued(), state);
        }
    }

    /** Some commits, one of which touches every storage group; gives the last. */
    CommitNumber write(EmbeddedDatabase database) {
        for (int alone = random.nextInt(2); alone > 0; alone--) {
            commit(database, List.of(tables.get(random.nextInt(tables.size()))));
        }
        return commit(database, tables);
    }

    private CommitNumber commit(EmbeddedDatabase database, List<String> into) {
        SortedMap<String, SortedMap<String, String>> state = copy();
        try (Transaction transaction = database.begin()) {
            for (String table : into) {
                change(transaction, table, state.get(table));
            }
            CommitNumber commit = transaction.commit();
            states.put(commit, state);
            return commit;
        }
    }

    private void change(Transaction transaction, String table, SortedMap<String, String> rows) {
        String key = "k" + random.nextInt(KEYS);
        if (rows.containsKey(key) && random.nextInt(4) == 0) {
            transaction.delete(table, bytes(key));
            rows.remove(key);
        } else {
            String value = "v" + written++;
            transaction.put(table, bytes(key), bytes(value));
            rows.put(key, value);
        }
    }

    private SortedMap<String, SortedMap<String, String>> copy() {
        SortedMap<String, SortedMap<String, String>> copy = new TreeMap<>();
        states.lastEntry().getValue().forEach((table, rows) -> copy.put(table, new TreeMap<>(rows)));
        return copy;
    }

    /** All tables with their rows, as they were after a commit. */
    SortedMap<String, SortedMap<String, String>> at(CommitNumber commit) {
        return states.floorEntry(commit).getValue();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
