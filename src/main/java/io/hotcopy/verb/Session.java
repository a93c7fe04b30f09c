package io.hotcopy.verb;

import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.model.Database;
import io.hotcopy.model.Declarations;
import io.hotcopy.model.Domain;
import io.hotcopy.plan.DeclaredFacts;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.DatabaseName;
import java.nio.file.Path;
import java.util.Set;

/** What the verbs of one session share: what is loaded, and what is started. Used by one thread at a time. */
final class Session implements AutoCloseable {
    private final VerbSurroundings surroundings;
    private final boolean dryRun;
    private Declarations declared = Declarations.NONE;

    Session(VerbSurroundings surroundings, boolean dryRun) {
        this.surroundings = surroundings;
        this.dryRun = dryRun;
    }

    VerbSurroundings surroundings() {
        return surroundings;
    }

    boolean isDryRun() {
        return dryRun;
    }

    SessionCompiler compiler() {
        return new SessionCompiler(surroundings);
    }

    Declarations declared() {
        return declared;
    }

    void declare(Declarations all) {
        declared = all;
    }

    /** @throws HotCopyException when one of these is the domain that runs now: it was started as it is declared */
    void refuseToReplaceStarted(Set<String> changed) {}

    Path resolve(Path path) {
        return surroundings.workingDirectory().resolve(path).normalize();
    }

    /** The facts of a declared database: live, else as last saved, else as declared. */
    DatabaseFacts facts(Declarations declarations, DatabaseName name) {
        Domain domain = declarations.domain(name.domain()).orElseThrow(() -> unknown(name));
        Database database = domain.database(name.database()).orElseThrow(() -> unknown(name));
        return DeclaredFacts.of(domain, database);
    }

    private static HotCopyException unknown(DatabaseName name) {
        return new HotCopyException("no database \"" + name + "\" is declared", "load FILE reads declarations");
    }

    @Override
    public void close() {}
}
