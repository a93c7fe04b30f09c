package io.hotcopy.embedded;

import io.hotcopy.model.Database;
import io.hotcopy.model.Domain;
import io.hotcopy.model.Region;
import io.hotcopy.model.StorageManager;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.StorageGroupName;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The domain of the design's example, and smaller ones, in a directory of a test. */
final class SampleDomain {

    static final DatabaseName NAME = new DatabaseName("acme", "test");
    static final StorageGroupName SG1 = new StorageGroupName("SG1");
    static final StorageGroupName SG2 = new StorageGroupName("SG2");
    static final StorageGroupName SG3 = new StorageGroupName("SG3");

    private final Path home;
    private final List<DomainEvent> events = Collections.synchronizedList(new ArrayList<>());
    private final List<StorageManager> managers = new ArrayList<>();
    private final SortedSet<StorageGroupName> groups = new TreeSet<>();
    private List<String> engines = List.of("h0");
    private long seed = 1;

    SampleDomain(Path home) {
        this.home = home;
    }

    /** Two regions of three storage managers, three storage groups, each on four of them. */
    static SampleDomain ofSix(Path home) {
        return new SampleDomain(home)
                .with(0, SG1, SG2)
                .with(1, SG1, SG3)
                .with(2, SG2, SG3)
                .with(3, SG1, SG2)
                .with(4, SG1, SG3)
                .with(5, SG2, SG3);
    }

    /** Adds a storage manager on a host of its own. */
    SampleDomain with(int archive, StorageGroupName... serves) {
        managers.add(new StorageManager(
                new ArchiveId(archive), "h" + archive, new TreeSet<>(List.of(serves)), archive % 2 == 0));
        groups.addAll(List.of(serves));
        return this;
    }

    /** With other hosts for its transaction engines; those without a storage manager are tie-breakers. */
    SampleDomain engines(String... hosts) {
        engines = List.of(hosts);
        return this;
    }

    Domain declared() {
        Database database = Database.of(NAME.database(), groups, engines, managers);
        List<String> hosts = Stream.concat(managers.stream().map(StorageManager::host), engines.stream())
                .distinct()
                .toList();
        return new Domain(NAME.domain(), Optional.of(home), List.of(new Region("east", hosts)), List.of(database));
    }

    EmbeddedDomain start() {
        return start(StartOptions.NONE);
    }

    EmbeddedDomain start(StartOptions options) {
        return EmbeddedDomain.start(declared(), options, environment());
    }

    EmbeddedEnvironment environment() {
        EmbeddedSettings settings = new EmbeddedSettings(
                new ByteSize(1 << 20), new ByteSize(64 << 20), ByteSize.ofMegabytes(32), ByteSize.ofMegabytes(8));
        return new EmbeddedEnvironment(Clock.systemUTC(), new SplittableRandom(seed++), settings, events::add);
    }

    List<DomainEvent> events() {
        return List.copyOf(events);
    }

    Path archive(int id) {
        return home.resolve(NAME.database()).resolve("archive-" + id);
    }

    Path directory() {
        return home.resolve(NAME.database());
    }

    static EmbeddedDatabase database(EmbeddedDomain domain) {
        return domain.database(NAME.database());
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
