package io.hotcopy.crash;

import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.driver.DomainDriver;
import io.hotcopy.embedded.EmbeddedDomain;
import io.hotcopy.embedded.EmbeddedEnvironment;
import io.hotcopy.embedded.EmbeddedSettings;
import io.hotcopy.embedded.StartOptions;
import io.hotcopy.model.Database;
import io.hotcopy.model.Domain;
import io.hotcopy.model.Region;
import io.hotcopy.model.StorageManager;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.StorageGroupName;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The domain that is killed: two regions of three storage managers, a third with a transaction engine only, and three
 * storage groups, each on four storage managers.
 */
final class CrashDomain {

    static final DatabaseName NAME = new DatabaseName("acme", "bank");
    static final String ACCOUNTS = "accounts";
    static final String TRANSFERS = "transfers";
    static final int PARTITIONS = 12;
    static final List<StorageGroupName> GROUPS =
            List.of(new StorageGroupName("SG1"), new StorageGroupName("SG2"), new StorageGroupName("SG3"));

    /** Small, so that segments change and memory is written into files within a second of load. */
    private static final EmbeddedSettings SETTINGS = new EmbeddedSettings(
            new ByteSize(256 << 10), new ByteSize(256 << 20), ByteSize.ofMegabytes(4), ByteSize.ofMegabytes(4));

    private static final List<StorageManager> MANAGERS = List.of(
            manager(0, "e1", 0, 1),
            manager(1, "e2", 0, 2),
            manager(2, "e3", 1, 2),
            manager(3, "w1", 0, 1),
            manager(4, "w2", 0, 2),
            manager(5, "w3", 1, 2));

    private CrashDomain() {}

    static EmbeddedDomain start(Path home, long seed, Set<ArchiveId> lost) {
        StartOptions options = lost.isEmpty() ? StartOptions.NONE : StartOptions.lost(NAME.database(), lost);
        return start(declared(home, MANAGERS), options, seed);
    }

    /** The same database on archives 0 and 1 only, for what is done many times. */
    static EmbeddedDomain startSmall(Path home, long seed) {
        return start(declared(home, MANAGERS.subList(0, 2)), StartOptions.NONE, seed);
    }

    private static EmbeddedDomain start(Domain declared, StartOptions options, long seed) {
        return EmbeddedDomain.start(
                declared,
                options,
                new EmbeddedEnvironment(Clock.systemUTC(), new SplittableRandom(seed), SETTINGS, event -> {}));
    }

    private static Domain declared(Path home, List<StorageManager> managers) {
        List<Region> regions = List.of(
                new Region("east", List.of("e1", "e2", "e3")),
                new Region("west", List.of("w1", "w2", "w3")),
                new Region("third", List.of("t1")));
        Database database = Database.of(NAME.database(), new TreeSet<>(GROUPS), List.of("e1", "w1", "t1"), managers);
        return new Domain(NAME.domain(), Optional.of(home), regions, List.of(database));
    }

    private static StorageManager manager(int archive, String host, int oneGroup, int otherGroup) {
        SortedSet<StorageGroupName> serves = new TreeSet<>(List.of(GROUPS.get(oneGroup), GROUPS.get(otherGroup)));
        return new StorageManager(new ArchiveId(archive), host, serves, true);
    }

    static Path archive(Path home, ArchiveId id) {
        return home.resolve(NAME.database()).resolve("archive-" + id);
    }

    /** The archives that serve now. */
    static List<ArchiveFacts> running(DomainDriver domain) {
        DatabaseFacts facts = domain.facts(NAME);
        return facts.archives().stream()
                .filter(archive -> archive.state() == ArchiveFacts.State.RUNNING)
                .toList();
    }

    /** Whether the other archives still hold every storage group. */
    static boolean coveredWithout(Set<ArchiveId> lost) {
        return holdAll(MANAGERS.stream()
                .filter(manager -> !lost.contains(manager.archive()))
                .map(StorageManager::serves));
    }

    /** Whether these archives together hold every storage group. */
    static boolean cover(ArchiveFacts... archives) {
        return holdAll(Stream.of(archives).map(ArchiveFacts::serves));
    }

    private static boolean holdAll(Stream<SortedSet<StorageGroupName>> served) {
        return served.flatMap(Set::stream).collect(Collectors.toSet()).containsAll(GROUPS);
    }
}
