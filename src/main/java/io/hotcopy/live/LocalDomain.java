package io.hotcopy.live;

import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.embedded.EmbeddedDomain;
import io.hotcopy.embedded.StartReport;
import io.hotcopy.engine.EngineOptions;
import io.hotcopy.engine.HotCopyEngine;
import io.hotcopy.model.Declarations;
import io.hotcopy.model.Domain;
import io.hotcopy.term.DatabaseName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** A domain that runs in this process, the engine that copies it, and the workload on it. */
public final class LocalDomain implements LiveDomain {
    private final Domain declared;
    private final Supplier<Declarations> loaded;
    private final EmbeddedDomain domain;
    private final RunBook book;
    private final HotCopyEngine engine;
    private final LocalCopies copies;
    private final LocalWorkload workload;
    private final Deque<Runnable> beforeEnd = new ArrayDeque<>();
    private volatile boolean open = true;

    /**
     * Takes over a domain that was just started.
     *
     * @param declared as it was started; it has a home
     * @param loaded what is declared beside it; asked on any thread
     * @param ids where the ids of hot copies come from
     */
    public LocalDomain(
            Domain declared, Supplier<Declarations> loaded, EmbeddedDomain domain, RunBook book, RandomGenerator ids) {
        this.declared = declared;
        this.loaded = loaded;
        this.domain = domain;
        this.book = book;
        this.engine = new HotCopyEngine(domain, EngineOptions.DEFAULT, book.clock(), ids);
        this.copies = new LocalCopies(engine, book);
        this.workload = new LocalWorkload(this);
    }

    /** The domain itself. */
    public EmbeddedDomain embedded() {
        return domain;
    }

    /** Where is remembered what becomes of its hot copies. */
    public RunBook book() {
        return book;
    }

    @Override
    public Domain declared() {
        return declared;
    }

    @Override
    public Declarations loaded() {
        return loaded.get();
    }

    @Override
    public List<StartReport> reports() {
        return domain.reports();
    }

    @Override
    public DatabaseFacts facts(String database) {
        return domain.facts(new DatabaseName(declared.name(), database));
    }

    @Override
    public LiveDatabase database(String name) {
        return new LocalDatabase(domain.database(name), declared.database(name).orElseThrow());
    }

    @Override
    public LocalCopies copies() {
        return copies;
    }

    @Override
    public LiveWorkload workload() {
        return workload;
    }

    @Override
    public void isolate(Set<String> hosts) {
        domain.isolate(hosts);
    }

    @Override
    public Optional<Holder> holder() {
        return Optional.empty();
    }

    @Override
    public boolean isThere() {
        return open;
    }

    /** Has something done before the domain is closed, the latest first: what lets others reach it ends so. */
    public synchronized void beforeEnd(Runnable closing) {
        beforeEnd.push(closing);
    }

    /**
     * Cancels the hot copies that run, then ends the workload and the domain. An interrupt that ended a job must not
     * end the closing as well: it is kept until the domain is closed.
     */
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        open = false;
        try (domain;
                workload;
                engine) {
            leaveOthers();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private synchronized void leaveOthers() {
        while (!beforeEnd.isEmpty()) {
            beforeEnd.pop().run();
        }
    }
}
