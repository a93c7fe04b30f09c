package io.hotcopy.dsl

import io.hotcopy.model.BackupGroup
import io.hotcopy.model.BackupPolicy
import io.hotcopy.model.Database
import io.hotcopy.model.Declarations
import io.hotcopy.model.DirectoryPattern
import io.hotcopy.model.Domain
import io.hotcopy.model.ExpectedData
import io.hotcopy.model.Hold
import io.hotcopy.model.Objectives
import io.hotcopy.model.OnArchiveDown
import io.hotcopy.model.OnFailure
import io.hotcopy.model.OnJournalSuspended
import io.hotcopy.model.OnMissed
import io.hotcopy.model.OnNoBaseSet
import io.hotcopy.model.OnOverlap
import io.hotcopy.model.Reactions
import io.hotcopy.model.Region
import io.hotcopy.model.Retention
import io.hotcopy.model.RunLine
import io.hotcopy.model.Schedule
import io.hotcopy.model.StorageManager
import io.hotcopy.term.ArchiveId
import io.hotcopy.term.ByteSize
import io.hotcopy.term.DatabaseName
import io.hotcopy.term.HotCopyType
import io.hotcopy.term.StorageGroupName

import java.nio.file.Path
import java.time.DayOfWeek
import java.time.Duration
import java.time.Instant
import java.time.LocalTime
import java.time.ZoneId

/** Makes models of everything that can be declared, the same again for the same seed. */
class RandomModels {
    private static final List<String> LETTERS =
        [*('a'..'z'), *('A'..'Z'), *('0'..'9'), 'é', 'ß', '中', '٣', 'no', 'true']
    private static final List<String> ANY = [*LETTERS, ' ', "'", '"', '\\', '$', '{', '}', '[', ']', ':', '#', ',', '-',
        '&', '*', '!', '%', '@', '`', '|', '>', '?', '~', '\n', '\r', '\t', '\u0001', '\u0085', '\u2028',
        '\u00a0', '\ufeff', '\ud83d\ude00', '\\u0041', '${x}', '/', '..', '//', '/*', '*/', '<<', '---']

    private final Random random
    private final Path directory

    RandomModels(long seed, Path directory) {
        random = new Random(seed)
        this.directory = directory
    }

    Declarations declarations() {
        List<Domain> domains = names(1 + random.nextInt(2)).collect { domain(it) }
        List<BackupPolicy> policies = names(random.nextInt(3)).collect { policy(it, domains[0]) }
        new Declarations(domains, policies, [:])
    }

    private Domain domain(String name) {
        List<String> hosts = names(6)
        List<Region> regions = [new Region('east', hosts[0..2]), new Region(name, hosts[3..5])]
        Optional<Path> home = maybe { directory.resolve(path() + name).normalize() }
        new Domain(name, home, regions, names(1 + random.nextInt(2)).collect { database(it, hosts) })
    }

    private Database database(String name, List<String> hosts) {
        List<StorageGroupName> groups = some(['A', 'B2', '_X', 'NO', '012'].collect { new StorageGroupName(it) })
        List<StorageManager> managers = (0..3).collect {
            List<StorageGroupName> served = it < 3 ? groups : some(groups)
            new StorageManager(new ArchiveId(it * 7), hosts[it], new TreeSet(served), random.nextBoolean())
        }
        List<ExpectedData> expected = groups.collect { new ExpectedData(Optional.of(it), size(), size(), size()) }
        new Database(name, new TreeSet(groups), hosts[0..random.nextInt(3)], managers, some(expected), maybe { size() })
    }

    private BackupPolicy policy(String name, Domain domain) {
        Database database = domain.databases()[0]
        ZoneId zone = ZoneId.of(pick(['UTC', 'Europe/Berlin', 'America/Sao_Paulo', '+05:30']))
        List<ArchiveId> archives = database.storageManagers()*.archive()
        List<BackupGroup> groups = [
            new BackupGroup(pick(['skip', 'fail', 'all', 'no', '1']), archives[0..0], random.nextBoolean()),
            new BackupGroup('west.2', archives[1..2], random.nextBoolean())]
        List<RunLine> lines = [HotCopyType.FULL, HotCopyType.INCREMENTAL, HotCopyType.JOURNAL]
            .findAll { it == HotCopyType.FULL || random.nextBoolean() }
            .collect { new RunLine(it, maybe { schedule() }) }
        new BackupPolicy(name, new DatabaseName(domain.name(), database.name()), zone,
            new Objectives(maybe { duration() }, maybe { duration() }), groups, lines,
            isScheduled(lines) ? reactions(groups) : Reactions.DEFAULT, duration(),
            new DirectoryPattern(directory, path() + '{group}-{archive}-{date}{time}{type}'), maybe { retention() },
            names(random.nextInt(3)).collect { new Hold(it + '/' + text(), maybe { instant(zone) }, text()) })
    }

    private static boolean isScheduled(List<RunLine> lines) {
        lines.size() == 3 && lines.any { it.schedule().present }
    }

    private Schedule schedule() {
        pick([
            { new Schedule.At(new TreeSet(some(DayOfWeek.values() as List) ?: [DayOfWeek.MONDAY]),
                LocalTime.of(random.nextInt(24), random.nextInt(60))) },
            { new Schedule.Every(duration(), random.nextBoolean()) },
            { new Schedule.Cron(pick(['*/5 * * * *', '30 1 * * 1-5', '0 0 1,15 * *'])) },
        ]).call()
    }

    private Reactions reactions(List<BackupGroup> groups) {
        new Reactions(pick(OnNoBaseSet.values() as List), pick(OnJournalSuspended.values() as List),
            pick([new OnArchiveDown.Fail(), new OnArchiveDown.Skip(), new OnArchiveDown.Instead(pick(groups).name())]),
            pick(OnOverlap.values() as List),
            pick([new OnFailure.Fail(), new OnFailure.Retry(1 + random.nextInt(9), duration())]),
            pick([new OnMissed.Run(), new OnMissed.Skip(duration())]))
    }

    private Retention retention() {
        new Retention(
            maybe { duration() }, 1 + random.nextInt(3), random.nextInt(3), random.nextInt(3), random.nextInt(3))
    }

    private Instant instant(ZoneId zone) {
        Instant any = Instant.ofEpochSecond(1_700_000_000L + random.nextInt(400_000_000))
        random.nextBoolean() ? any : any.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant()
    }

    private Duration duration() {
        pick([Duration.ofSeconds(1 + random.nextInt(100_000)), Duration.ofMinutes(90), Duration.ofDays(14),
            Duration.ofHours(24), Duration.ofMinutes(1)])
    }

    private ByteSize size() {
        pick([new ByteSize(1 + random.nextInt(5000)), new ByteSize(1_500_000_000_000L), new ByteSize(100_000_000_000L),
            new ByteSize(1_000_001L * (1 + random.nextInt(1000)))])
    }

    private String text() {
        (0..random.nextInt(8)).collect { pick(ANY) }.join('') + 'x'
    }

    /** Of names that a file system takes, perhaps outside the directory. */
    private String path() {
        pick(['', '../', 'a b/', "it's/", 'no/', '\\$x/', 'zürich/', '[1]/', ': #/']) + pick(['data', '012', 'x-1'])
    }

    private List<String> names(int count) {
        Set<String> names = new LinkedHashSet<>()
        while (names.size() < count) {
            names << (0..random.nextInt(6)).collect { pick(LETTERS) }.join('') + pick(['', '_', '-', '.', '.5', '-no'])
        }
        names as List
    }

    private <T> List<T> some(List<T> all) {
        all.findAll { random.nextBoolean() }
    }

    private <T> Optional<T> maybe(Closure<T> value) {
        random.nextBoolean() ? Optional.of(value.call()) : Optional.empty()
    }

    private <T> T pick(List<T> all) {
        all[random.nextInt(all.size())]
    }
}
