package io.hotcopy.model;

import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.HotCopyType;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * How one database is protected.
 *
 * @param name a {@link PlainName}
 * @param protects the database
 * @param backupGroups at least one; names unique, no archive in two of them
 * @param runs what the policy does, at most one line for each type
 * @param onNoBaseSet what to do when there is no set to append to; {@code fail} unless declared
 * @param onJournalSuspended what to do when journal hot copies are suspended; {@code fail} unless declared
 * @param directory where the copies go
 */
public record BackupPolicy(
        String name,
        DatabaseName protects,
        List<BackupGroup> backupGroups,
        List<RunLine> runs,
        OnNoBaseSet onNoBaseSet,
        OnJournalSuspended onJournalSuspended,
        DirectoryPattern directory) {

    public BackupPolicy {
        backupGroups = List.copyOf(backupGroups);
        runs = List.copyOf(runs);
    }

    public Optional<BackupGroup> backupGroup(String groupName) {
        return backupGroups.stream()
                .filter(group -> group.name().equals(groupName))
                .findFirst();
    }

    /** The line of this type; empty when the policy takes no such copies. */
    public Optional<RunLine> run(HotCopyType type) {
        return runs.stream().filter(line -> line.type() == type).findFirst();
    }

    /** Every archive that the policy copies, in the order of its groups. */
    public List<ArchiveId> archives() {
        return backupGroups.stream().flatMap(group -> group.archives().stream()).toList();
    }

    /**
     * Where a copy of one archive goes.
     *
     * @param domain the domain of the protected database
     * @param group the backup group that is copied
     * @param archive one of the group's archives
     * @param type of the copy
     * @param at the instant of the run, in the time zone of the policy
     */
    public Path directoryOf(Domain domain, BackupGroup group, ArchiveId archive, HotCopyType type, ZonedDateTime at) {
        String host = domain.database(protects.database())
                .flatMap(database -> database.storageManager(archive))
                .orElseThrow()
                .host();
        String region = domain.regionOf(host).orElseThrow().name();
        return directory.resolve(new DirectoryPattern.Values(protects, name, group.name(), archive, region, type, at));
    }
}
