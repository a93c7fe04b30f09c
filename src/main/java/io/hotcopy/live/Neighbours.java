package io.hotcopy.live;

import io.hotcopy.problem.HotCopyException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The other processes of this machine that hold domains, and what they see of this one. */
public interface Neighbours {

    /** There are none, and none is told of this process. */
    Neighbours NONE = new Neighbours() {
        @Override
        public Optional<LiveDomain> at(Path domainHome) {
            return Optional.empty();
        }

        @Override
        public List<LiveDomain> all() {
            return List.of();
        }

        @Override
        public void share(LocalDomain domain) {
            // Nobody is there to share it with.
        }

        @Override
        public String serve(LocalDomain domain, Serving how) {
            throw new HotCopyException("nothing can be served from here");
        }
    };

    /**
     * The domain of a home, when another process holds it.
     *
     * @param domainHome the domain's own
     * @throws HotCopyException when what the holder left there cannot be read, or it is of another version that does
     *     not understand this one
     */
    Optional<LiveDomain> at(Path domainHome);

    /** Those that other processes hold and that were ever shared under the home of our state. */
    List<LiveDomain> all();

    /** Lets others reach a domain of this process from here on, until it is closed. */
    void share(LocalDomain domain);

    /**
     * The same, and lets the vendor's clients reach it too.
     *
     * @return where, as {@code http://127.0.0.1:8888}
     * @throws HotCopyException when it cannot listen there, or the vendor's protocol cannot speak of this domain
     */
    String serve(LocalDomain domain, Serving how);
}
