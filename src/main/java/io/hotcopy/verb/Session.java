package io.hotcopy.verb;

import io.hotcopy.catalog.CatalogIndex;
import io.hotcopy.catalog.CatalogListing;
import io.hotcopy.catalog.DomainState;
import io.hotcopy.catalog.RunLedger;
import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.embedded.EmbeddedDomain;
import io.hotcopy.model.Database;
import io.hotcopy.model.Declarations;
import io.hotcopy.model.Domain;
import io.hotcopy.plan.DeclaredFacts;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.restore.Workers;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.verify.Verifier;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** What the verbs of one session share: what is loaded, started and opened. Used by one thread at a time. */
final class Session implements AutoCloseable {
    private final VerbSurroundings surroundings;
    private final boolean dryRun;
    private final OpenedNames opened = new OpenedNames();
    private final PlannedWorld planned;
    private Declarations declared = Declarations.NONE;
    private RunningDomain running;
    private CatalogListing listed;

    Session(VerbSurroundings surroundings, boolean dryRun) {
        this.surroundings = surroundings;
        this.dryRun = dryRun;
        this.planned = new PlannedWorld(surroundings.random());
    }

    VerbSurroundings surroundings() {
        return surroundings;
    }

    boolean isDryRun() {
        return dryRun;
    }

    /** What would exist if this dry run were none. */
    PlannedWorld planned() {
        return planned;
    }

    OpenedNames opened() {
        return opened;
    }

    /** What the last listing found; empty before the first. */
    Optional<CatalogListing> listed() {
        return Optional.ofNullable(listed);
    }

    /** Keeps what was found, for those who may not look again. */
    CatalogListing listed(CatalogListing found) {
        listed = found;
        return found;
    }

    SessionCompiler compiler() {
        return new SessionCompiler(surroundings);
    }

    /** Where sets of all domains lie, as far as ever seen. */
    CatalogIndex index() {
        return new CatalogIndex(surroundings.home());
    }

    /** What became of the runs of a domain. */
    RunLedger ledger(String domain) {
        return new RunLedger(new DomainState(surroundings.home()).of(domain));
    }

    Verifier verifier() {
        return new Verifier(surroundings.formats(), surroundings.random(), new Workers(RestoreVerb.THREADS));
    }

    Declarations declared() {
        return declared;
    }

    void declare(Declarations all) {
        declared = all;
    }

    Domain declaredDomain(String name) {
        return declared.domain(name)
                .orElseThrow(() -> new HotCopyException(
                        "no domain \"" + name + "\" is declared",
                        declared.domains().isEmpty()
                                ? "load FILE reads declarations"
                                : "declared are: "
                                        + String.join(
                                                ", ",
                                                declared.domains().stream()
                                                        .map(Domain::name)
                                                        .toList())));
    }

    /** @throws HotCopyException when one of these is the domain that runs now: it was started as it is declared */
    void refuseToReplaceStarted(Set<String> changed) {
        startedDomain().filter(name -> changed.contains("domain " + name)).ifPresent(name -> {
            throw new HotCopyException(
                    "domain \"" + name + "\" is running as it was declared before, so it cannot be declared otherwise",
                    "stop ends it");
        });
    }

    void start(RunningDomain domain) {
        running = domain;
    }

    /** The name of the domain that runs here, or would run; empty when none does. */
    Optional<String> startedDomain() {
        return dryRun ? planned.domain().map(Domain::name) : running().map(RunningDomain::name);
    }

    Optional<RunningDomain> running() {
        return Optional.ofNullable(running);
    }

    RunningDomain requireRunning() {
        return running().orElseThrow(this::nothingRuns);
    }

    /** As {@link #requireRunning}, for a dry run too. */
    void requireStarted() {
        if (startedDomain().isEmpty()) {
            throw nothingRuns();
        }
    }

    private HotCopyException nothingRuns() {
        String names =
                String.join("|", declared.domains().stream().map(Domain::name).toList());
        return names.isEmpty()
                ? new HotCopyException(
                        "no domain is running here", "load FILE reads declarations, start DOMAIN runs one")
                : new HotCopyException("no domain is running here", "start " + names);
    }

    /** Stops the domain that runs here, if one does. */
    void stop() {
        RunningDomain ending = running;
        running = null;
        if (ending != null) {
            ending.close();
        }
    }

    Path resolve(Path path) {
        return surroundings.workingDirectory().resolve(path).normalize();
    }

    /** The facts of a declared database: live, else as last saved, else as declared. */
    DatabaseFacts facts(Declarations declarations, DatabaseName name) {
        if (running().filter(domain -> domain.has(name)).isPresent()) {
            return requireRunning().domain().facts(name);
        }
        Domain domain = declarations.domain(name.domain()).orElseThrow(() -> unknown(name));
        Database database = domain.database(name.database()).orElseThrow(() -> unknown(name));
        return domain.home().isPresent()
                ? EmbeddedDomain.savedFacts(domain, name.database())
                : DeclaredFacts.of(domain, database);
    }

    private static HotCopyException unknown(DatabaseName name) {
        return new HotCopyException("no database \"" + name + "\" is declared", "load FILE reads declarations");
    }

    @Override
    public void close() {
        try {
            stop();
        } finally {
            opened.close();
        }
    }
}
