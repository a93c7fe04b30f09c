package io.hotcopy.admin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What the service remembers of a domain from one start to the next, besides what the databases know themselves.
 *
 * @param nextStartId the number that the next process gets
 * @param databases by name; also those that are declared no more
 * @param processes those that are, in order of their start ids
 * @param exited those that were, the latest last; the oldest are forgotten
 * @param values the key-value store
 */
record AdminState(
        long nextStartId,
        SortedMap<String, DatabaseRecord> databases,
        List<EngineProcess> processes,
        List<ExitedProcess> exited,
        SortedMap<String, String> values) {

    static final AdminState NEW = new AdminState(0, new TreeMap<>(), List.of(), List.of(), new TreeMap<>());

    private static final int MOST_EXITED = 200;

    AdminState {
        databases = Collections.unmodifiableSortedMap(new TreeMap<>(databases));
        processes = List.copyOf(processes);
        exited = List.copyOf(exited.subList(Math.max(0, exited.size() - MOST_EXITED), exited.size()));
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    DatabaseRecord database(String name) {
        return databases.getOrDefault(name, DatabaseRecord.NEW);
    }

    AdminState with(String database, UnaryOperator<DatabaseRecord> change) {
        SortedMap<String, DatabaseRecord> changed = new TreeMap<>(databases);
        changed.put(database, change.apply(database(database)));
        return new AdminState(nextStartId, changed, processes, exited, values);
    }

    AdminState withValues(SortedMap<String, String> changed) {
        return new AdminState(nextStartId, databases, processes, exited, changed);
    }

    /** A process more, with the next start id and node id; it is the last of {@link #processes}. */
    AdminState withNew(EngineProcess unnumbered) {
        EngineProcess numbered = new EngineProcess(
                nextStartId,
                unnumbered.database(),
                unnumbered.host(),
                unnumbered.archive(),
                database(unnumbered.database()).nextNode(),
                unnumbered.durable(),
                unnumbered.engine());
        List<EngineProcess> more = new ArrayList<>(processes);
        more.add(numbered);
        return new AdminState(nextStartId + 1, databases, more, exited, values)
                .with(unnumbered.database(), DatabaseRecord::withNode);
    }

    /** One that is known, otherwise than before. */
    AdminState withChanged(EngineProcess process) {
        return withProcesses(processes.stream()
                .map(each -> each.startId() == process.startId() ? process : each)
                .toList());
    }

    /** One that is known has ended. */
    AdminState withExited(ExitedProcess end) {
        List<ExitedProcess> more = new ArrayList<>(exited);
        more.add(end);
        List<EngineProcess> fewer = processes.stream()
                .filter(each -> each.startId() != end.process().startId())
                .toList();
        return new AdminState(nextStartId, databases, fewer, more, values);
    }

    private AdminState withProcesses(List<EngineProcess> changed) {
        return new AdminState(nextStartId, databases, changed, exited, values);
    }
}
