package io.hotcopy.service.attach;

import io.hotcopy.admin.AdminJson;
import io.hotcopy.live.LiveCopies;
import io.hotcopy.live.LiveDatabase;
import io.hotcopy.live.LiveWorkload;
import io.hotcopy.live.LocalDomain;
import io.hotcopy.model.Domain;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.service.http.MountedService;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/**
 * Lets other processes call the methods of a domain that runs here, below {@code /hotcopy/1/}:
 *
 * <pre>
 * GET  domain                  the domain as it is declared
 * POST calls/ID                begins a call, unless it has begun; then as GET
 * GET  calls/ID?after=N&amp;patience=MS        news of it: events after the Nth, how it ended
 * POST calls/ID/interrupt?number=N   an interrupt of the caller, its Nth
 * </pre>
 *
 * What takes its time is waited for, a little at a time, so that a caller hears in time when this process is gone.
 */
final class AttachApi implements MountedService, AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration LAST_ENDS = Duration.ofSeconds(20);
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(2);
    private static final String JSON = "application/json";

    private final LocalDomain domain;
    private final ServiceFile service;
    private final WireJson wire;
    private final AttachJobs jobs;

    /** @param service says who may call */
    AttachApi(LocalDomain domain, ServiceFile service, ThreadFactory threads) {
        this.domain = domain;
        this.service = service;
        this.wire = new WireJson(domain.declared().home().orElseThrow().getFileSystem());
        this.jobs = new AttachJobs(threads);
    }

    @Override
    public boolean admits(Optional<String> authorization) {
        return service.admits(authorization);
    }

    @Override
    public Reply answer(Call call) {
        try {
            return admitted(call);
        } catch (IllegalArgumentException wrong) {
            return Reply.error(400, String.valueOf(wrong.getMessage()));
        }
    }

    private Reply admitted(Call call) {
        List<String> path = call.path();
        String first = path.get(0);
        boolean get = call.method().equals("GET");
        boolean post = call.method().equals("POST");
        if (get && path.equals(List.of("domain"))) {
            return reply(Domain.class, domain.declared());
        } else if (post && path.size() == 2 && first.equals("calls")) {
            return begin(path.get(1), call);
        } else if (get && path.size() == 2 && first.equals("calls")) {
            return jobs.find(path.get(1)).map(job -> news(job, call)).orElseGet(AttachApi::nothing);
        } else if (post
                && path.size() == 3
                && first.equals("calls")
                && path.get(2).equals("interrupt")) {
            return jobs.find(path.get(1)).map(job -> interrupt(job, call)).orElseGet(AttachApi::nothing);
        }
        return nothing();
    }

    private Reply begin(String id, Call call) {
        AttachCall asked = (AttachCall) wire.read(
                AttachCall.class,
                AdminJson.read(call.body()).orElseThrow(() -> new IllegalArgumentException("the body is no JSON")));
        Method method = asked.called();
        // Read here, so that what is wrong with it is told as such.
        asked.argumentsFor(method, wire, ProgressListener.NONE);
        AttachJob job = new AttachJob(listener -> AttachEnd.of(
                wire,
                method,
                () -> method.invoke(target(method, asked.database()), asked.argumentsFor(method, wire, listener))));
        return jobs.begin(id, job)
                .map(begun -> news(begun, call))
                .orElseGet(() -> Reply.error(503, "the process that holds the domain is at work for too many others"));
    }

    private Object target(Method method, String database) {
        Class<?> part = method.getDeclaringClass();
        if (part == LiveDatabase.class) {
            return domain.database(database);
        } else if (part == LiveCopies.class) {
            return domain.copies();
        }
        return part == LiveWorkload.class ? domain.workload() : domain;
    }

    private Reply news(AttachJob job, Call call) {
        Duration patience = number(call, "patience")
                .map(Duration::ofMillis)
                .filter(wanted -> wanted.compareTo(PATIENCE) < 0)
                .orElse(PATIENCE);
        return reply(AttachNews.class, job.news(number(call, "after").orElse(0L), patience));
    }

    private Reply interrupt(AttachJob job, Call call) {
        return reply(boolean.class, job.interrupt(number(call, "number").orElse(1L)));
    }

    private static Optional<Long> number(Call call, String name) {
        return call.query().getOrDefault(name, List.of()).stream().findFirst().map(Long::valueOf);
    }

    private Reply reply(Class<?> type, Object value) {
        return new Reply(200, JSON, AdminJson.write(wire.write(type, value)));
    }

    private static Reply nothing() {
        return Reply.error(404, "there is nothing at this address");
    }

    /** Interrupts what is at work here for others, and lets them hear how it ended. */
    @Override
    public void close() {
        jobs.close(LAST_ENDS, LAST_ANSWERS);
    }
}
