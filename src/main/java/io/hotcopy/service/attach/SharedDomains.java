package io.hotcopy.service.attach;

import io.hotcopy.catalog.DomainState;
import io.hotcopy.live.LocalDomain;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.service.http.AdminServer;
import io.hotcopy.service.http.Mount;
import io.hotcopy.service.http.ServerLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** The domains of this process that other processes can reach. Safe for several threads. */
public final class SharedDomains {
    /** The largest value of a record, as text, with room for what is around it. */
    private static final int LARGEST_CALL = 64 << 20;

    private static final String LOOPBACK = "127.0.0.1";

    private final AttachPointer pointers;
    private final RandomGenerator random;
    private final String version;
    private final long pid;
    private final Set<Path> homes = ConcurrentHashMap.newKeySet();

    /**
     * @param state the home of our state
     * @param random where tokens come from, which nobody must guess; safe for several threads
     * @param version of hotcopy that this process runs
     * @param pid this process
     */
    public SharedDomains(Path state, RandomGenerator random, String version, long pid) {
        this.pointers = new AttachPointer(new DomainState(state));
        this.random = random;
        this.version = version;
        this.pid = pid;
    }

    boolean has(Path domainHome) {
        return homes.contains(real(domainHome));
    }

    /**
     * Lets others reach a domain, by a server of its own that is begun on another thread: who starts a domain does not
     * wait for what others need. That it could not begin is an event.
     */
    public void share(LocalDomain domain) {
        AttachShare share = begin(domain);
        thread("hotcopy-share", () -> {
                    try {
                        open(share, domain, AdminServer.start(LOOPBACK, 0, ServerLimits.USUAL));
                    } catch (HotCopyException trouble) {
                        domain.book()
                                .events()
                                .accept("other processes cannot reach domain \"" + domain.name() + "\": "
                                        + trouble.getMessage());
                    }
                })
                .start();
    }

    /**
     * The same by a server that listens, which also answers at other places; returns when it does. The server is closed
     * before the domain is.
     *
     * @throws HotCopyException when what others find it by cannot be written
     */
    public void share(LocalDomain domain, AdminServer server, Mount... others) {
        open(begin(domain), domain, server, others);
    }

    private AttachShare begin(LocalDomain domain) {
        Path home = real(domain.declared().home().orElseThrow());
        AttachShare share = new AttachShare(domain, pointers);
        homes.add(home);
        domain.beforeEnd(() -> {
            share.end();
            homes.remove(home);
        });
        return share;
    }

    private void open(AttachShare share, LocalDomain domain, AdminServer server, Mount... others) {
        ServiceFile service = ServiceFile.of(server.url(), random, pid, version);
        AttachApi api = new AttachApi(domain, service, work -> thread("hotcopy-attached", work));
        server.serve(Stream.concat(Stream.of(others), Stream.of(Mount.hotcopy(LARGEST_CALL, api)))
                .toArray(Mount[]::new));
        share.open(server, api, service);
    }

    private static Thread thread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** One home under all its names. */
    private static Path real(Path home) {
        try {
            return home.toRealPath();
        } catch (IOException absent) {
            return home.toAbsolutePath().normalize();
        }
    }
}
