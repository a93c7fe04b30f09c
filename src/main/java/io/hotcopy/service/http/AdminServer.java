package io.hotcopy.service.http;

import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.problem.HotCopyException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;

/**
 * Takes requests from the network, of this machine alone, and gives each to who is mounted at its address. Every error
 * is JSON in the form of the administration protocol, also of what is no HTTP.
 *
 * <p>It listens at once, and answers 503 until {@link #serve}. Any thread may call it.
 */
public final class AdminServer implements AutoCloseable {
    private static final Duration USUAL_WAIT = Duration.ofSeconds(10);
    private static final int HIGHEST_PORT = 65535;

    /** Beyond those that wait in a mount: they read requests, write answers and say how all is. */
    private static final int SPARE_THREADS = 16;

    private static final int IDLE_THREADS = 4;
    private static final int HEADER_BYTES = 8 * 1024;
    private static final long LAST_WAIT_MILLIS = 2_000;

    private final QueuedThreadPool threads = new QueuedThreadPool(SPARE_THREADS, IDLE_THREADS);
    private final Places places = new Places();
    private final InFlight inFlight = new InFlight();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final InetAddress address;
    private final ServerLimits limits;
    private final Server server;
    private final ServerConnector connector;

    /** Where it listens, or did. */
    private volatile int port;

    private AdminServer(InetAddress address, int port, ServerLimits limits) {
        this.address = address;
        this.limits = limits;
        threads.setName("hotcopy-http");
        threads.setDaemon(true);
        threads.setStopTimeout(LAST_WAIT_MILLIS);
        server = new Server(threads, new ScheduledExecutorScheduler("hotcopy-http-clock", true), null);
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration()));
        connector.setHost(address.getHostAddress());
        connector.setPort(port);
        connector.setIdleTimeout(limits.idle().toMillis());
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(limits.connections(), server));
        server.setErrorHandler(new JsonErrors());
        server.setHandler(new HttpDoor(new HostCheck(address), limits, places, inFlight));
    }

    /**
     * Listens.
     *
     * @param bind an address of this machine's own network, or a name of one
     * @param port 0 for any that is free
     * @throws HotCopyException when others could reach that address, or it cannot be listened at
     */
    public static AdminServer start(String bind, int port, ServerLimits limits) {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new HotCopyException(
                    "\"" + port + "\" is no port", "A port is a number from 0 to " + HIGHEST_PORT + ".");
        }
        AdminServer started = new AdminServer(loopback(bind), port, limits);
        try {
            started.connector.open();
            started.port = started.connector.getLocalPort();
            started.server.start();
        } catch (Exception trouble) {
            started.stop();
            throw cannotListen(bind, port, trouble);
        }
        return started;
    }

    /** From now on these answer, the first of them that holds the address of a request. */
    public void serve(Mount... mounts) {
        threads.setMaxThreads(SPARE_THREADS + mounts.length * limits.atOnce());
        places.set(Arrays.stream(mounts)
                .map(mount -> new Place(mount, limits.atOnce()))
                .toList());
    }

    /** Where it listens; the same after it was closed. */
    public int port() {
        return port;
    }

    /** What to put in front of paths, without a slash at the end. */
    public URI url() {
        String literal = address.getHostAddress();
        return URI.create("http://" + (literal.contains(":") ? "[" + literal + "]" : literal) + ":" + port);
    }

    /** From now on all but {@link Mount#health} answers 503; requests that are being answered go on. */
    public void refuseNewRequests() {
        inFlight.close();
    }

    /**
     * Ends it: takes no requests, waits until those that are being answered have their answers, and interrupts those
     * that are left after a time. A second call does nothing.
     *
     * @param limit how long to wait for answers; an interrupt of this thread ends the wait
     */
    public void close(Duration limit) {
        if (!closed.getAndSet(true)) {
            refuseNewRequests();
            inFlight.awaitNone(limit);
            stop();
        }
    }

    /** As {@link #close(Duration)}, waiting 10 seconds. */
    @Override
    public void close() {
        close(USUAL_WAIT);
    }

    private void stop() {
        boolean interrupted = Thread.interrupted();
        try {
            server.stop();
        } catch (Exception trouble) {
            throw new HotCopyException("cannot stop the service: " + trouble.getMessage(), trouble);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setRequestHeaderSize(HEADER_BYTES);
        // Keys of the vendor's store come as one segment with slashes in it. What an address means is decided on its
        // raw text, once, in RequestTarget: no two readers of it can differ.
        configuration.setUriCompliance(UriCompliance.DEFAULT.with(
                "hotcopy",
                UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
                UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING,
                UriCompliance.Violation.SUSPICIOUS_PATH_CHARACTERS));
        return configuration;
    }

    private static InetAddress loopback(String bind) {
        InetAddress address;
        try {
            address = InetAddress.getByName(bind);
        } catch (UnknownHostException unknown) {
            throw new HotCopyException("cannot listen at \"" + bind + "\": unknown host", unknown);
        }
        if (!address.isLoopbackAddress()) {
            throw new HotCopyException(
                    "cannot listen at \"" + bind + "\": it is not a loopback address",
                    "The service is for this machine alone until it has TLS and users: use 127.0.0.1.");
        }
        return address;
    }

    private static HotCopyException cannotListen(String bind, int port, Exception trouble) {
        String where = "port " + port + " of \"" + bind + "\"";
        Throwable cause = trouble.getCause() instanceof BindException bound ? bound : trouble;
        if (cause instanceof BindException && String.valueOf(cause.getMessage()).contains("in use")) {
            return new HotCopyException(
                    where + " is in use already", trouble, "Choose another by --port, or stop what listens there.");
        }
        String reason = cause instanceof IOException io ? FileTrouble.reason(io) : String.valueOf(cause);
        return new HotCopyException("cannot listen at " + where + ": " + reason, trouble);
    }
}
