package io.hotcopy.admin;

import io.hotcopy.admin.EngineProcess.Durable;
import io.hotcopy.embedded.EmbeddedDatabase;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;

/** Starts and stops the storage managers of {@code processes}. */
final class ProcessChangeResource {

    /** So long at least a shutdown is waited for, whatever the client says: it may be refused. */
    private static final Duration REFUSAL = Duration.ofSeconds(5);

    private static final int LONGEST_WAIT = 600;

    private final DomainView domain;
    private final ProcessTable processes;
    private final Jobs jobs;
    private final AdminSettings settings;
    private final ProcessJson json;
    private final Map<Long, Cancellation> starts = new ConcurrentHashMap<>();

    ProcessChangeResource(Surroundings surroundings) {
        this.domain = surroundings.domain();
        this.processes = surroundings.processes();
        this.jobs = surroundings.jobs();
        this.settings = surroundings.settings();
        this.json = new ProcessJson(surroundings);
    }

    void on(Routes routes) {
        routes.post("processes", this::start)
                .post("processes/externalStartup", call -> {
                    throw UnmetRequestException.notSupported("external startup of a process");
                })
                .delete("processes/{startId}", this::shutDown);
    }

    /** Answers at once; whether it comes up is seen in the list of processes. */
    private AdminAnswer start(Routes.Call call) {
        StartRequest wanted = StartRequest.of(call.body(), domain);
        domain.database(wanted.archive().database()).stopped().ifPresent(stopped -> {
            throw stopped;
        });
        EngineProcess process = processes.request(wanted.archive(), wanted.labels(), wanted.expected());
        AdminState state = processes.state();
        begin(process);
        return AdminAnswer.ok(json.one(state, process));
    }

    private void begin(EngineProcess process) {
        Cancellation cancellation = jobs.cancellation();
        starts.put(process.startId(), cancellation);
        try {
            jobs.begin(() -> start(process, cancellation));
        } catch (UnmetRequestException full) {
            starts.remove(process.startId());
            processes.failed(process, full.getMessage());
            throw full;
        }
    }

    private void start(EngineProcess process, Cancellation cancellation) {
        try {
            cancellation.require();
            database(process).startStorageManager(archive(process), cancellation);
            processes.started(process);
        } catch (RuntimeException trouble) {
            processes.failed(process, trouble.getMessage());
            settings.log().accept("start process " + process.startId() + " failed: " + trouble.getMessage());
        } finally {
            starts.remove(process.startId());
        }
    }

    private AdminAnswer shutDown(Routes.Call call) {
        Fields query = call.query();
        boolean kill = query.flag("kill", false);
        query.flag("evict", false);
        if (query.flag("killWithCore", false)) {
            throw UnmetRequestException.notSupported("shutdown process with --kill-with-core");
        }
        long seconds = query.optionalNumber("timeout", 0, Integer.MAX_VALUE).orElse(0);
        EngineProcess process = processes.process(call.variable(0));
        if (process.archive().isEmpty()) {
            throw UnmetRequestException.notSupported("shutdown of a transaction engine");
        }
        processes.want(process, Durable.REQUESTED_SHUTDOWN);
        Future<Void> stop = begin(process, () -> stop(process, kill));
        Jobs.await(stop, max(REFUSAL, Duration.ofSeconds(Math.min(seconds, LONGEST_WAIT))));
        return AdminAnswer.empty();
    }

    /** What cannot be begun now is not wanted either. */
    private Future<Void> begin(EngineProcess process, Runnable stop) {
        try {
            return jobs.begin(stop);
        } catch (UnmetRequestException full) {
            processes.want(process, Durable.MONITORED);
            throw full;
        }
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** One that is still starting is cancelled; it may have come up all the same. */
    private void stop(EngineProcess process, boolean kill) {
        Cancellation starting = starts.get(process.startId());
        if (starting != null) {
            starting.cancel();
        }
        try {
            EmbeddedDatabase database = database(process);
            if (kill) {
                database.killStorageManager(archive(process));
            } else {
                database.stopStorageManager(archive(process));
            }
        } catch (HotCopyException refused) {
            requireGone(process, refused);
        }
    }

    private void requireGone(EngineProcess process, HotCopyException refused) {
        boolean up = domain.archive(process.database(), archive(process))
                .filter(ArchiveView::isUp)
                .isPresent();
        if (up) {
            processes.want(process, Durable.MONITORED);
            throw refused;
        }
        processes.failed(process, refused.getMessage());
    }

    private EmbeddedDatabase database(EngineProcess process) {
        return domain.database(process.database());
    }

    private static ArchiveId archive(EngineProcess process) {
        return process.archive().orElseThrow();
    }
}
