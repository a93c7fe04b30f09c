package io.hotcopy.admin;

import io.hotcopy.live.LocalDomain;
import io.hotcopy.model.Declarations;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ElementId;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * The administration service of a running domain, without the network: answers each request as the vendor's server
 * would. Safe for several threads; a request may wait up to half a minute, or as long as it says itself.
 */
public final class AdminApi implements AdminClient, AutoCloseable {

    private final Surroundings surroundings;
    private final Routes routes = new Routes();
    private final HotCopyResource hotCopies;
    private volatile boolean leaving;

    private AdminApi(Surroundings surroundings) {
        this.surroundings = surroundings;
        new PeerResource(surroundings).on(routes);
        new DatabaseResource(surroundings).on(routes);
        new ProcessResource(surroundings).on(routes);
        new ProcessChangeResource(surroundings).on(routes);
        new ArchiveResource(surroundings).on(routes);
        new StorageGroupResource(surroundings).on(routes);
        hotCopies = new HotCopyResource(surroundings);
        hotCopies.on(routes);
        new KeyValueResource(surroundings).on(routes);
        new DiagnosticsResource(surroundings).on(routes);
    }

    /**
     * Begins to serve a domain that has just started: all its processes are new ones.
     *
     * @param domain stays open when the service is closed; in its home the service keeps what it remembers
     * @throws HotCopyException when the protocol could not tell its archives or databases apart from others, or when
     *     what is remembered cannot be read or written
     */
    public static AdminApi open(LocalDomain domain, AdminSettings settings) {
        DomainView view = new DomainView(domain.declared(), domain.embedded());
        Ambiguity.requireNone(view);
        refusePolicy(domain.loaded());
        Path home = view.home();
        AdminStateFile file = AdminStateFile.open(home);
        ProcessTable processes = ProcessTable.begin(file, view);
        domain.hear(processes::heard);
        return new AdminApi(new Surroundings(
                view, domain.copies(), file, processes, new Jobs(), new AllowedDirectories(home, settings), settings));
    }

    private static void refusePolicy(Declarations loaded) {
        loaded.policy(HotCopyPlan.POLICY).ifPresent(policy -> {
            throw new HotCopyException(
                    "a policy is called \"" + policy.name()
                            + "\", under which the hot copies that nuocmd asks for are remembered",
                    "Give it another name.");
        });
    }

    /** @return never throws: what is wrong with the request, or with this service, is an answer as well */
    @Override
    public AdminAnswer send(AdminRequest request) {
        if (leaving && !isQuestion(request)) {
            return AdminAnswer.error(503, "the service is stopping");
        }
        try {
            return routes.answer(request);
        } catch (UnmetRequestException refused) {
            return error(refused.status(), refused);
        } catch (HotCopyException trouble) {
            return error(409, trouble);
        } catch (RuntimeException defect) {
            surroundings.settings().log().accept(trace(request, defect));
            return AdminAnswer.error(500, "internal error of hotcopy: " + defect);
        }
    }

    private static boolean isQuestion(AdminRequest request) {
        return request.method().equals("GET");
    }

    /** From here on it only tells how things are. */
    public void leave() {
        leaving = true;
    }

    /**
     * Returns when no client waits to hear the end of a hot copy any more, so far as is known, or after this time.
     *
     * @param ended hot copies that have ended
     */
    public void awaitTold(Set<ElementId> ended, Duration patience) {
        hotCopies.awaitTold(ended, patience);
    }

    private static AdminAnswer error(int status, HotCopyException trouble) {
        Map<String, Object> hints = trouble.hints().isEmpty() ? Map.of() : Map.of("hints", trouble.hints());
        return AdminAnswer.error(status, trouble.getMessage(), hints);
    }

    private static String trace(AdminRequest request, RuntimeException defect) {
        StringWriter trace = new StringWriter();
        defect.printStackTrace(new PrintWriter(trace));
        return "a defect while answering " + request.method() + " " + request.path() + ": " + trace;
    }

    /**
     * Ends its jobs, cancelling the starts that run and waiting for all else, and then all its processes. The domain
     * must still be open.
     */
    @Override
    public void close() {
        surroundings.jobs().close();
        surroundings.processes().end();
    }
}
