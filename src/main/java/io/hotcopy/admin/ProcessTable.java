package io.hotcopy.admin;

import io.hotcopy.admin.EngineProcess.Durable;
import io.hotcopy.admin.EngineProcess.Engine;
import io.hotcopy.embedded.DomainEvent;
import io.hotcopy.term.ArchiveId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The processes of a running domain under their start ids, whoever started and stopped them: each look at the table
 * first brings it up to date with what the domain has told and with how it is. Safe for several threads.
 */
final class ProcessTable {

    /** Why processes have ended of which nobody heard the end. */
    static final String LOST = "the service that held it has ended without stopping it";

    private final AdminStateFile file;
    private final DomainView domain;
    private final ProcessChanges changes;
    private final Queue<DomainEvent> heard = new ConcurrentLinkedQueue<>();

    private ProcessTable(AdminStateFile file, DomainView domain) {
        this.file = file;
        this.domain = domain;
        this.changes = new ProcessChanges(domain);
    }

    /** The table of a domain that has just started: all its processes are new ones. */
    static ProcessTable begin(AdminStateFile file, DomainView domain) {
        ProcessTable table = new ProcessTable(file, domain);
        file.change(state -> {
            AdminState empty = table.changes.allEnded(
                    state, process -> ExitedProcess.because(process, incarnation(state, process), LOST));
            return table.changes.allStarted(empty);
        });
        return table;
    }

    /** All its processes end with it. */
    void end() {
        file.change(state -> changes.allEnded(
                upToDate(state), process -> ExitedProcess.gracefully(process, incarnation(state, process))));
    }

    private static Incarnation incarnation(AdminState state, EngineProcess process) {
        return state.database(process.database()).incarnation();
    }

    /** Something has happened in the domain; on any thread of it. */
    void heard(DomainEvent event) {
        heard.add(event);
    }

    /** What is remembered, brought up to date. */
    AdminState state() {
        return file.change(this::upToDate);
    }

    private AdminState upToDate(AdminState state) {
        AdminState now = state;
        for (DomainEvent event = heard.poll(); event != null; event = heard.poll()) {
            now = changes.after(now, event);
        }
        for (String database : domain.databases()) {
            now = changes.asSeen(now, database);
        }
        return now;
    }

    List<EngineProcess> processes() {
        return state().processes();
    }

    /** Those of a database's storage managers, by archive. */
    Map<ArchiveId, EngineProcess> storageManagers(String database) {
        return processes().stream()
                .filter(process ->
                        process.database().equals(database) && process.archive().isPresent())
                .collect(Collectors.toMap(process -> process.archive().get(), process -> process));
    }

    /** The process that keeps an archive; empty when none does. */
    Optional<EngineProcess> keeperOf(String database, ArchiveId archive) {
        return keeper(state(), database, archive);
    }

    static Optional<EngineProcess> keeper(AdminState state, String database, ArchiveId archive) {
        return state.processes().stream()
                .filter(process -> process.keeps(database, archive))
                .findFirst();
    }

    /** The start id of the process that keeps an archive, else of the last that has; 0 when none ever did. */
    long lastKeeperOf(String database, ArchiveId archive) {
        AdminState state = state();
        return Stream.concat(state.exited().stream().map(ExitedProcess::process), state.processes().stream())
                .filter(process -> process.keeps(database, archive))
                .reduce((earlier, later) -> later)
                .map(EngineProcess::startId)
                .orElse(0L);
    }

    /** @throws UnmetRequestException of status 404 when no process has this start id */
    EngineProcess process(String startId) {
        return find(state(), startId).orElseThrow(() -> unknown(startId));
    }

    static UnmetRequestException unknown(String startId) {
        return UnmetRequestException.unknown("No process found with startId=" + Fields.shown(startId));
    }

    private static Optional<EngineProcess> find(AdminState state, String startId) {
        return state.processes().stream()
                .filter(process -> Long.toString(process.startId()).equals(startId))
                .findFirst();
    }

    /**
     * A storage manager is to start.
     *
     * @param labels given with the start; without any, the archive keeps those that it has
     * @param expected the incarnation that its database must be of
     * @throws UnmetRequestException of status 409 when the archive has a process, or its database is of another
     *     incarnation
     */
    EngineProcess request(ArchiveView archive, Map<String, String> labels, ExpectedIncarnation expected) {
        List<EngineProcess> processes = file.change(state -> {
                    AdminState now = upToDate(state);
                    expected.require(
                            archive.database(), now.database(archive.database()).incarnation());
                    keeper(now, archive.database(), archive.id()).ifPresent(process -> {
                        throw UnmetRequestException.conflict(
                                "Archive " + archive.id() + " is running",
                                "Its process has startId=" + process.startId() + ".");
                    });
                    AdminState labelled = labels.isEmpty()
                            ? now
                            : now.with(archive.database(), record -> record.withLabels(archive.id(), labels));
                    return labelled.withNew(ProcessChanges.process(archive, Durable.REQUESTED, Engine.UNKNOWN));
                })
                .processes();
        return processes.get(processes.size() - 1);
    }

    /** Its start has succeeded, so that from here on it may be seen to have ended. */
    void started(EngineProcess process) {
        change(
                process,
                (state, now) -> now.durable() == Durable.REQUESTED
                        ? state.withChanged(now.with(Durable.MONITORED, now.engine()))
                        : state);
    }

    /** Its start has come to nothing; does nothing when its end is known already. */
    void failed(EngineProcess process, String reason) {
        change(process, (state, now) -> {
            boolean asked = now.durable() == Durable.REQUESTED_SHUTDOWN;
            Incarnation incarnation = incarnation(state, now);
            return state.withExited(
                    asked
                            ? ExitedProcess.gracefully(now, incarnation)
                            : ExitedProcess.because(now, incarnation, reason));
        });
    }

    /** What is wanted of a process is another thing now; does nothing when it has ended. */
    void want(EngineProcess process, Durable durable) {
        change(process, (state, now) -> state.withChanged(now.with(durable, now.engine())));
    }

    @FunctionalInterface
    private interface Change {
        AdminState of(AdminState state, EngineProcess now);
    }

    private void change(EngineProcess process, Change change) {
        UnaryOperator<AdminState> changed = state -> {
            AdminState now = upToDate(state);
            return find(now, Long.toString(process.startId()))
                    .map(known -> change.of(now, known))
                    .orElse(now);
        };
        file.change(changed);
    }
}
