package io.hotcopy.dsl;

import io.hotcopy.model.BackupGroup;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.Database;
import io.hotcopy.model.Declarations;
import io.hotcopy.model.Domain;
import io.hotcopy.problem.SourceSpan;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.HotCopyType;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Checks what the policies say about the databases that they protect. */
final class PolicyCheck {

    private final Declarations declarations;
    private final Draft draft;

    PolicyCheck(Declarations declarations, Draft draft) {
        this.declarations = declarations;
        this.draft = draft;
    }

    void run() {
        declarations.policies().forEach(this::check);
    }

    private void check(BackupPolicy policy) {
        if (draft.isDoubtful("domain/" + policy.protects().domain())) {
            return;
        }
        Optional<Domain> domain = declarations.domain(policy.protects().domain());
        if (domain.isEmpty()) {
            unknownDomain(policy);
            return;
        }
        Optional<Database> database = domain.get().database(policy.protects().database());
        if (database.isEmpty()) {
            unknownDatabase(policy, domain.get());
            return;
        }
        boolean isKnown = true;
        for (BackupGroup group : policy.backupGroups()) {
            isKnown &= checkGroup(policy, group, database.get());
        }
        if (isKnown && !draft.isDoubtful(path(policy) + "/directory")) {
            checkDirectories(policy, domain.get());
        }
    }

    private void unknownDomain(BackupPolicy policy) {
        String name = policy.protects().domain();
        String place = path(policy) + "/protects";
        if (draft.isDoubtful(CompileRun.TOP)) {
            return;
        }
        List<String> names = declarations.domains().stream().map(Domain::name).toList();
        List<String> hints = new ArrayList<>(Nearest.hints(name, names, "'", "domains"));
        if (names.isEmpty()) {
            hints.add("name the file of the domain too: hotcopy check DOMAIN-FILE "
                    + span(place).file());
            hints.add("or write at the top of this file: include 'DOMAIN-FILE'");
        }
        error(place, "domain '" + name + "' is not declared", hints);
    }

    private void unknownDatabase(BackupPolicy policy, Domain domain) {
        String name = policy.protects().database();
        String databases = path(domain) + "/database";
        if (draft.isDoubtful(databases) || draft.isDoubtful(databases + "/" + name)) {
            return;
        }
        List<String> names = domain.databases().stream().map(Database::name).toList();
        error(
                path(policy) + "/protects",
                "domain '" + domain.name() + "' has no database '" + name + "'",
                Nearest.hints(name, names, "'", "databases"));
    }

    /** Whether all archives of the group are known. */
    private boolean checkGroup(BackupPolicy policy, BackupGroup group, Database database) {
        String path = path(policy) + "/backupGroup/" + group.name();
        List<ArchiveId> unknown = group.archives().stream()
                .filter(archive -> database.storageManager(archive).isEmpty())
                .toList();
        String managers = "domain/" + policy.protects().domain() + "/database/" + database.name() + "/storageManager";
        for (ArchiveId archive : unknown) {
            if (!draft.isDoubtful(managers) && !draft.isDoubtful(managers + "/" + archive)) {
                unknownArchive(policy, path + "/archive/" + archive, archive, database);
            }
        }
        return unknown.isEmpty();
    }

    private void unknownArchive(BackupPolicy policy, String place, ArchiveId archive, Database database) {
        error(
                place,
                "database '" + policy.protects() + "' has no archive " + archive,
                List.of("archives: "
                        + listed(database.storageManagers().stream()
                                .map(manager -> manager.archive())
                                .toList())));
    }

    /** No two archives of one run may be written to the same directory. */
    private void checkDirectories(BackupPolicy policy, Domain domain) {
        Map<Path, ArchiveId> taken = new HashMap<>();
        for (BackupGroup group : policy.backupGroups()) {
            for (ArchiveId archive : group.archives()) {
                String host = domain.database(policy.protects().database())
                        .flatMap(database -> database.storageManager(archive))
                        .orElseThrow()
                        .host();
                if (domain.regionOf(host).isEmpty()) {
                    return;
                }
                ArchiveId other = taken.putIfAbsent(anyDay(policy, domain, group, archive), archive);
                if (other != null && !other.equals(archive)) {
                    error(
                            path(policy) + "/directory",
                            "directory '" + policy.directory() + "' is the same for archives " + other + " and "
                                    + archive,
                            List.of("put {archive} into it"));
                    return;
                }
            }
        }
    }

    private static Path anyDay(BackupPolicy policy, Domain domain, BackupGroup group, ArchiveId archive) {
        return policy.directoryOf(domain, group, archive, HotCopyType.FULL, Instant.EPOCH.atZone(ZoneOffset.UTC));
    }

    private static String listed(Iterable<?> things) {
        List<String> texts = new ArrayList<>();
        things.forEach(thing -> texts.add(thing.toString()));
        return texts.stream().collect(Collectors.joining(", "));
    }

    private static String path(BackupPolicy policy) {
        return "policy/" + policy.name();
    }

    private static String path(Domain domain) {
        return "domain/" + domain.name();
    }

    private void error(String path, String message, List<String> hints) {
        draft.findings().error(span(path), message, hints);
    }

    private SourceSpan span(String path) {
        return declarations.spanOf(path).orElseThrow();
    }
}
