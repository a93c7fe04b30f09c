package io.hotcopy.verb;

import java.util.ArrayList;
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
        List<ScanResult.Entry> found = new ArrayList<>();
        boolean[] more = {false};
        try (RecordSource source = RecordSource.of(session, address)) {
            source.scan(address.table(), from, (key, value) -> {
                more[0] = found.size() == request.limit();
                if (!more[0]) {
                    found.add(new ScanResult.Entry(RecordText.text(key), RecordText.text(value)));
                }
                return !more[0];
            });
        }
        return new ScanResult(false, request.table(), List.copyOf(found), more[0]);
    }
}
