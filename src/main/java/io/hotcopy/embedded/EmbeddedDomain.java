package io.hotcopy.embedded;

import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.backupset.SyncedFiles;
import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.driver.DomainDriver;
import io.hotcopy.driver.PinnedCopies;
import io.hotcopy.embedded.DatabaseStart.Started;
import io.hotcopy.embedded.state.StateFile;
import io.hotcopy.embedded.store.StoreMemory;
import io.hotcopy.model.Database;
import io.hotcopy.model.Domain;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.DatabaseName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A running domain: its databases with all their storage managers in this process. It alone may touch the domain's home
 * while it runs. Safe for several threads.
 */
public final class EmbeddedDomain implements DomainDriver, AutoCloseable {

    private final Domain declared;
    private final HomeLock lock;
    private final StoreMemory memory;
    private final Map<String, EmbeddedDatabase> databases = new LinkedHashMap<>();
    private final List<StartReport> reports = new ArrayList<>();
    private boolean open = true;

    private EmbeddedDomain(Domain declared, HomeLock lock, StoreMemory memory) {
        this.declared = declared;
        this.lock = lock;
        this.memory = memory;
    }

    /**
     * Starts all databases of a domain; makes those that do not exist yet.
     *
     * @param declared has a home
     * @throws HotCopyException when the home is in use, or when one of the databases cannot start; then none runs
     */
    public static EmbeddedDomain start(Domain declared, StartOptions options, EmbeddedEnvironment environment) {
        Path home = home(declared);
        requireDeclared(declared, options);
        create(home);
        HomeLock lock = HomeLock.take(home);
        StoreMemory memory = new StoreMemory(
                environment.settings().writeBuffers(), environment.settings().blockCache());
        EmbeddedDomain domain = new EmbeddedDomain(declared, lock, memory);
        try {
            RandomIds ids = new RandomIds(environment.random());
            for (Database database : declared.databases()) {
                domain.start(database, home, options, environment, ids);
            }
            domain.bringBack();
            return domain;
        } catch (RuntimeException trouble) {
            domain.crash();
            throw trouble;
        }
    }

    /**
     * What was saved of a database, read without opening any archive; what is declared when it never ran. Every state
     * is unknown.
     *
     * @param declared has a home
     * @throws HotCopyException when the domain declares no such database, or its saved state cannot be read
     */
    public static DatabaseFacts savedFacts(Domain declared, String database) {
        Database named = declared.database(database).orElseThrow(() -> noDatabase(declared, database));
        Path directory = home(declared).resolve(database);
        return new FactsOfDatabase(declared, named, Managers.saved(named, directory))
                .stopped(StateFile.open(directory).map(StateFile::state));
    }

    /**
     * Whether a process, this one or another, holds the domain that has this home. Who starts it in that moment may be
     * refused, so this is for when there is doubt.
     *
     * @throws HotCopyException when that cannot be found out
     */
    public static boolean isHeld(Path home) {
        return HomeLock.isTaken(home);
    }

    private static Path home(Domain declared) {
        return declared.home()
                .orElseThrow(() -> new HotCopyException(
                        "domain \"" + declared.name() + "\" has no home",
                        "Declare one: embedded home: 'data/" + declared.name() + "'."));
    }

    private static void requireDeclared(Domain declared, StartOptions options) {
        List<String> named = new ArrayList<>(options.lost().keySet());
        named.addAll(options.restored().keySet());
        for (String database : named) {
            if (declared.database(database).isEmpty()) {
                throw noDatabase(declared, database);
            }
        }
    }

    /** Makes a directory and what is missing above it; the names of all of them survive a crash from here on. */
    private static void create(Path directory) {
        Path absolute = directory.toAbsolutePath();
        Path existing = absolute;
        while (!Files.isDirectory(existing)) {
            existing = existing.getParent();
        }
        try {
            SyncedFiles.createDirectories(existing, absolute);
            for (Path made = absolute; !made.equals(existing); made = made.getParent()) {
                SyncedFiles.syncDirectory(made.getParent());
            }
        } catch (IOException trouble) {
            throw FileTrouble.cannot("create", directory, trouble);
        }
    }

    /** An earlier start may have been killed between making a directory and making its name safe. */
    private static void sync(Path home) {
        try {
            SyncedFiles.syncDirectory(home);
        } catch (IOException trouble) {
            throw FileTrouble.cannot("sync", home, trouble);
        }
    }

    private void start(
            Database database, Path home, StartOptions options, EmbeddedEnvironment environment, RandomIds ids) {
        Path directory = home.resolve(database.name());
        create(directory);
        sync(home);
        Started started = new DatabaseStart(new StartContext(
                        declared,
                        database,
                        Managers.openToStart(database, directory),
                        directory,
                        options.lost().getOrDefault(database.name(), Set.of()),
                        Optional.ofNullable(options.restored().get(database.name())),
                        environment,
                        memory,
                        ids))
                .start();
        databases.put(database.name(), started.database());
        reports.add(started.report());
    }

    /** After all serve: archives that the starts did without and that are there come back by SYNC. */
    private void bringBack() {
        reports.replaceAll(report -> database(report.database()).bringBack(report));
    }

    /** What the start found, a report for each database. */
    public List<StartReport> reports() {
        return List.copyOf(reports);
    }

    /** One of its databases by its own name; {@code HotCopyException} when there is none of that name. */
    public EmbeddedDatabase database(String name) {
        EmbeddedDatabase database = databases.get(name);
        if (database == null) {
            throw noDatabase(declared, name);
        }
        return database;
    }

    private static HotCopyException noDatabase(Domain declared, String name) {
        return new HotCopyException(
                "domain \"" + declared.name() + "\" has no database \"" + name + "\"",
                "Its databases are "
                        + declared.databases().stream().map(Database::name).toList() + ".");
    }

    private EmbeddedDatabase database(DatabaseName name) {
        if (!name.domain().equals(declared.name())) {
            throw new HotCopyException("there is no database \"" + name + "\" in domain \"" + declared.name() + "\"");
        }
        return database(name.database());
    }

    /**
     * Cuts hosts off from all others, for every database that runs; see {@link EmbeddedDatabase#isolate}.
     *
     * @param hosts of this domain
     * @return the databases that have stopped for it, with the reason
     * @throws HotCopyException when the domain has no such host
     */
    public Map<String, HotCopyException> isolate(Set<String> hosts) {
        requireHosts(hosts);
        Map<String, HotCopyException> stopped = new LinkedHashMap<>();
        for (EmbeddedDatabase database : databases.values()) {
            try {
                database.isolate(hosts);
            } catch (HotCopyException stops) {
                stopped.put(database.name().database(), stops);
            }
        }
        return stopped;
    }

    private void requireHosts(Set<String> hosts) {
        for (String host : hosts) {
            if (declared.regionOf(host).isEmpty()) {
                throw noHost(declared, host);
            }
        }
    }

    static HotCopyException noHost(Domain declared, String host) {
        return new HotCopyException(
                "domain \"" + declared.name() + "\" has no host \"" + host + "\"",
                "Its hosts are "
                        + declared.regions().stream()
                                .flatMap(region -> region.hosts().stream())
                                .toList()
                        + ".");
    }

    /** All hosts reach each other again, for every database that runs; see {@link EmbeddedDatabase#heal}. */
    public List<SyncReport> heal(ProgressListener progress) {
        return databases.values().stream()
                .filter(database -> database.stopped().isEmpty())
                .flatMap(database -> database.heal(progress).stream())
                .toList();
    }

    @Override
    public DatabaseFacts facts(DatabaseName database) {
        return database(database).facts();
    }

    @Override
    public PinnedCopies copies(DatabaseName database) {
        return database(database).copies();
    }

    /** Stops all databases in good order and gives the home back; a second call does nothing. */
    @Override
    public void close() {
        stop(database -> database.running().close(true));
    }

    /** As {@link #close()}, but what is in memory only is not written into the files; for tests. */
    void closeWithoutFlush() {
        stop(database -> database.running().close(false));
    }

    /** Stops dead, as when the process were killed; for tests. */
    void crash() {
        stop(database -> database.running().crash());
    }

    private synchronized void stop(Consumer<EmbeddedDatabase> how) {
        if (!open) {
            return;
        }
        open = false;
        RuntimeException first = null;
        for (EmbeddedDatabase database : databases.values()) {
            try {
                how.accept(database);
            } catch (RuntimeException trouble) {
                first = first == null ? trouble : first;
            }
        }
        memory.close();
        lock.close();
        if (first != null) {
            throw first;
        }
    }
}
