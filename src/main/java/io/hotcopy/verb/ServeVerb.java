package io.hotcopy.verb;

import io.hotcopy.embedded.StartOptions;
import io.hotcopy.live.LocalDomain;
import io.hotcopy.live.Serving;
import io.hotcopy.model.Domain;
import io.hotcopy.problem.HotCopyException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * {@code serve}: runs a domain here, for the vendor's clients and for every other command of this machine, until
 * {@code stop} or the end.
 */
public final class ServeVerb {
    private final Session session;

    ServeVerb(Session session) {
        this.session = session;
    }

    /**
     * Loads, starts, and serves; returns as soon as it is served.
     *
     * @throws ProblemsException when the files have errors
     */
    public ServeResult run(ServeRequest request) {
        StartVerb start = new StartVerb(session);
        start.refuseTwo();
        load(request.files());
        Domain domain = session.declaredDomain(name(request.domain()));
        if (session.isDryRun()) {
            start.run(StartRequest.of(domain.name()));
            return new ServeResult(true, domain.name(), "", List.of());
        }
        LocalDomain running = start.unshared(domain, StartOptions.NONE);
        try {
            String address = session.surroundings().neighbours().serve(running, grounded(request.serving()));
            return new ServeResult(false, domain.name(), address, running.reports());
        } catch (RuntimeException trouble) {
            session.stop();
            throw trouble;
        }
    }

    private void load(List<Path> files) {
        if (!files.isEmpty()) {
            LoadResult loaded = new LoadVerb(session).run(new LoadRequest(files));
            if (!loaded.loaded()) {
                throw new ProblemsException(loaded.problems(), loaded.texts());
            }
        }
    }

    private String name(Optional<String> named) {
        List<String> declared =
                session.declaredHere().domains().stream().map(Domain::name).toList();
        if (named.isEmpty() && declared.size() != 1) {
            throw declared.isEmpty()
                    ? new HotCopyException("no domain is declared, so that none can be served", "serve FILE")
                    : new HotCopyException(
                            declared.size() + " domains are declared: which one is meant",
                            "--domain names one: " + String.join(", ", declared));
        }
        return named.orElseGet(() -> declared.get(0));
    }

    private Serving grounded(Serving serving) {
        return new Serving(
                serving.address(),
                serving.port(),
                serving.allowed().stream().map(session::resolve).toList(),
                serving.finishing());
    }
}
