package io.hotcopy.model;

import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.HotCopyType;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * How one database is protected.
 *
 * @param name a {@link PlainName}
 * @param protects the database
 * @param timeZone that of its schedules and of the times in its directories; UTC unless declared
 * @param objectives what it promises
 * @param backupGroups at least one; names unique, no archive in two of them
 * @param runs what the policy does, at most one line for each type
 * @param reactions what it does when things go another way
 * @param outage for how long a storage manager that is down is taken to stay down
 * @param directory where the copies go
 * @param retention what must be kept; empty when nothing may be deleted
 * @param holds sets that are kept whatever the retention says
 */
public record BackupPolicy(
        String name,
        DatabaseName protects,
        ZoneId timeZone,
        Objectives objectives,
        List<BackupGroup> backupGroups,
        List<RunLine> runs,
        Reactions reactions,
        Duration outage,
        DirectoryPattern directory,
        Optional<Retention> retention,
        List<Hold> holds) {

    /** The time zone of a policy that declares none. */
    public static final ZoneId DEFAULT_TIME_ZONE = ZoneId.of("UTC");

    /** The outage of a policy that declares none. */
    public static final Duration DEFAULT_OUTAGE = Duration.ofHours(24);

    public BackupPolicy {
        backupGroups = List.copyOf(backupGroups);
        runs = List.copyOf(runs);
        holds = List.copyOf(holds);
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

    /** The same policy with its copies elsewhere. */
    public BackupPolicy into(DirectoryPattern elsewhere) {
        return new BackupPolicy(
                name,
                protects,
                timeZone,
                objectives,
                backupGroups,
                runs,
                reactions,
                outage,
                elsewhere,
                retention,
                holds);
    }

    /** The same policy by the clocks of another zone. */
    public BackupPolicy inZone(ZoneId zone) {
        return new BackupPolicy(
                name, protects, zone, objectives, backupGroups, runs, reactions, outage, directory, retention, holds);
    }

    /** Whether any of its lines has a schedule: else it runs only when asked. */
    public boolean isScheduled() {
        return runs.stream().anyMatch(line -> line.schedule().isPresent());
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
