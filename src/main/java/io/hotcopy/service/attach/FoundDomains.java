package io.hotcopy.service.attach;

import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.catalog.DomainState;
import io.hotcopy.embedded.EmbeddedDomain;
import io.hotcopy.live.LiveDomain;
import io.hotcopy.model.Domain;
import io.hotcopy.problem.HotCopyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/** The domains that other processes hold, found by the files that these leave behind. Safe for several threads. */
public final class FoundDomains {
    private final SharedDomains ours;
    private final AttachPointer pointers;
    private final RandomGenerator random;
    private final String version;
    private final Duration patience;
    private final Map<Path, AttachLine> lines = new ConcurrentHashMap<>();

    /**
     * @param state the home of our state
     * @param ours those of this process, which are never found
     * @param random where the ids of calls come from
     * @param version of hotcopy that this process runs
     * @param patience until an answer is given up; longer than {@link AttachApi#PATIENCE}
     */
    public FoundDomains(Path state, SharedDomains ours, RandomGenerator random, String version, Duration patience) {
        this.pointers = new AttachPointer(new DomainState(state));
        this.ours = ours;
        this.random = random;
        this.version = version;
        this.patience = patience;
    }

    /** As {@link io.hotcopy.live.Neighbours#at}. */
    public Optional<LiveDomain> at(Path domainHome) {
        return ours.has(domainHome) ? Optional.empty() : found(domainHome);
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

    /** As {@link io.hotcopy.live.Neighbours#all}. */
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
}
