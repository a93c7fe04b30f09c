package io.hotcopy.plan

import io.hotcopy.driver.ArchiveFacts
import io.hotcopy.driver.ArchiveFacts.State
import io.hotcopy.driver.DatabaseFacts
import io.hotcopy.driver.RunningCopy
import io.hotcopy.model.BackupGroup
import io.hotcopy.model.BackupPolicy
import io.hotcopy.model.Database
import io.hotcopy.model.Declarations
import io.hotcopy.model.DirectoryPattern
import io.hotcopy.model.Domain
import io.hotcopy.model.ExpectedData
import io.hotcopy.model.Objectives
import io.hotcopy.model.OnArchiveDown
import io.hotcopy.model.OnFailure
import io.hotcopy.model.OnArchiveDown
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
import io.hotcopy.problem.Problem
import io.hotcopy.problem.SourceSpan
import io.hotcopy.term.ArchiveId
import io.hotcopy.term.ByteSize
import io.hotcopy.term.CommitNumber
import io.hotcopy.term.DatabaseName
import io.hotcopy.term.HotCopyType
import io.hotcopy.term.StorageGroupName
import java.nio.file.Path
import java.time.Duration
import java.time.Instant
import java.time.ZoneId


/** A declared domain with a policy, and what is true of it: the example of the reference, unless told otherwise. */
class World {
    static final DatabaseName DATABASE = new DatabaseName('acme', 'test')
    static final Instant NOW = Instant.parse('2021-12-18T01:30:00Z')

    Map<String, List<String>> regions = [east: ['e1', 'e2', 'e3'], west: ['w1', 'w2', 'w3'], third: ['t1']]
    List<String> storageGroups = ['SG1', 'SG2', 'SG3']
    List<String> engines = ['e1', 'w1', 't1']
    Map<Integer, List> managers = [
            0: ['e1', 'SG1', 'SG2'], 1: ['e2', 'SG1', 'SG3'], 2: ['e3', 'SG2', 'SG3'],
            3: ['w1', 'SG1', 'SG2'], 4: ['w2', 'SG1', 'SG3'], 5: ['w3', 'SG2', 'SG3']]
    List<BackupPolicy> policies = [policy()]

    boolean running = true
    Map<Integer, State> states = [:]
    Map<Integer, List<RunningCopy>> copies = [:]
    Set<Integer> absent = []
    /** Archives that the running database has without their being declared. */
    Map<Integer, List> undeclared = [:]
    /** Archives that do not allow journal hot copies. */
    Set<Integer> journalless = []
    /** Archives whose journal hot copies are suspended, and why. */
    Map<Integer, String> suspended = [:]
    /** Archives whose newest complete set takes no incremental any more, and why. */
    Map<Integer, String> baseLost = [:]
    Taken taken = new Taken()
    /** What the run ledger knows. */
    List<PastRun> runs = []
    Instant now = NOW
    /** Sets that lie there and cannot be read. */
    List<UnusableSet> unusable = []
    long archiveBytes = 214_000_000
    /** Where the embedded database keeps its data; none when the domain is only described. */
    Optional<Path> home = Optional.empty()
    List<ExpectedData> expectations = []
    Optional<ByteSize> copyRate = Optional.empty()

    static BackupPolicy policy(Map<String, Object> said = [:]) {
        Map<String, List<Integer>> groups = said.groups ?: [east: [0, 1], west: [3, 4]]
        List<HotCopyType> types = said.types == null ? [HotCopyType.FULL] : said.types as List<HotCopyType>
        String directory = said.directory ?: '{group}/{database}-{date}T{time}-archive-{archive}'
        new BackupPolicy(
                said.name as String ?: 'nightly',
                DATABASE,
                said.zone ? ZoneId.of(said.zone as String) : BackupPolicy.DEFAULT_TIME_ZONE,
                said.objectives as Objectives ?: Objectives.NONE,
                groups.collect { name, ids ->
                    new BackupGroup(name, ids.collect { new ArchiveId(it) }, name in (said.shared ?: []))
                },
                said.lines as List<RunLine> ?: types.collect { RunLine.whenAsked(it) },
                reactions(said),
                BackupPolicy.DEFAULT_OUTAGE,
                new DirectoryPattern(Path.of('backups'), directory),
                Optional.ofNullable(said.retain as Retention),
                [])
    }

    /** Each type with its schedule; {@code null} for when it is asked for. */
    static List<RunLine> lines(Map<HotCopyType, Schedule> schedules) {
        schedules.collect { type, when -> new RunLine(type, Optional.ofNullable(when)) }
    }

    static Schedule every(Duration interval, boolean interleaved = false) {
        new Schedule.Every(interval, interleaved)
    }

    private static Reactions reactions(Map said) {
        new Reactions(
                said.onNoBaseSet as OnNoBaseSet ?: OnNoBaseSet.FAIL,
                said.onJournalSuspended as OnJournalSuspended ?: OnJournalSuspended.FAIL,
                said.onArchiveDown as OnArchiveDown ?: Reactions.DEFAULT.onArchiveDown(),
                said.onOverlap as OnOverlap ?: OnOverlap.FAIL,
                said.onFailure as OnFailure ?: Reactions.DEFAULT.onFailure(),
                said.onMissed as OnMissed ?: Reactions.DEFAULT.onMissed())
    }

    /** A run of the ledger: a full of "east" that was only asked for and is done, unless told otherwise. */
    static PastRun run(Map<String, Object> said) {
        Instant began = Instant.parse(said.began as String)
        HotCopyType type = said.type as HotCopyType ?: HotCopyType.FULL
        new PastRun('nightly', said.group as String ?: 'east', DATABASE, type,
                Optional.ofNullable(said.occurrence as String).map { Instant.parse(it) },
                said.line as HotCopyType ?: type, Optional.empty(), began,
                began.plusSeconds(said.seconds as Long ?: 10L), said.outcome as PastRun.Outcome ?: PastRun.Outcome.DONE,
                new ByteSize(said.bytes as Long ?: 1000L), said.outcome ? 'no space' : '')
    }

    Domain domain() {
        new Domain('acme', home, regions.collect { name, hosts -> new Region(name, hosts) }, [database()])
    }

    Database database() {
        having(managers)
    }

    private Database having(Map<Integer, List> all) {
        new Database('test', groups(storageGroups), engines, all.collect { id, words ->
            new StorageManager(new ArchiveId(id), words.first() as String, groups(words.tail()), !(id in journalless))
        }, expectations, copyRate)
    }

    Declarations declarations() {
        Map<String, SourceSpan> spans = policies.indexed().collectEntries { index, policy ->
            ["policy/$policy.name".toString(), new SourceSpan('policy.groovy', index + 1, 1, index + 1, 9)]
        }
        ['objectives', 'retain', 'directory', 'full', 'incremental', 'journal'].eachWithIndex { word, line ->
            spans["policy/nightly/$word".toString()] = new SourceSpan(word, line + 1, 5, line + 1, 9)
        }
        new Declarations([domain()], policies, spans)
    }

    DatabaseFacts facts() {
        DatabaseFacts declared = DeclaredFacts.of(domain(), having(managers + undeclared))
        new DatabaseFacts(DATABASE, running, Optional.of(Taken.UUID_OF_DATABASE), Optional.of(Taken.LIFE),
                new CommitNumber(42), declared.storageGroups(), declared.archives()
                .findAll { !(it.id().value() in absent) }
                .collect { live(it) })
    }

    BackupPlan plan(PlanRequest request = PlanRequest.full()) {
        Planner.plan(declarations(), request, { facts() }, { taken.sets() }, unusable, { runs }, now)
    }

    BackupPlan plan(HotCopyType type) {
        plan(PlanRequest.of(type))
    }

    /** What is expected of the whole database: bytes, and bytes a day. */
    World expecting(long size, long changes, long journal) {
        expectations = [new ExpectedData(Optional.empty(), new ByteSize(size), new ByteSize(changes),
                new ByteSize(journal))]
        this
    }

    /** What one rule alone finds. */
    List<Problem> findings(Rule rule, PlanRequest request = PlanRequest.full()) {
        Declarations declared = declarations()
        Map known = [(DATABASE): new KnownSets(facts(), taken.sets(), unusable)]
        rule.check(Planner.decide(declared, request, ChosenGroups.of(declared, request), [facts()], known, NOW))
    }

    private ArchiveFacts live(ArchiveFacts declared) {
        int id = declared.id().value()
        new ArchiveFacts(declared.id(), declared.host(), declared.region(),
                states.getOrDefault(id, running ? State.RUNNING : State.UNKNOWN), declared.serves(),
                declared.journalHotCopy(), Optional.ofNullable(suspended[id]), Optional.ofNullable(baseLost[id]),
                new ByteSize(archiveBytes),
                taken.newest(id), copies.getOrDefault(id, []))
    }

    private static SortedSet<StorageGroupName> groups(List<String> names) {
        names.collect { new StorageGroupName(it) } as TreeSet<StorageGroupName>
    }
}
