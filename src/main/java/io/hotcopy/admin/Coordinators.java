package io.hotcopy.admin;

import io.hotcopy.engine.HotCopyStatus;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ElementId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which process answers for a hot copy: the one that keeps the first of its archives when it is first asked about, and
 * from then on, also when that process has ended.
 */
final class Coordinators {
    private static final int REMEMBERED = 1_000;

    private final ProcessTable processes;
    private final Map<ElementId, String> known = new ConcurrentHashMap<>();

    Coordinators(ProcessTable processes) {
        this.processes = processes;
    }

    String of(HotCopyStatus hotCopy) {
        if (known.size() > REMEMBERED) {
            known.clear();
        }
        return known.computeIfAbsent(hotCopy.id(), id -> first(hotCopy));
    }

    private String first(HotCopyStatus hotCopy) {
        ArchiveId archive = hotCopy.archives().get(0).archive();
        return Long.toString(processes.lastKeeperOf(hotCopy.database().database(), archive));
    }

    /** The start ids of the storage managers of a database. */
    List<String> running(String database) {
        return processes.storageManagers(database).values().stream()
                .map(process -> Long.toString(process.startId()))
                .toList();
    }

    /** @throws UnmetRequestException of status 404 when there is no such process, and was none */
    void requireKnown(String startId) {
        if (!known.containsValue(startId)) {
            processes.process(startId);
        }
    }
}
