package io.hotcopy.verb;

import io.hotcopy.embedded.EmbeddedDomain;
import io.hotcopy.embedded.StartOptions;
import io.hotcopy.live.LiveDomain;
import io.hotcopy.live.LocalDomain;
import io.hotcopy.model.Database;
import io.hotcopy.model.Domain;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** {@code start}: runs a declared domain in this process, until {@code stop} or the end. */
public final class StartVerb {
    private final Session session;

    StartVerb(Session session) {
        this.session = session;
    }

    public StartResult run(StartRequest request) {
        refuseTwo();
        Domain domain = session.declaredDomain(request.domain());
        StartOptions options = options(domain, request);
        if (session.isDryRun()) {
            session.planned().start(withHome(domain));
            return new StartResult(true, domain.name(), List.of());
        }
        LocalDomain running = unshared(domain, options);
        around().neighbours().share(running);
        return new StartResult(false, domain.name(), running.reports());
    }

    /** Runs a domain that other processes are not told of. */
    LocalDomain unshared(Domain domain, StartOptions options) {
        refuseHeld(domain);
        LocalDomain running = start(domain, options);
        session.start(running);
        return running;
    }

    void refuseTwo() {
        session.startedHere().ifPresent(name -> {
            throw new HotCopyException("domain \"" + name + "\" is running here already", "stop ends it");
        });
    }

    private void refuseHeld(Domain domain) {
        session.running(domain).flatMap(LiveDomain::holder).ifPresent(holder -> {
            throw new HotCopyException(
                    "domain \"" + domain.name() + "\" is running already, in process " + holder.pid(),
                    "Every command of this machine works with it there; kill " + holder.pid()
                            + " ends that process in good order.");
        });
    }

    LocalDomain start(Domain domain, StartOptions options) {
        return LocalDomain.start(
                domain, session::declaredHere, options, around().memory(), session.runBook(), around().random());
    }

    private VerbSurroundings around() {
        return session.surroundings();
    }

    private static Domain withHome(Domain domain) {
        if (domain.home().isEmpty()) {
            throw new HotCopyException(
                    "domain \"" + domain.name() + "\" has no home, so it cannot run here",
                    "embedded home: 'data/" + domain.name() + "' declares one");
        }
        return domain;
    }

    private StartOptions options(Domain domain, StartRequest request) {
        Map<String, Set<ArchiveId>> lost = new TreeMap<>();
        request.lost().forEach(word -> lose(domain, word, lost));
        Map<String, Path> restored = request.restored()
                .map(directory -> Map.of(only(domain), session.resolve(directory)))
                .orElse(Map.of());
        return new StartOptions(lost, restored);
    }

    private static void lose(Domain domain, String word, Map<String, Set<ArchiveId>> lost) {
        int slash = word.indexOf('/');
        String database = slash < 0 ? only(domain) : word.substring(0, slash);
        Optional<ArchiveId> archive = archive(word.substring(slash + 1));
        boolean known = domain.database(database).isPresent()
                && archive.flatMap(EmbeddedDomain.savedFacts(withHome(domain), database)::archive)
                        .isPresent();
        if (!known) {
            throw new HotCopyException("domain \"" + domain.name() + "\" has no archive \"" + word + "\"");
        }
        lost.computeIfAbsent(database, none -> new TreeSet<>()).add(archive.orElseThrow());
    }

    private static Optional<ArchiveId> archive(String number) {
        return number.matches("\\d{1,9}") ? Optional.of(ArchiveId.of(number)) : Optional.empty();
    }

    private static String only(Domain domain) {
        List<String> names = domain.databases().stream().map(Database::name).toList();
        if (names.size() == 1) {
            return names.get(0);
        }
        throw new HotCopyException(
                "domain \"" + domain.name() + "\" has " + names.size() + " databases: which one is meant",
                names.stream()
                        .map(name -> name + "/N names archive N of " + name)
                        .toArray(String[]::new));
    }
}
