package io.hotcopy.admin;

import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.catalog.DomainState;
import io.hotcopy.embedded.EmbeddedDomain;
import io.hotcopy.live.LiveDomain;
import io.hotcopy.live.LocalDomain;
import io.hotcopy.live.Neighbours;
import io.hotcopy.live.Serving;
import io.hotcopy.model.Declarations;
import io.hotcopy.model.Domain;
import io.hotcopy.problem.HotCopyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Finds the domains of other processes by the files that these leave in the domains' homes, and leaves its own. */
public final class AdminNeighbours implements Neighbours {
    /** The largest value of a record, as text, with room for what is around it. */
    private static final int LARGEST_CALL = 64 << 20;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String LOOPBACK = "127.0.0.1";

    private final Path state;
    private final AttachPointer pointers;
    private final Runnable finishing;
    private final RandomGenerator random;
    private final String version;
    private final long pid;
    private final Duration patience;
    private final Set<Path> ours = ConcurrentHashMap.newKeySet();
    private final Map<Path, AttachLine> lines = new ConcurrentHashMap<>();
    private volatile LocalDomain shared;
    private volatile AdminApi api;

    /**
     * @param state the home of our state
     * @param random where tokens come from, which nobody must guess; safe for several threads
     * @param version of hotcopy that this process runs
     * @param pid this process
     * @param finishing told when hot copies are finished before a service stops, however long that takes
     */
    public AdminNeighbours(Path state, RandomGenerator random, String version, long pid, Runnable finishing) {
        this(state, random, version, pid, finishing, PATIENCE);
    }

    /** @param patience until an answer is given up; longer than {@link AttachApi#PATIENCE} */
    AdminNeighbours(
            Path state, RandomGenerator random, String version, long pid, Runnable finishing, Duration patience) {
        this.state = state;
        this.finishing = finishing;
        this.pointers = new AttachPointer(new DomainState(state));
        this.random = random;
        this.version = version;
        this.pid = pid;
        this.patience = patience;
    }

    @Override
    public Optional<LiveDomain> at(Path domainHome) {
        return ours.contains(real(domainHome)) ? Optional.empty() : found(domainHome);
    }

    private Optional<LiveDomain> found(Path home) {
        try {
            return ServiceFile.read(home, version).flatMap(service -> attached(line(service, home)));
        } catch (HotCopyException trouble) {
            // A file that was left behind may be damaged, of another version, or lead to who has that port now.
            if (Thread.currentThread().isInterrupted() || EmbeddedDomain.isHeld(home)) {
                throw trouble;
            }
            return Optional.empty();
        }
    }

    @Override
    public List<LiveDomain> all() {
        return pointers.homes().stream().flatMap(home -> at(home).stream()).toList();
    }

    private AttachLine line(ServiceFile service, Path home) {
        return lines.compute(
                home,
                (key, known) -> known != null && known.service().equals(service)
                        ? known
                        : new AttachLine(service, home, version, patience));
    }

    /** Empty when its holder is not there any more and has left its file, or holds another home that was copied. */
    private Optional<LiveDomain> attached(AttachLine line) {
        WireJson wire = new WireJson(line.home().getFileSystem());
        Object answer;
        try {
            answer = line.ask("GET", List.of("domain"), Map.of(), Optional.empty());
        } catch (AttachLine.GoneException gone) {
            return Optional.empty();
        }
        Domain declared = (Domain) wire.read(Domain.class, answer);
        return declared.home().filter(home -> isSame(home, line.home())).map(home -> attached(line, wire, declared));
    }

    private LiveDomain attached(AttachLine line, WireJson wire, Domain declared) {
        return new AttachedDomain(line, new AttachedParts(line, wire, random, declared.name()), declared);
    }

    /** Under whatever names. */
    private static boolean isSame(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException trouble) {
            throw FileTrouble.cannot("look at", one, trouble);
        }
    }

    /** As {@link Neighbours#share}, returning at once: who starts a domain does not wait for what others need. */
    @Override
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

    @Override
    public String serve(LocalDomain domain, Serving how) {
        refusePolicy(domain.loaded());
        AdminServer server = AdminServer.start(how.address(), how.port(), ServerLimits.USUAL);
        try {
            AttachShare share = begin(domain);
            AdminApi served = api(domain, how.allowed(), () -> server.url().toString());
            domain.beforeEnd(() -> leave(domain, server, how.finishing()));
            open(share, domain, server, Mount.api(served), Mount.health(new Health(domain)));
        } catch (RuntimeException trouble) {
            server.close();
            throw trouble;
        }
        return server.url().toString();
    }

    private static void refusePolicy(Declarations loaded) {
        loaded.policy(HotCopyPlan.POLICY).ifPresent(policy -> {
            throw new HotCopyException(
                    "a policy is called \"" + policy.name()
                            + "\", under which the hot copies that nuocmd asks for are remembered",
                    "Give it another name.");
        });
    }

    /** Clients that wait for hot copies hear how these have ended; what else they ask is refused from here on. */
    private void leave(LocalDomain domain, AdminServer server, boolean finish) {
        server.refuseNewRequests();
        if (finish) {
            finishing.run();
            domain.copies().awaitAll();
        } else {
            domain.copies().cancelAll();
        }
    }

    /**
     * The administration service of the domain that this process shares, without the network; empty when it has none.
     */
    public synchronized Optional<AdminClient> here() {
        if (shared == null || !shared.isThere()) {
            return Optional.empty();
        }
        if (api == null) {
            api(shared, List.of(), () -> "http://localhost");
        }
        return Optional.of(api);
    }

    private synchronized AdminApi api(LocalDomain domain, List<Path> allowed, Supplier<String> address) {
        api = AdminApi.open(
                domain,
                new AdminSettings(
                        domain.book().clock(),
                        address,
                        "hotcopy " + version,
                        allowed,
                        List.of(domain.declared().home().orElseThrow(), state),
                        domain.book().events()));
        domain.beforeEnd(this::closeApi);
        return api;
    }

    private synchronized void closeApi() {
        try {
            api.close();
        } finally {
            api = null;
        }
    }

    /**
     * Lets others reach a domain of this process by a server that listens, which also answers at other places; returns
     * when it does. The server is closed before the domain is.
     *
     * @throws HotCopyException when what others find it by cannot be written
     */
    public void serve(LocalDomain domain, AdminServer server, Mount... others) {
        open(begin(domain), domain, server, others);
    }

    private AttachShare begin(LocalDomain domain) {
        Path home = real(domain.declared().home().orElseThrow());
        AttachShare share = new AttachShare(domain, pointers);
        shared = domain;
        ours.add(home);
        domain.beforeEnd(() -> {
            share.end();
            ours.remove(home);
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
