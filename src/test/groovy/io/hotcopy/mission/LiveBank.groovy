package io.hotcopy.mission

import io.hotcopy.backupset.BackupSet
import io.hotcopy.driver.PinnedCopies
import io.hotcopy.embedded.DomainCrash
import io.hotcopy.embedded.EmbeddedArchiveFormat
import io.hotcopy.embedded.EmbeddedDatabase
import io.hotcopy.embedded.SyncReport
import io.hotcopy.engine.HotCopyEngine
import io.hotcopy.engine.HotCopyFailedException
import io.hotcopy.engine.RunReport
import io.hotcopy.plan.BackupPlan
import io.hotcopy.plan.HotCopyStep
import io.hotcopy.plan.Pace
import io.hotcopy.progress.ProgressEvent
import io.hotcopy.progress.ProgressListener
import io.hotcopy.recovery.RestoreTarget
import io.hotcopy.restore.ArchiveFormats
import io.hotcopy.term.ArchiveId
import io.hotcopy.term.CommitNumber
import io.hotcopy.term.DatabaseName
import io.hotcopy.term.HotCopyType
import io.hotcopy.verb.BackupRequest
import io.hotcopy.verb.BackupResult
import io.hotcopy.verb.Confirmation
import io.hotcopy.verb.CreateTableRequest
import io.hotcopy.verb.LoadRequest
import io.hotcopy.verb.OpenRequest
import io.hotcopy.verb.RestoreRequest
import io.hotcopy.verb.RestoreResult
import io.hotcopy.verb.ScanRequest
import io.hotcopy.verb.SetRequest
import io.hotcopy.verb.StartRequest
import io.hotcopy.verb.TestVerbs
import io.hotcopy.verb.VerbSurroundings
import io.hotcopy.verb.Verbs
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration

/**
 * An embedded domain that runs, driven by the verbs, with a policy for each way of copying it; and what every state of
 * its table {@code accounts} was, so that whatever is restored can be compared. Used by one thread.
 */
class LiveBank implements AutoCloseable {

    static final Confirmation YES = { preview -> true }
    /** Archives by the storage groups that they serve: the reference's figure 2, one region of it. */
    static final THREE_GROUPS = [0: ['SG1', 'SG2'], 1: ['SG1', 'SG3'], 2: ['SG2', 'SG3']]
    /** Every archive has the whole database: the reference's figure 1. */
    static final NO_GROUPS = [0: [], 1: [], 2: []]

    final Path directory
    final MadeClock clock = new MadeClock()
    final List<String> events = Collections.synchronizedList([])
    /** The rows after each commit; a dropped table has none. */
    final TreeMap<Long, Map<String, String>> states = new TreeMap<>()
    private final Map<Integer, List<String>> archives
    private final Map<String, List<Integer>> policies
    private final boolean journalHotCopy
    Verbs verbs
    private int restored

    /**
     * @param archives the storage groups that each serves
     * @param policies name to the archives that it copies together
     */
    LiveBank(Path directory, Map<Integer, List<String>> archives, Map<String, List<Integer>> policies,
            boolean journalHotCopy = true) {
        this.journalHotCopy = journalHotCopy
        this.directory = directory
        this.archives = archives
        this.policies = policies
        Files.createDirectories(directory.resolve('backups'))
        Files.writeString(directory.resolve('domain.groovy'), domain())
        Files.writeString(directory.resolve('policy.groovy'), policies.collect { policy(it.key, it.value) }.join('\n'))
        load()
        verbs.start().run(StartRequest.of('bank'))
        createTable()
    }

    private void load() {
        verbs = new Verbs(new VerbSurroundings(clock, new Random(7 + restored), directory.toAbsolutePath(),
            TestVerbs.homeIn(directory), Files.&readString, new ArchiveFormats([new EmbeddedArchiveFormat()]),
            TestVerbs.SMALL, events.&add))
        assert verbs.load().run(new LoadRequest([Path.of('domain.groovy'), Path.of('policy.groovy')])).loaded()
    }

    private String domain() {
        List<String> groups = archives.values().flatten().unique().sort()
        """\
        domain('bank') {
            embedded home: 'data'
            region 'east', hosts: [${archives.keySet().collect { "'e$it'" }.join(', ')}]
            database('ledger') {
                ${groups ? 'storageGroups ' + groups.collect { "'$it'" }.join(', ') : ''}
                transactionEngines hosts: ['e0']
                ${archives.collect { manager(it.key, it.value) }.join('\n                ')}
            }
        }
        """.stripIndent()
    }

    private String manager(int archive, List<String> groups) {
        String serves = groups ? ", serves: [${groups.collect { "'$it'" }.join(', ')}]" : ''
        "storageManager archive: $archive, host: 'e$archive'$serves, journalHotCopy: $journalHotCopy"
    }

    private String policy(String name, List<Integer> together) {
        """\
        policy('$name') {
            protects 'bank/ledger'
            backupGroup 'all', archives: $together
            full
            incremental
            ${journalHotCopy ? 'journal' : ''}
            directory 'backups/$name-{date}T{time}-archive-{archive}'
        }
        """.stripIndent()
    }

    // ---- the database

    EmbeddedDatabase database() {
        verbs.@session.requireRunning().embedded().database('ledger')
    }

    HotCopyEngine engine() {
        verbs.@session.requireRunning().copies().@engine
    }

    CommitNumber createTable(String table = 'accounts') {
        verbs.createTable().run(new CreateTableRequest(table, [], Optional.empty()))
        changed { }
    }

    CommitNumber dropTable() {
        verbs.dropTable().run('accounts')
        changed { it.clear() }
    }

    CommitNumber put(String key, String value) {
        CommitNumber commit = verbs.put().run('accounts', key, value).commit().get()
        changed { it[key] = value }
        assert database().issued() == commit
        commit
    }

    CommitNumber delete(String key) {
        CommitNumber commit = verbs.delete().run('accounts', key).commit().get()
        changed { it.remove(key) }
        commit
    }

    /** Some rows, new and changed, in every storage group; the last commit. */
    CommitNumber work(int rows = 20) {
        long begun = database().issued().value()
        (0..<rows).collect { put("${(begun * 7 + it * 3) % 40}", "value $begun-$it") }.last()
    }

    private CommitNumber changed(Closure<?> change) {
        Map<String, String> state = new TreeMap<>(states.isEmpty() ? [:] : states.lastEntry().value)
        change(state)
        states[database().issued().value()] = state
        database().issued()
    }

    Map<String, String> stateAt(CommitNumber commit) {
        states.floorEntry(commit.value()).value
    }

    // ---- storage managers

    void stopManager(int archive) {
        database().stopStorageManager(new ArchiveId(archive))
    }

    SyncReport startManager(int archive) {
        database().startStorageManager(new ArchiveId(archive), ProgressListener.NONE)
    }

    Path archiveDirectory(int archive) {
        directory.resolve("data/ledger/archive-$archive")
    }

    // ---- hot copies

    BackupPlan plan(String policy, HotCopyType type, boolean partial = false) {
        clock.pass(Duration.ofMinutes(1))
        def planned = verbs.plan().run(request(policy, type, partial))
        assert !planned.hasErrors() : planned.problems()
        planned.plan()
    }

    private static BackupRequest request(String policy, HotCopyType type, boolean partial) {
        new BackupRequest(Optional.of(policy), type, Optional.empty(), Pace.DEFAULT, partial)
    }

    /** By the verb, as people take one. */
    RunReport.HotCopy backup(String policy, HotCopyType type, boolean partial = false) {
        result(policy, type, partial).hotCopies().last()
    }

    BackupResult result(String policy, HotCopyType type, boolean partial = false) {
        clock.pass(Duration.ofMinutes(1))
        verbs.backup().run(request(policy, type, partial), YES, ProgressListener.NONE)
    }

    /** An incremental or journal copy into the sets that a full is making, planned by somebody who knows them. */
    BackupPlan planInto(BackupPlan full, HotCopyType type) {
        HotCopyStep step = full.steps()[0]
        List<HotCopyStep.Member> members = step.members().collect {
            new HotCopyStep.Member(it.archive(), it.host(), it.storageGroups(), it.root(), it.directory(),
                Optional.of(BackupSet.identity(it.directory()).id()), it.estimatedBytes())
        }
        HotCopyStep into = new HotCopyStep(step.policy(), step.backupGroup(), step.database(), type, members,
            'asked for', Optional.empty())
        new BackupPlan(clock.instant(), [into], Pace.DEFAULT, [], [])
    }

    /** The first archive of one plan and the second of another, in one hot copy. */
    BackupPlan mix(BackupPlan one, BackupPlan other) {
        HotCopyStep first = one.steps()[0]
        HotCopyStep both = new HotCopyStep(first.policy(), first.backupGroup(), first.database(), first.type(),
            [first.members()[0], other.steps()[0].members()[1]], 'asked for', Optional.empty())
        new BackupPlan(clock.instant(), [both], Pace.DEFAULT, [], [])
    }

    /** How the database itself is asked for copies. */
    PinnedCopies copies() {
        verbs.@session.requireRunning().embedded().copies(new DatabaseName('bank', 'ledger'))
    }

    /** Begins what was planned before, and holds it where it enters a stage. */
    HeldRun hold(BackupPlan plan, String stage) {
        HeldRun held = new HeldRun(stage)
        held.begun(engine().start(plan, held))
    }

    /** What was planned before, by another client than the verbs. */
    RunReport.HotCopy carryOut(BackupPlan plan) {
        engine().run(plan, ProgressListener.NONE).hotCopies()[0]
    }

    /** A full that fails when its set is initialised: somebody has put something into its place. */
    void failFull(String policy, boolean partial = false) {
        BackupPlan plan = plan(policy, HotCopyType.FULL, partial)
        Path place = plan.steps()[0].writes()[0]
        ProgressListener spoiler = { event ->
            if (event instanceof ProgressEvent.StageEntered && event.stage() == 'copy files') {
                Files.writeString(place.resolve('tmp/full/data'), 'no directory')
            }
        }
        try {
            engine().run(plan, spoiler)
            assert false : 'it should have failed'
        } catch (HotCopyFailedException expected) {
            assert !expected.cancelled
        }
    }

    /** The process dies, with a hot copy at a standstill, and the domain is started again. */
    void crash(HeldRun held) {
        DomainCrash.crash(verbs.@session.requireRunning().embedded())
        held.close()
        verbs.stop().run()
        verbs.start().run(StartRequest.of('bank'))
    }

    // ---- restore

    /** Restores, opens, and reads all rows of the table. */
    Map<String, String> restoredRows(RestoreTarget target, String... sets) {
        rowsIn(restore(target, sets))
    }

    RestoreResult restore(RestoreTarget target, String... sets) {
        def request = new RestoreRequest(SetRequest.of(sets), Path.of("restored-${++restored}"), target)
        verbs.restore().run(request, YES, ProgressListener.NONE)
    }

    Map<String, String> rowsIn(RestoreResult result, String table = 'accounts') {
        verbs.open().run(new OpenRequest([result.to()], "r$restored"))
        verbs.scan().run(new ScanRequest("r$restored.$table", Optional.empty(), 10_000)).records()
            .collectEntries { [it.key(), it.value()] }
    }

    /** Restores a commit and compares the rows with what they were. */
    boolean restoresExactly(CommitNumber commit, String... sets) {
        assert restoredRows(new RestoreTarget.ToCommit(commit), sets) == stateAt(commit)
        true
    }

    @Override
    void close() {
        verbs.close()
    }
}
