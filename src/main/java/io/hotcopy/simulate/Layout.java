package io.hotcopy.simulate;

import io.hotcopy.model.BackupGroup;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.Database;
import io.hotcopy.model.Domain;
import io.hotcopy.model.Region;
import io.hotcopy.model.StorageManager;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.StorageGroupName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A database and what protects it, by numbers: a simulation asks for them millions of times.
 *
 * @param domain of the database
 * @param database what is protected
 * @param policies those that protect it, by their index
 * @param managers its storage managers, by their index
 * @param storageGroups its storage groups, by their index
 * @param serves the storage groups of each storage manager
 * @param groups the backup groups of all policies, by their index
 */
record Layout(
        Domain domain,
        Database database,
        List<BackupPolicy> policies,
        List<StorageManager> managers,
        List<StorageGroupName> storageGroups,
        int[][] serves,
        List<Group> groups) {

    /**
     * A backup group.
     *
     * @param policy the index of its policy
     * @param declared as it is declared
     * @param managers its storage managers in order of their archives
     * @param storageGroups those that its archives hold together, rising
     */
    record Group(int policy, BackupGroup declared, int[] managers, int[] storageGroups) {

        boolean has(int manager) {
            return Arrays.stream(managers).anyMatch(own -> own == manager);
        }

        /** The place of a manager among its managers. */
        int index(int manager) {
            return IntStream.range(0, managers.length)
                    .filter(place -> managers[place] == manager)
                    .findFirst()
                    .orElseThrow();
        }
    }

    static Layout of(Domain domain, Database database, List<BackupPolicy> policies) {
        List<StorageGroupName> names = List.copyOf(database.storageGroups());
        List<StorageManager> managers = database.storageManagers();
        int[][] serves = managers.stream()
                .map(manager -> manager.serves().stream()
                        .mapToInt(names::indexOf)
                        .sorted()
                        .toArray())
                .toArray(int[][]::new);
        List<Group> groups = new ArrayList<>();
        for (int policy = 0; policy < policies.size(); policy++) {
            for (BackupGroup group : policies.get(policy).backupGroups()) {
                groups.add(group(policy, group, managers, serves));
            }
        }
        return new Layout(domain, database, List.copyOf(policies), managers, names, serves, List.copyOf(groups));
    }

    private static Group group(int policy, BackupGroup group, List<StorageManager> managers, int[][] serves) {
        List<ArchiveId> archives =
                managers.stream().map(StorageManager::archive).toList();
        int[] own =
                group.archives().stream().sorted().mapToInt(archives::indexOf).toArray();
        Set<Integer> held = new TreeSet<>();
        Arrays.stream(own).forEach(manager -> Arrays.stream(serves[manager]).forEach(held::add));
        return new Group(
                policy, group, own, held.stream().mapToInt(Integer::intValue).toArray());
    }

    DatabaseName name() {
        return domain.nameOf(database);
    }

    int manager(ArchiveId archive) {
        for (int manager = 0; manager < managers.size(); manager++) {
            if (managers.get(manager).archive().equals(archive)) {
                return manager;
            }
        }
        throw new IllegalArgumentException("no archive " + archive);
    }

    boolean isIn(Region region, int manager) {
        return region.hosts().contains(managers.get(manager).host());
    }

    /** Whether what is copied of this storage manager for this backup group lies on a host of the region. */
    boolean liesIn(Region region, Group group, int manager) {
        return !group.declared().shared() && isIn(region, manager);
    }

    /** Storage managers and transaction engines: the processes whose majority goes on. */
    int processes() {
        return managers.size() + database.transactionEngineHosts().size();
    }

    int transactionEnginesIn(Region region) {
        return (int) database.transactionEngineHosts().stream()
                .filter(region.hosts()::contains)
                .count();
    }

    BackupPolicy policyOf(Group group) {
        return policies.get(group.policy());
    }
}
