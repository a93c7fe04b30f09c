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
                    checkExpected(database, databasePath);
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
        for (StorageManager manager : database.storageManagers()) {
            for (StorageGroupName group : manager.serves()) {
                checkDeclared(group, database, path + "/storageManager/" + manager.archive() + "/serves/" + group);
            }
        }
    }

    /** Every storage group whose data is expected is declared, and it is not expected with the whole as well. */
    private void checkExpected(Database database, String path) {
        List<StorageGroupName> groups = database.expectations().stream()
                .flatMap(expected -> expected.storageGroup().stream())
                .toList();
        groups.forEach(group -> checkDeclared(group, database, path + "/expect/" + group));
        if (!groups.isEmpty() && groups.size() < database.expectations().size()) {
            error(
                    path + "/expect",
                    "the data of storage group " + groups.get(0) + " is expected on its own and with the whole of "
                            + "database '" + database.name() + "'",
                    "say `expect` of the database as a whole, or of each storage group");
        }
    }

    private void checkDeclared(StorageGroupName group, Database database, String path) {
        if (!database.storageGroups().contains(group)) {
            List<String> declared = database.storageGroups().stream()
                    .map(StorageGroupName::value)
                    .toList();
            error(
                    path,
                    "storage group " + group + " is not declared in database '" + database.name() + "'",
                    Nearest.hints(group.value(), declared, "", "storage groups").toArray(String[]::new));
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
