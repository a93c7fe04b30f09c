package io.hotcopy.admin;

import io.hotcopy.admin.EngineProcess.Durable;
import io.hotcopy.admin.EngineProcess.Engine;
import io.hotcopy.embedded.DomainEvent;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What becomes of the processes that are remembered when the domain is otherwise than they are. */
final class ProcessChanges {

    private final DomainView domain;

    ProcessChanges(DomainView domain) {
        this.domain = domain;
    }

    /** A process of an archive's storage manager, without numbers yet. */
    static EngineProcess process(ArchiveView archive, Durable durable, Engine engine) {
        return new EngineProcess(0, archive.database(), archive.host(), Optional.of(archive.id()), 0, durable, engine);
    }

    AdminState allEnded(AdminState state, Function<EngineProcess, ExitedProcess> how) {
        AdminState now = state;
        for (EngineProcess process : state.processes()) {
            now = now.withExited(how.apply(process));
        }
        return now;
    }

    /** All databases have started: their processes get new numbers, and they a new incarnation. */
    AdminState allStarted(AdminState state) {
        AdminState now = state;
        for (String database : domain.databases()) {
            now = asSeen(now.with(database, DatabaseRecord::withFirstNode), database)
                    .with(database, DatabaseRecord::started);
        }
        return now;
    }

    /** Something has happened. */
    AdminState after(AdminState state, DomainEvent event) {
        String database = event.database().database();
        if (event instanceof DomainEvent.StorageManagerStopped stopped) {
            return left(state, database, stopped.archive(), Optional.empty());
        }
        if (event instanceof DomainEvent.StorageManagerLeft left) {
            return left(state, database, left.archive(), Optional.of(left.reason()));
        }
        return state;
    }

    private static AdminState left(AdminState state, String database, ArchiveId archive, Optional<String> reason) {
        return ProcessTable.keeper(state, database, archive)
                .filter(process -> process.durable() != Durable.REQUESTED)
                .map(process -> exited(state, process, reason))
                .orElse(state);
    }

    /** @param reason empty when it was stopped in good order */
    private static AdminState exited(AdminState state, EngineProcess process, Optional<String> reason) {
        Incarnation incarnation = state.database(process.database()).incarnation();
        ExitedProcess end = reason.map(why -> ExitedProcess.because(process, incarnation, why))
                .orElseGet(() -> ExitedProcess.gracefully(process, incarnation));
        return state.withExited(end).with(process.database(), DatabaseRecord::changed);
    }

    /** One database's processes as they are. */
    AdminState asSeen(AdminState state, String database) {
        Optional<HotCopyException> stopped = domain.database(database).stopped();
        if (stopped.isPresent()) {
            return allOf(database, state, stopped.get().getMessage());
        }
        AdminState now = state;
        List<ArchiveView> archives = domain.archives(database);
        for (ArchiveView archive : archives) {
            now = asSeen(now, archive);
        }
        return enginesOf(database, withoutRemoved(database, now, archives));
    }

    private static AdminState allOf(String database, AdminState state, String reason) {
        AdminState now = state;
        for (EngineProcess process : state.processes()) {
            now = process.database().equals(database) ? exited(now, process, Optional.of(reason)) : now;
        }
        return now;
    }

    private static AdminState asSeen(AdminState state, ArchiveView archive) {
        Optional<EngineProcess> known = ProcessTable.keeper(state, archive.database(), archive.id());
        if (archive.isUp()) {
            return known.map(process -> seenUp(state, process, archive)).orElseGet(() -> appeared(state, archive));
        }
        return known.filter(process -> process.durable() != Durable.REQUESTED)
                .map(process -> exited(state, process, whyDown(process, archive)))
                .orElse(state);
    }

    private static Optional<String> whyDown(EngineProcess process, ArchiveView archive) {
        boolean asked = process.durable() == Durable.REQUESTED_SHUTDOWN;
        return asked ? Optional.empty() : Optional.of(archive.absence().orElse("it does not serve"));
    }

    private static AdminState appeared(AdminState state, ArchiveView archive) {
        AdminState more = state.withNew(process(archive, Durable.MONITORED, engine(archive)));
        return archive.isRunning() ? joined(more, archive) : more;
    }

    private static AdminState seenUp(AdminState state, EngineProcess process, ArchiveView archive) {
        Durable durable = process.durable() == Durable.REQUESTED ? Durable.MONITORED : process.durable();
        if (durable == process.durable() && engine(archive) == process.engine()) {
            return state;
        }
        AdminState changed = state.withChanged(process.with(durable, engine(archive)));
        return archive.isRunning() && process.engine() != Engine.RUNNING ? joined(changed, archive) : changed;
    }

    private static AdminState joined(AdminState state, ArchiveView archive) {
        return state.with(
                archive.database(), record -> record.used(archive.id()).changed());
    }

    private static Engine engine(ArchiveView archive) {
        return archive.isRunning() ? Engine.RUNNING : Engine.SYNCING;
    }

    private static AdminState withoutRemoved(String database, AdminState state, List<ArchiveView> archives) {
        AdminState now = state;
        for (EngineProcess process : state.processes()) {
            boolean removed = process.database().equals(database)
                    && process.archive().isPresent()
                    && archives.stream().noneMatch(archive -> process.keeps(database, archive.id()));
            now = removed ? exited(now, process, Optional.of("its archive was removed")) : now;
        }
        return now;
    }

    /** Transaction engines run as long as their database does. */
    private AdminState enginesOf(String database, AdminState state) {
        AdminState now = state;
        for (String host : domain.transactionEngineHosts(database)) {
            boolean known = state.processes().stream()
                    .anyMatch(process -> process.database().equals(database)
                            && process.archive().isEmpty()
                            && process.host().equals(host));
            now = known
                    ? now
                    : now.withNew(new EngineProcess(
                            0, database, host, Optional.empty(), 0, Durable.MONITORED, Engine.RUNNING));
        }
        return now;
    }
}
