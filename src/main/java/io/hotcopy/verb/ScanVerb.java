package io.hotcopy.verb;

import io.hotcopy.live.LiveDatabase.Row;
import io.hotcopy.live.LiveDatabase.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** {@code scan}: reads records in the order of their keys. */
public final class ScanVerb {
    private final Session session;

    ScanVerb(Session session) {
        this.session = session;
    }

    public ScanResult run(ScanRequest request) {
        byte[] from = RecordText.bytes(request.from().orElse(""));
        if (session.isDryRun()) {
            return new ScanResult(true, request.table(), List.of(), false);
        }
        TableAddress address = TableAddress.of(request.table());
        RecordSource source = RecordSource.of(session, address);
        List<Row> all = new ArrayList<>();
        Rows found = source.scan(address.table(), from, request.limit());
        all.addAll(found.rows());
        while (found.more() && all.size() < request.limit()) {
            byte[] next = after(all.get(all.size() - 1).key());
            found = source.scan(address.table(), next, request.limit() - all.size());
            all.addAll(found.rows());
        }
        return new ScanResult(
                false,
                request.table(),
                all.stream()
                        .map(row -> new ScanResult.Entry(RecordText.text(row.key()), RecordText.text(row.value())))
                        .toList(),
                found.more());
    }

    /** The least key that is greater. */
    private static byte[] after(byte[] key) {
        return Arrays.copyOf(key, key.length + 1);
    }
}
