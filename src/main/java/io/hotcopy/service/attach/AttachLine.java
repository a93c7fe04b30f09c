package io.hotcopy.service.attach;

import io.hotcopy.admin.AdminJson;
import io.hotcopy.live.Holder;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.service.http.HttpCaller;
import io.hotcopy.service.http.HttpTarget;
import io.hotcopy.service.http.NoServiceException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/**
 * The line to the process that holds a domain: asks it, and knows in time when nobody is there any more. Safe for
 * several threads.
 */
final class AttachLine {
    private static final List<String> PLACE = List.of("hotcopy", "1");

    private final HttpCaller caller;
    private final ServiceFile service;
    private final Path home;
    private final String version;
    private final Duration patience;
    /** Since its file may be left behind, only who has asked it knows. */
    private volatile boolean gone;

    /**
     * @param service as it was read in the home
     * @param version of hotcopy that this process runs
     * @param patience until an answer is given up; longer than the other side lets anybody wait
     */
    AttachLine(ServiceFile service, Path home, String version, Duration patience) {
        this.caller = new HttpCaller(service.url());
        this.service = service;
        this.home = home;
        this.version = version;
        this.patience = patience;
    }

    ServiceFile service() {
        return service;
    }

    Path home() {
        return home;
    }

    Holder holder() {
        return new Holder(service.pid(), service.version());
    }

    /**
     * Whether the holder has not taken its file away, nor has another put its own there; no more when it was not there
     * to answer.
     */
    boolean isThere() {
        try {
            return !gone
                    && ServiceFile.read(home, version)
                            .filter(found -> found.token().equals(service.token()))
                            .isPresent();
        } catch (HotCopyException another) {
            return false;
        }
    }

    /**
     * Asks.
     *
     * @return the JSON of the answer
     * @throws GoneException when the holder is not there any more
     * @throws HotCopyException when it does not answer, or refuses; or the thread was interrupted, which is then the
     *     cause
     */
    Object ask(String method, List<String> path, Map<String, List<String>> query, Optional<byte[]> body) {
        HttpResponse<byte[]> answer;
        try {
            answer = again(method, HttpTarget.of(PLACE, path, query), body);
        } catch (HotCopyException trouble) {
            throw trouble.getCause() instanceof TimeoutException ? silent(trouble) : trouble;
        }
        if (answer.statusCode() == 401 || answer.statusCode() == 503 && !isThere()) {
            throw gone();
        }
        gone = false;
        Optional<Object> tree = AdminJson.read(answer.body());
        if (answer.statusCode() != 200 || tree.isEmpty()) {
            throw refused(answer.statusCode(), tree);
        }
        return tree.get();
    }

    /** A connection that was kept may have ended before this was asked, so that a second one tells. */
    private HttpResponse<byte[]> again(String method, String target, Optional<byte[]> body) {
        try {
            return caller.send(method, target, Optional.of(service.token()), body, patience);
        } catch (NoServiceException first) {
            try {
                return caller.send(method, target, Optional.of(service.token()), body, patience);
            } catch (NoServiceException second) {
                throw second.getCause() instanceof HttpConnectTimeoutException ? silent(second) : gone();
            }
        }
    }

    private GoneException gone() {
        gone = true;
        return new GoneException();
    }

    private HotCopyException silent(HotCopyException trouble) {
        return new HotCopyException(
                "process " + service.pid() + ", which holds the domain in \"" + home + "\", does not answer",
                trouble,
                "Look whether it is stopped: kill -CONT " + service.pid() + " lets it go on.");
    }

    private HotCopyException refused(int status, Optional<Object> tree) {
        boolean told = tree.orElse(null) instanceof Map<?, ?> error && error.get("messages") instanceof List<?>;
        String why = told ? String.valueOf(((Map<?, ?>) tree.orElseThrow()).get("messages")) : "no JSON";
        return new HotCopyException("process " + service.pid() + ", which holds the domain in \"" + home
                + "\", answers with status " + status + " " + why);
    }

    /** The process that was asked is not there any more. */
    static final class GoneException extends HotCopyException {
        private static final long serialVersionUID = 1L;

        private GoneException() {
            super("the process that held the domain has ended");
        }
    }
}
