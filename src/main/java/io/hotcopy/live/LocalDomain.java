package io.hotcopy.live;

import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.embedded.DomainEvent;
import io.hotcopy.embedded.EmbeddedDomain;
import io.hotcopy.embedded.EmbeddedEnvironment;
import io.hotcopy.embedded.EmbeddedSettings;
import io.hotcopy.embedded.StartOptions;
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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** A domain that runs in this process, the engine that copies it, and the workload on it. */
public final class LocalDomain implements LiveDomain {
    private final Domain declared;
    private final Supplier<Declarations> loaded;
    private final EmbeddedDomain domain;
    private final Hearers hearers;
    private final RunBook book;
    private final HotCopyEngine engine;
    private final LocalCopies copies;
    private final LocalWorkload workload;
    private final Deque<Runnable> beforeEnd = new ArrayDeque<>();
    private volatile boolean open = true;

    private LocalDomain(
            Domain declared,
            Supplier<Declarations> loaded,
            EmbeddedDomain domain,
            Hearers hearers,
            RunBook book,
            RandomGenerator ids) {
        this.declared = declared;
        this.loaded = loaded;
        this.domain = domain;
        this.hearers = hearers;
        this.book = book;
        this.engine = new HotCopyEngine(domain, EngineOptions.DEFAULT, book.clock(), ids);
        this.copies = new LocalCopies(engine, book);
        this.workload = new LocalWorkload(this);
    }

    /**
     * Starts a domain in this process.
     *
     * @param declared has a home
     * @param loaded what is declared beside it; asked on any thread
     * @param options what the operator knows
     * @param memory how much memory and disk it may take
     * @param book where is remembered what becomes of its hot copies; its events hear what happens by itself, too
     * @param ids for new identities
     * @throws io.hotcopy.problem.HotCopyException as {@link EmbeddedDomain#start}
     */
    public static LocalDomain start(
            Domain declared,
            Supplier<Declarations> loaded,
            StartOptions options,
            EmbeddedSettings memory,
            RunBook book,
            RandomGenerator ids) {
        Hearers hearers = new Hearers();
        hearers.add(event -> book.events().accept(event.text()));
        EmbeddedEnvironment environment = new EmbeddedEnvironment(book.clock(), ids, memory, hearers);
        EmbeddedDomain started = EmbeddedDomain.start(declared, options, environment);
        return new LocalDomain(declared, loaded, started, hearers, book, ids);
    }

    /** All who hear what happens in the domain by itself, in the order in which they came. */
    private static final class Hearers implements Consumer<DomainEvent> {
        private final List<Consumer<DomainEvent>> all = new CopyOnWriteArrayList<>();

        void add(Consumer<DomainEvent> hearer) {
            all.add(hearer);
        }

        @Override
        public void accept(DomainEvent event) {
            all.forEach(hearer -> hearer.accept(event));
        }
    }

    /** Has somebody hear what happens by itself from here on; on threads of the domain, and quickly. */
    public void hear(Consumer<DomainEvent> hearer) {
        hearers.add(hearer);
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
        return new LocalDatabase(domain.database(name));
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

    /** All of them, also when one fails. */
    private synchronized void leaveOthers() {
        if (!beforeEnd.isEmpty()) {
            try {
                beforeEnd.pop().run();
            } finally {
                leaveOthers();
            }
        }
    }
}
