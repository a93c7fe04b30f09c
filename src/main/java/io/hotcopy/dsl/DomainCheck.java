package io.hotcopy.dsl;

import io.hotcopy.model.Database;
import io.hotcopy.model.Declarations;
import io.hotcopy.model.Domain;
import io.hotcopy.model.StorageManager;
import io.hotcopy.problem.SourceSpan;
import io.hotcopy.term.StorageGroupName;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Checks what the parts of a domain say about each other: hosts, storage groups, home directories. */
final class DomainCheck {

    private final Declarations declarations;
    private final Draft draft;

    DomainCheck(Declarations declarations, Draft draft) {
        this.declarations = declarations;
        this.draft = draft;
    }

    void run() {
        checkHomes();
        for (Domain domain : declarations.domains()) {
            String path = "domain/" + domain.name();
            for (Database database : domain.databases()) {
                String databasePath = path + "/database/" + database.name();
                if (!draft.isDoubtful(path + "/region")) {
                    checkHosts(domain, database, databasePath);
                }
                if (!draft.isDoubtful(databasePath + "/storageGroup")) {
                    checkServing(database, databasePath);
                }
                if (!draft.isDoubtful(databasePath + "/serves")) {
                    checkServed(database, databasePath);
                }
            }
        }
    }

    private void checkHomes() {
        Map<Path, String> homes = new HashMap<>();
        for (Domain domain : declarations.domains()) {
            domain.home().map(Path::toAbsolutePath).map(Path::normalize).ifPresent(home -> {
                String other = homes.putIfAbsent(home, domain.name());
                if (other != null) {
                    String path = "domain/" + domain.name() + "/embedded";
                    error(
                            path,
                            "domain '" + domain.name() + "' has the home of domain '" + other + "'",
                            "first declared at " + span("domain/" + other + "/embedded"));
                }
            });
        }
    }

    private void checkHosts(Domain domain, Database database, String path) {
        for (StorageManager manager : database.storageManagers()) {
            checkHost(domain, manager.host(), path + "/storageManager/" + manager.archive() + "/host");
        }
        for (String host : database.transactionEngineHosts()) {
            checkHost(domain, host, path + "/transactionEngine/" + host);
        }
    }

    private void checkHost(Domain domain, String host, String path) {
        if (domain.regionOf(host).isEmpty()) {
            List<String> hosts = domain.regions().stream()
                    .flatMap(region -> region.hosts().stream())
                    .toList();
            error(
                    path,
                    "host '" + host + "' is in no region of domain '" + domain.name() + "'",
                    Nearest.hints(host, hosts, "'", "hosts").toArray(String[]::new));
        }
    }

    /** Every storage group that a storage manager serves is declared. */
    private void checkServing(Database database, String path) {
        List<String> declared =
                database.storageGroups().stream().map(StorageGroupName::value).toList();
        for (StorageManager manager : database.storageManagers()) {
            SortedSet<StorageGroupName> undeclared = new TreeSet<>(manager.serves());
            undeclared.removeAll(database.storageGroups());
            for (StorageGroupName group : undeclared) {
                error(
                        path + "/storageManager/" + manager.archive() + "/serves/" + group,
                        "storage group " + group + " is not declared in database '" + database.name() + "'",
                        Nearest.hints(group.value(), declared, "", "storage groups")
                                .toArray(String[]::new));
            }
        }
    }

    /** Every declared storage group is served, else its tables would have no place. */
    private void checkServed(Database database, String path) {
        for (StorageGroupName group : database.storageGroups()) {
            if (!database.storageManagers().isEmpty()
                    && database.archivesServing(group).isEmpty()) {
                error(
                        path + "/storageGroup/" + group,
                        "storage group " + group + " is served by no storage manager",
                        "add it to the `serves:` of at least one");
            }
        }
    }

    private void error(String path, String message, String... hints) {
        draft.findings().error(span(path), message, hints);
    }

    private SourceSpan span(String path) {
        return declarations.spanOf(path).orElseThrow();
    }
}
