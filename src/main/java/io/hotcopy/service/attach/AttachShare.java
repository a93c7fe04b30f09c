package io.hotcopy.service.attach;

import io.hotcopy.live.LocalDomain;
import io.hotcopy.service.http.AdminServer;
import java.nio.file.Path;
import java.util.Optional;

/** A domain of this process while others can reach it. Safe for several threads. */
final class AttachShare {
    private final LocalDomain domain;
    private final AttachPointer pointers;
    private Optional<Runnable> ending = Optional.empty();
    private boolean ended;

    AttachShare(LocalDomain domain, AttachPointer pointers) {
        this.domain = domain;
        this.pointers = pointers;
    }

    /**
     * From here on others find it, unless it has ended already: then the server is closed.
     *
     * @param server answers already
     */
    synchronized void open(AdminServer server, AttachApi api, ServiceFile service) {
        if (ended) {
            server.close();
            return;
        }
        ending = Optional.of(() -> close(server, api));
        service.publish(home());
        pointers.put(domain.name(), home());
    }

    /** Nobody reaches it when this returns. */
    void end() {
        Optional<Runnable> last;
        synchronized (this) {
            ended = true;
            last = ending;
            ending = Optional.empty();
        }
        last.ifPresent(Runnable::run);
    }

    private void close(AdminServer server, AttachApi api) {
        try {
            ServiceFile.remove(home());
            pointers.remove(domain.name(), home());
        } finally {
            api.close();
            server.close();
        }
    }

    private Path home() {
        return domain.declared().home().orElseThrow();
    }
}
