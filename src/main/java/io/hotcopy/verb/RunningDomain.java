package io.hotcopy.verb;

import io.hotcopy.embedded.EmbeddedDatabase;
import io.hotcopy.embedded.EmbeddedDomain;
import io.hotcopy.engine.HotCopyEngine;
import io.hotcopy.model.Database;
import io.hotcopy.model.Domain;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.workload.BankWorkload;
import java.util.List;
import java.util.Optional;

/** A domain that runs in this process, and the workload on it if there is one. */
final class RunningDomain implements AutoCloseable {
    private final Domain declared;
    private final EmbeddedDomain domain;
    private final HotCopyEngine engine;
    private BankWorkload workload;
    private EmbeddedDatabase bank;

    RunningDomain(Domain declared, EmbeddedDomain domain, HotCopyEngine engine) {
        this.declared = declared;
        this.domain = domain;
        this.engine = engine;
    }

    String name() {
        return declared.name();
    }

    Domain declared() {
        return declared;
    }

    EmbeddedDomain domain() {
        return domain;
    }

    /** Makes the hot copies of this domain, and knows those that it has made. */
    HotCopyEngine engine() {
        return engine;
    }

    boolean has(DatabaseName name) {
        return name.domain().equals(declared.name())
                && declared.database(name.database()).isPresent();
    }

    boolean hasDatabase(String name) {
        return declared.database(name).isPresent();
    }

    /** The database of that name; without a name the only one. */
    EmbeddedDatabase database(Optional<String> name) {
        List<String> names = declared.databases().stream().map(Database::name).toList();
        if (name.isEmpty() && names.size() > 1) {
            throw new HotCopyException(
                    "domain \"" + declared.name() + "\" has several databases",
                    "name one: " + String.join(", ", names));
        }
        return domain.database(name.orElseGet(() -> names.get(0)));
    }

    Optional<BankWorkload> workload() {
        return Optional.ofNullable(workload);
    }

    /** The database that the workload works on. */
    Optional<EmbeddedDatabase> bank() {
        return Optional.ofNullable(bank);
    }

    void work(BankWorkload started, EmbeddedDatabase database) {
        workload = started;
        bank = database;
    }

    /**
     * Cancels the hot copies that run, then ends the workload and the domain. An interrupt that ended a job must not
     * end the closing as well: it is kept until the domain is closed.
     */
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        try {
            engine.close();
            workload().ifPresent(BankWorkload::close);
        } finally {
            domain.close();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
