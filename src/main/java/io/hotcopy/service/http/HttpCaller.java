package io.hotcopy.service.http;

import io.hotcopy.problem.HotCopyException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/**
 * Asks a service over HTTP and waits for the answer. Goes by no proxy: a service is on this machine. Any thread; needs
 * no closing.
 */
public final class HttpCaller {
    private static final Duration CONNECT_TIME = Duration.ofSeconds(5);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(CONNECT_TIME)
            .sslContext(trustingNobody())
            .build();
    private final URI base;

    /** @param base of the service, without a path */
    public HttpCaller(URI base) {
        this.base = base;
    }

    public URI base() {
        return base;
    }

    /**
     * Asks.
     *
     * @param target path and query, encoded
     * @param bearer the token to show, if any
     * @param patience until the whole answer must be there
     * @return whatever was answered
     * @throws NoServiceException when there is no connection, or it ends before the answer
     * @throws HotCopyException when the answer does not come in time or is too long, or the thread is interrupted,
     *     which stays known of it
     */
    public HttpResponse<byte[]> send(
            String method, String target, Optional<String> bearer, Optional<byte[]> body, Duration patience) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + target));
        bearer.ifPresent(token -> request.header("Authorization", "Bearer " + token));
        body.ifPresent(some -> request.header("Content-Type", "application/json"));
        HttpRequest.BodyPublisher content =
                body.map(HttpRequest.BodyPublishers::ofByteArray).orElseGet(HttpRequest.BodyPublishers::noBody);
        return await(
                client.sendAsync(request.method(method, content).build(), answered -> new BoundedBody()), patience);
    }

    /** The client wants one though it never speaks TLS. The usual one reads all certificates of the JDK first. */
    private static SSLContext trustingNobody() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[0], new TrustManager[0], null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has TLS", e);
        }
    }

    private HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> answer, Duration patience) {
        try {
            // The client's own time limit ends with the headers of an answer.
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw trouble(failed.getCause());
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw new HotCopyException(
                    "no answer from " + base + " within " + patience.toSeconds() + " s",
                    late,
                    "Look whether that process is stopped or overloaded.");
        } catch (InterruptedException interrupt) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new HotCopyException("interrupted while waiting for an answer from " + base, interrupt);
        }
    }

    private HotCopyException trouble(Throwable cause) {
        if (cause instanceof HotCopyException told) {
            return told;
        }
        if (!(cause instanceof IOException)) {
            throw new IllegalStateException("the HTTP client failed", cause);
        }
        return new NoServiceException(base.toString(), reason(cause), cause);
    }

    private static String reason(Throwable cause) {
        if (chain(cause).anyMatch(UnresolvedAddressException.class::isInstance)) {
            return "unknown host";
        }
        if (cause instanceof HttpConnectTimeoutException) {
            return "no connection within " + CONNECT_TIME.toSeconds() + " s";
        }
        if (cause instanceof ConnectException) {
            // The client keeps the words of the operating system to itself in most versions of Java.
            return Optional.ofNullable(cause.getMessage()).orElse("Connection refused");
        }
        return "the connection ended before the answer (" + cause.getMessage() + ")";
    }

    private static Stream<Throwable> chain(Throwable first) {
        return Stream.iterate(first, link -> link != null, Throwable::getCause);
    }
}
