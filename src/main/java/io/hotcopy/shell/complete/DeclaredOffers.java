package io.hotcopy.shell.complete;

import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.Database;
import io.hotcopy.model.Declarations;
import io.hotcopy.model.Domain;
import io.hotcopy.model.StorageManager;
import io.hotcopy.shell.argument.Kind;
import io.hotcopy.simulate.Failure;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.StorageGroupName;
import io.hotcopy.verb.FailureText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names that are declared when it is asked. */
final class DeclaredOffers {
    private final Supplier<Declarations> declared;

    DeclaredOffers(Supplier<Declarations> declared) {
        this.declared = declared;
    }

    List<Offer> domains() {
        return declared.get().domains().stream()
                .map(domain -> Offer.of(domain.name(), databasesOf(domain), Kind.DOMAIN.plural()))
                .toList();
    }

    private static String databasesOf(Domain domain) {
        String names = domain.databases().stream().map(Database::name).collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : "databases: " + names;
    }

    List<Offer> databases() {
        return once(pairs().map(pair -> Offer.of(pair.database().name(), "", Kind.DATABASE.plural())));
    }

    List<Offer> fullDatabases() {
        return once(pairs().map(pair ->
                Offer.of(pair.domain().nameOf(pair.database()).toString(), "", Kind.FULL_DATABASE.plural())));
    }

    /** @param written the name with its domain, or empty for the archives of all databases */
    List<Offer> archives(String written) {
        return once(pairs().filter(pair -> written.isEmpty()
                        || pair.domain().nameOf(pair.database()).toString().equals(written))
                .flatMap(pair -> pair.database().storageManagers().stream())
                .map(manager -> Offer.of(manager.archive().toString(), place(manager), Kind.ARCHIVE.plural())));
    }

    private static String place(StorageManager manager) {
        String groups = manager.serves().stream()
                .filter(group -> !group.equals(StorageGroupName.UNPARTITIONED))
                .map(StorageGroupName::toString)
                .collect(Collectors.joining(" "));
        return "on " + manager.host() + (groups.isEmpty() ? "" : ", serves " + groups);
    }

    List<Offer> storageGroups() {
        return once(pairs().flatMap(pair -> pair.database().storageGroups().stream()
                .filter(group -> !group.equals(StorageGroupName.UNPARTITIONED))
                .map(group -> Offer.of(
                        group.toString(),
                        "served by archives " + joined(pair.database().archivesServing(group)),
                        Kind.STORAGE_GROUP.plural()))));
    }

    List<Offer> regions() {
        return once(declared.get().domains().stream()
                .flatMap(domain -> domain.regions().stream())
                .map(region ->
                        Offer.of(region.name(), "hosts " + String.join(" ", region.hosts()), Kind.REGION.plural())));
    }

    List<Offer> hosts() {
        return once(declared.get().domains().stream()
                .flatMap(domain -> domain.regions().stream())
                .flatMap(region -> region.hosts().stream()
                        .map(host -> Offer.of(host, "in region " + region.name(), Kind.HOST.plural()))));
    }

    List<Offer> policies() {
        return declared.get().policies().stream()
                .map(policy -> Offer.of(policy.name(), "protects " + policy.protects(), Kind.WHAT.plural()))
                .toList();
    }

    List<Offer> backupGroups() {
        return once(declared.get().policies().stream()
                .flatMap(policy -> policy.backupGroups().stream())
                .map(group ->
                        Offer.of(group.name(), "archives " + joined(group.archives()), Kind.BACKUP_GROUP.plural())));
    }

    /** What can fail of that which is declared, as {@code prove --fail} takes it. */
    List<Offer> failures() {
        Stream<Failure> managers =
                archives("").stream().map(offer -> new Failure.StorageManagerDown(ArchiveId.of(offer.value())));
        Stream<Failure> regions = regions().stream().map(offer -> new Failure.RegionLost(offer.value()));
        Stream<Failure> runs = declared.get().policies().stream().flatMap(DeclaredOffers::runs);
        return once(Stream.of(managers, regions, runs)
                .flatMap(those -> those)
                .map(failure -> Offer.of(FailureText.of(failure), "", Kind.FAILURE.plural())));
    }

    private static Stream<Failure> runs(BackupPolicy policy) {
        return policy.runs().stream()
                .filter(line -> line.schedule().isPresent())
                .map(line -> new Failure.RunFailed(line.type()));
    }

    private record Pair(Domain domain, Database database) {}

    private Stream<Pair> pairs() {
        return declared.get().domains().stream()
                .flatMap(domain -> domain.databases().stream().map(database -> new Pair(domain, database)));
    }

    private static String joined(List<ArchiveId> archives) {
        return archives.stream().map(ArchiveId::toString).collect(Collectors.joining(", "));
    }

    /** Each value once, with its first text. */
    private static List<Offer> once(Stream<Offer> offers) {
        Map<String, Offer> byValue = new LinkedHashMap<>();
        offers.forEach(offer -> byValue.putIfAbsent(offer.value(), offer));
        return new ArrayList<>(byValue.values());
    }
}
