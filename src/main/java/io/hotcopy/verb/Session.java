package io.hotcopy.verb;

import io.hotcopy.catalog.CatalogIndex;
import io.hotcopy.catalog.CatalogListing;
import io.hotcopy.catalog.RunLedger;
import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.embedded.EmbeddedDomain;
import io.hotcopy.live.LiveDomain;
import io.hotcopy.live.RunBook;
import io.hotcopy.model.Database;
import io.hotcopy.model.Declarations;
import io.hotcopy.model.Domain;
import io.hotcopy.plan.DeclaredFacts;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.restore.Workers;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.verify.Verifier;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the verbs of one session share: what is loaded, started and opened. Used by one thread at a time. */
final class Session implements AutoCloseable {
    /** Enough to choose from; a listing knows all. */
    private static final int MOST_MADE = 20;

    private final VerbSurroundings surroundings;
    private final boolean dryRun;
    private final OpenedNames opened = new OpenedNames();
    private final PlannedWorld planned;
    private volatile Declarations declared = Declarations.NONE;
    private LiveDomain running;
    private CatalogListing listed;
    private final Deque<String> made = new ArrayDeque<>();

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

    /** The runs of backups of this session that wrote into sets, the newest first. */
    List<String> made() {
        return List.copyOf(made);
    }

    /** Keeps what a backup has made, for those who may not look. */
    BackupResult made(BackupResult result) {
        result.words().forEach(made::addFirst);
        while (made.size() > MOST_MADE) {
            made.removeLast();
        }
        return result;
    }

    SessionCompiler compiler() {
        return new SessionCompiler(surroundings);
    }

    /** Where sets of all domains lie, as far as ever seen. */
    CatalogIndex index() {
        return runBook().index();
    }

    /** Where is remembered what became of hot copies. */
    RunBook runBook() {
        return new RunBook(surroundings.home(), surroundings.clock(), surroundings.events());
    }

    /** What became of the runs of a domain. */
    RunLedger ledger(String domain) {
        return runBook().ledger(domain);
    }

    Verifier verifier() {
        return new Verifier(surroundings.formats(), surroundings.random(), new Workers(RestoreVerb.THREADS));
    }

    /** What is declared in this session; while nothing is, what is where the only domain of this machine runs. */
    Declarations declared() {
        return declared.equals(Declarations.NONE) && !dryRun
                ? running().map(LiveDomain::loaded).orElse(Declarations.NONE)
                : declared;
    }

    /** What was declared in this session itself. */
    Declarations declaredHere() {
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

    /**
     * @param all what would be declared
     * @throws HotCopyException when one of the changed is a domain that runs now, and not as it is declared there
     */
    void refuseToReplaceStarted(Set<String> changed, Declarations all) {
        startedHere().filter(name -> changed.contains("domain " + name)).ifPresent(name -> {
            throw startedOtherwise(name, "stop ends it");
        });
        all.domains().stream()
                .filter(domain -> changed.contains("domain " + domain.name()))
                .forEach(this::refuseOtherwiseElsewhere);
    }

    private void refuseOtherwiseElsewhere(Domain domain) {
        domain.home()
                .flatMap(surroundings.neighbours()::at)
                .filter(live -> !isSame(live.declared(), domain))
                .flatMap(LiveDomain::holder)
                .ifPresent(holder -> {
                    throw startedOtherwise(
                            domain.name(),
                            "It runs in process " + holder.pid() + ": kill " + holder.pid() + " ends it.");
                });
    }

    /** Their homes are the same directory, under whatever name. */
    private static boolean isSame(Domain running, Domain declared) {
        return running.name().equals(declared.name())
                && running.regions().equals(declared.regions())
                && running.databases().equals(declared.databases());
    }

    private static HotCopyException startedOtherwise(String name, String hint) {
        return new HotCopyException(
                "domain \"" + name + "\" is running as it was declared before, so it cannot be declared otherwise",
                hint);
    }

    void start(LiveDomain domain) {
        running = domain;
    }

    /** The name of the domain that runs, or would run; empty when none does. */
    Optional<String> startedDomain() {
        return dryRun ? planned.domain().map(Domain::name) : running().map(LiveDomain::name);
    }

    /** The name of the domain that runs in this process, or would; empty when none does. */
    Optional<String> startedHere() {
        return dryRun ? startedDomain() : runningHere().map(LiveDomain::name);
    }

    /** The domain that this process runs; asks no other. */
    Optional<LiveDomain> runningHere() {
        return Optional.ofNullable(running).filter(live -> live.holder().isEmpty());
    }

    /** The domain that this process runs, or that another held when it was last asked; asks none now. */
    Optional<LiveDomain> lastRunning() {
        return isHeld() ? Optional.of(running) : Optional.empty();
    }

    /** The domain that runs here, else one of those declared that another process holds. */
    Optional<LiveDomain> running() {
        if (!dryRun && !isHeld()) {
            running = elsewhere().orElse(null);
        }
        return Optional.ofNullable(running);
    }

    /** This domain, when it runs here or another process holds it. */
    Optional<LiveDomain> running(Domain domain) {
        if (isHeld()
                && (running.name().equals(domain.name()) || running.holder().isEmpty())) {
            return Optional.of(running).filter(live -> live.name().equals(domain.name()));
        }
        return domain.home().flatMap(surroundings.neighbours()::at);
    }

    private boolean isHeld() {
        return running != null && running.isThere();
    }

    /** The only one that another process holds, of those that are declared if any is. */
    private Optional<LiveDomain> elsewhere() {
        List<LiveDomain> held = held();
        return held.size() == 1 ? Optional.of(held.get(0)) : Optional.empty();
    }

    private List<LiveDomain> held() {
        if (declared.domains().isEmpty()) {
            return surroundings.neighbours().all();
        }
        return declared.domains().stream()
                .flatMap(domain -> domain.home().stream())
                .flatMap(home -> surroundings.neighbours().at(home).stream())
                .toList();
    }

    /** @throws HotCopyException when nothing says which of several running domains is meant */
    void refuseSeveral() {
        if (running().isEmpty() && held().size() > 1) {
            throw nothingRuns();
        }
    }

    LiveDomain requireRunning() {
        return running().orElseThrow(this::nothingRuns);
    }

    /** As {@link #requireRunning}, for a dry run too. */
    void requireStarted() {
        if (startedDomain().isEmpty()) {
            throw nothingRuns();
        }
    }

    private HotCopyException nothingRuns() {
        List<String> held = held().stream().map(LiveDomain::name).toList();
        if (held.size() > 1) {
            return new HotCopyException(
                    "several domains are running: " + String.join(", ", held),
                    "hotcopy -c 'load FILE' -c 'LINE' says which of them is meant: FILE declares it alone");
        }
        List<String> names = declared.domains().stream().map(Domain::name).toList();
        return names.isEmpty()
                ? new HotCopyException(
                        "no domain is running here",
                        "load FILE reads declarations, start DOMAIN runs one",
                        "hotcopy serve FILE runs one for all commands of this machine")
                : new HotCopyException("no domain is running here", "start " + String.join("|", names));
    }

    /** Stops the domain that runs here, if one does. */
    void stop() {
        LiveDomain ending = running;
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
        Domain domain = declarations.domain(name.domain()).orElseThrow(() -> unknown(name));
        Database database = domain.database(name.database()).orElseThrow(() -> unknown(name));
        Optional<LiveDomain> live = live(domain).filter(running -> running.has(name));
        if (live.isPresent()) {
            return live.get().facts(name.database());
        }
        return domain.home().isPresent()
                ? EmbeddedDomain.savedFacts(domain, name.database())
                : DeclaredFacts.of(domain, database);
    }

    /** Also for a dry run, which starts nothing and reads what runs elsewhere. */
    private Optional<LiveDomain> live(Domain domain) {
        return dryRun ? domain.home().flatMap(surroundings.neighbours()::at) : running(domain);
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
