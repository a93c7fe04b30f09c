package io.hotcopy.simulate.reality;

import io.hotcopy.backupset.SyncedFiles;
import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.model.BackupGroup;
import io.hotcopy.model.Region;
import io.hotcopy.model.StorageManager;
import io.hotcopy.simulate.Failure;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.StorageGroupName;
import io.hotcopy.verb.SteeredDomain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the failure of a world happen to a real domain, and ends it. Where what is left of the database may not go on
 * (protocol §5), all of it is stopped, and started again when the failure is over.
 */
final class RealFailure {

    private final SmallWorld world;
    private final SteeredDomain domain;
    private final Consumer<Happening> told;

    RealFailure(SmallWorld world, SteeredDomain domain, Consumer<Happening> told) {
        this.world = world;
        this.domain = domain;
        this.told = told;
    }

    /** What ends at this instant ends, then what begins then begins. */
    void pass(Instant at) {
        Failure failure = world.failure().failure();
        if (world.failure().to().filter(at::equals).isPresent()) {
            end(failure, at);
        }
        if (world.failure().from().filter(at::equals).isPresent()) {
            begin(failure, at);
        }
    }

    private void begin(Failure failure, Instant at) {
        if (failure instanceof Failure.StorageManagerDown down) {
            if (goesOnWithout(Set.of(), down.archive())) {
                domain.stopStorageManager(down.archive());
            } else {
                stop(at);
            }
        } else if (failure instanceof Failure.RegionLost lost) {
            lose(world.domain().region(lost.region()).orElseThrow(), at);
        }
    }

    private void lose(Region region, Instant at) {
        boolean goesOn = goesOnWithout(Set.copyOf(region.hosts()), null);
        if (!hasMajority(region)) {
            boolean served = domain.cut(region.name());
            if (served != goesOn) {
                throw new AssertionError("without " + region.name() + " the database "
                        + (served ? "goes on, and should not" : "stops, and should not"));
            }
        }
        if (!goesOn) {
            stop(at);
        }
        Set<ArchiveId> archives = world.database().storageManagersIn(region).stream()
                .map(StorageManager::archive)
                .collect(Collectors.toCollection(TreeSet::new));
        told.accept(new Happening.SetsLost(at, archives));
        world.policy().backupGroups().stream()
                .filter(group -> !group.shared())
                .map(group -> sets(region, group))
                .forEach(RealFailure::remove);
    }

    private Path sets(Region region, BackupGroup group) {
        return world.directory().resolve("backups").resolve(region.name()).resolve(group.name());
    }

    private static void remove(Path tree) {
        if (Files.exists(tree)) {
            try {
                SyncedFiles.deleteTree(tree);
            } catch (IOException trouble) {
                throw new UncheckedIOException(trouble);
            }
        }
    }

    private void stop(Instant at) {
        domain.stop();
        told.accept(new Happening.Told(at, "stops of the database"));
    }

    private void end(Failure failure, Instant at) {
        if (!domain.isStarted()) {
            domain.start();
            told.accept(new Happening.Told(at, "starts of the database"));
        } else if (failure instanceof Failure.StorageManagerDown down) {
            domain.startStorageManager(down.archive());
            told.accept(new Happening.Synced(at, down.archive()));
        } else if (failure instanceof Failure.RegionLost lost) {
            domain.heal();
            world
                    .database()
                    .storageManagersIn(world.domain().region(lost.region()).orElseThrow())
                    .stream()
                    .map(StorageManager::archive)
                    .forEach(archive -> told.accept(new Happening.Synced(at, archive)));
        }
    }

    /** More than half of all processes, of which all run: those would go on, and are to be lost. */
    private boolean hasMajority(Region region) {
        return 2 * processes(Set.copyOf(region.hosts())) > processes(allHosts());
    }

    private Set<String> allHosts() {
        return world.domain().regions().stream()
                .flatMap(region -> region.hosts().stream())
                .collect(Collectors.toSet());
    }

    private long processes(Set<String> hosts) {
        Stream<String> managers = world.database().storageManagers().stream().map(StorageManager::host);
        return Stream.concat(managers, world.database().transactionEngineHosts().stream())
                .filter(hosts::contains)
                .count();
    }

    /** Whether a majority, a transaction engine, and somebody for every storage group are left. */
    private boolean goesOnWithout(Set<String> hosts, ArchiveId archive) {
        Set<String> left = allHosts();
        left.removeAll(hosts);
        long lost = processes(hosts) + (archive == null ? 0 : 1);
        List<String> engines = world.database().transactionEngineHosts();
        return 2 * (processes(allHosts()) - lost) > processes(allHosts())
                && engines.stream().anyMatch(left::contains)
                && world.database().storageGroups().stream().allMatch(group -> isServed(group, left, archive));
    }

    private boolean isServed(StorageGroupName group, Set<String> left, ArchiveId without) {
        DatabaseFacts facts = domain.database().facts();
        return facts.archives().stream()
                .filter(other -> !other.id().equals(without) && left.contains(other.host()))
                .filter(other -> other.state() == ArchiveFacts.State.RUNNING)
                .anyMatch(other -> other.serves().contains(group));
    }
}
