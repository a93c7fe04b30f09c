package io.hotcopy.verb;

import io.hotcopy.live.LiveDatabase.Rows;
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
        Rows found = RecordSource.of(session, address).scan(address.table(), from, request.limit());
        return new ScanResult(
                false,
                request.table(),
                found.rows().stream()
                        .map(row -> new ScanResult.Entry(RecordText.text(row.key()), RecordText.text(row.value())))
                        .toList(),
                found.more());
    }
}
