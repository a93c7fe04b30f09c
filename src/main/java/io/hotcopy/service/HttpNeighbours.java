package io.hotcopy.service;

import io.hotcopy.admin.AdminApi;
import io.hotcopy.admin.AdminClient;
import io.hotcopy.admin.AdminSettings;
import io.hotcopy.live.LiveDomain;
import io.hotcopy.live.LocalDomain;
import io.hotcopy.live.Neighbours;
import io.hotcopy.live.Serving;
import io.hotcopy.service.attach.FoundDomains;
import io.hotcopy.service.attach.SharedDomains;
import io.hotcopy.service.http.AdminServer;
import io.hotcopy.service.http.Mount;
import io.hotcopy.service.http.ServerLimits;
import io.hotcopy.term.ElementId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Processes of this machine that reach each other's domains over HTTP, and vendor's clients that reach those of this
 * one. Safe for several threads.
 */
public final class HttpNeighbours implements Neighbours {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** The vendor's client asks every five seconds how a hot copy stands. */
    private static final Duration NEXT_QUESTION = Duration.ofSeconds(6);

    private final Path state;
    private final String version;
    private final Runnable finishing;
    private final SharedDomains shared;
    private final FoundDomains found;
    private LocalDomain here;
    private AdminApi api;

    /**
     * @param state the home of our state
     * @param random where tokens come from, which nobody must guess; safe for several threads
     * @param version of hotcopy that this process runs
     * @param pid this process
     * @param finishing told when hot copies are finished before a service stops, however long that takes
     */
    public HttpNeighbours(Path state, RandomGenerator random, String version, long pid, Runnable finishing) {
        this(state, random, version, pid, finishing, PATIENCE);
    }

    /** @param patience until an answer of another process is given up */
    HttpNeighbours(
            Path state, RandomGenerator random, String version, long pid, Runnable finishing, Duration patience) {
        this.state = state;
        this.version = version;
        this.finishing = finishing;
        this.shared = new SharedDomains(state, random, version, pid);
        this.found = new FoundDomains(state, shared, random, version, patience);
    }

    @Override
    public Optional<LiveDomain> at(Path domainHome) {
        return found.at(domainHome);
    }

    @Override
    public List<LiveDomain> all() {
        return found.all();
    }

    @Override
    public synchronized void share(LocalDomain domain) {
        shared.share(domain);
        here = domain;
    }

    @Override
    public synchronized String serve(LocalDomain domain, Serving how) {
        AdminServer server = AdminServer.start(how.address(), how.port(), ServerLimits.USUAL);
        try {
            AdminApi served = open(domain, how.allowed(), () -> server.url().toString());
            shared.share(domain, server, Mount.api(served), Mount.health(new Health(domain)));
            // The latest comes first when the domain ends: this, then the server is closed, then its resources.
            domain.beforeEnd(() -> leave(domain, served, server, how.finishing()));
        } catch (RuntimeException trouble) {
            server.close();
            throw trouble;
        }
        return server.url().toString();
    }

    /** Clients that wait for hot copies hear how these have ended; what else they ask for is refused from here on. */
    private void leave(LocalDomain domain, AdminApi served, AdminServer server, boolean finish) {
        served.leave();
        domain.copies().takeNoMore();
        Set<ElementId> running = domain.copies().running();
        if (finish) {
            finishing.run();
            domain.copies().awaitAll();
        } else {
            domain.copies().cancelAll();
        }
        served.awaitTold(running, NEXT_QUESTION);
        server.refuseNewRequests();
    }

    /**
     * The administration service of the domain that this process shares, without the network; empty when it has none.
     */
    public synchronized Optional<AdminClient> here() {
        if (here == null || !here.isThere()) {
            return Optional.empty();
        }
        if (api == null) {
            open(here, List.of(), () -> "http://localhost");
        }
        return Optional.of(api);
    }

    private AdminApi open(LocalDomain domain, List<Path> allowed, Supplier<String> address) {
        api = AdminApi.open(
                domain,
                new AdminSettings(
                        domain.book().clock(),
                        address,
                        "hotcopy " + version,
                        allowed,
                        List.of(domain.declared().home().orElseThrow(), state),
                        domain.book().events()));
        here = domain;
        domain.beforeEnd(this::close);
        return api;
    }

    private synchronized void close() {
        try {
            api.close();
        } finally {
            api = null;
        }
    }
}
