package io.hotcopy.mainjob

import io.hotcopy.dsl.PolicyCompiler
import io.hotcopy.embedded.EmbeddedArchiveFormat
import io.hotcopy.embedded.EmbeddedDomain
import io.hotcopy.embedded.EmbeddedEnvironment
import io.hotcopy.embedded.EmbeddedSettings
import io.hotcopy.embedded.OpenedArchives
import io.hotcopy.embedded.StartOptions
import io.hotcopy.backupset.BackupSet
import io.hotcopy.engine.EngineOptions
import io.hotcopy.engine.HotCopyEngine
import io.hotcopy.model.Declarations
import io.hotcopy.plan.PlanRequest
import io.hotcopy.plan.Planner
import io.hotcopy.progress.ProgressListener
import io.hotcopy.recovery.RecoveryPlanner
import io.hotcopy.recovery.RestoreTarget
import io.hotcopy.restore.ArchiveFormats
import io.hotcopy.restore.Restorer
import io.hotcopy.restore.Workers
import io.hotcopy.term.ByteSize
import io.hotcopy.term.CommitRange
import io.hotcopy.verify.Depth
import io.hotcopy.verify.Outcome
import io.hotcopy.verify.Verifier
import io.hotcopy.verify.VerifyRequest
import io.hotcopy.workload.BankSettings
import io.hotcopy.workload.BankWorkload
import java.nio.file.Files
import java.nio.file.Path
import java.time.Clock
import spock.lang.Specification
import spock.lang.TempDir

/** The main job, from the text of the shipped example to a verified restore, while the bank works. */
class MainJobSpec extends Specification {

    static final BankSettings BANK = new BankSettings(4_000, 1_024, 4, 7)

    @TempDir
    Path directory

    def "a coordinated full hot copy under load restores to its cut, and to that alone"() {
        given: 'the shipped declarations, compiled beside an empty directory'
        Files.createDirectories(directory.resolve('backups'))
        Declarations declared = compile('domain.groovy', 'policy.groovy')

        and: 'the domain they declare, with a bank at work'
        EmbeddedDomain domain = EmbeddedDomain.start(declared.domains()[0], StartOptions.NONE, environment())
        def database = domain.database('ledger')
        BankWorkload bank = BankWorkload.open(database, BANK, directory.resolve('ledger'), ProgressListener.NONE)
        bank.start()

        when: 'the plan for the eastern archives is carried out'
        def request = PlanRequest.full().ofGroup('east').atMost(ByteSize.ofMegabytes(10))
        def plan = Planner.plan(declared, request, domain.&facts, { [] }, [], { [] }, clock().instant())
        def report = new HotCopyEngine(domain, EngineOptions.DEFAULT, clock(), random())
                .run(plan, ProgressListener.NONE)

        then: 'commits went on meanwhile, most of them across storage groups'
        def hotCopy = report.hotCopies()[0]
        def figures = bank.stop()
        def meanwhile = bank.transfersIn(new CommitRange(hotCopy.stableAtPin(), hotCopy.cut()))
        figures.commits() > 0
        meanwhile.all() > 0
        meanwhile.crossing() > meanwhile.all() / 3

        when: 'the collection is drilled and restored'
        def sets = hotCopy.archives()*.directory()
        def formats = new ArchiveFormats([new EmbeddedArchiveFormat()])
        def verdict = new Verifier(formats, random(), new Workers(3)).verify(
                new VerifyRequest(sets, Depth.DRILL, new RestoreTarget.Latest(), scratch()), ProgressListener.NONE)
        def restorePlan = RecoveryPlanner.plan(sets.collect { BackupSet.open(it).facts() }, new RestoreTarget.Latest())
        def restored = new Restorer(formats, random(), new Workers(3))
                .restore(restorePlan, directory.resolve('restored'), ProgressListener.NONE)

        then: 'the drill finds the content of the cut, and the restored bank equals the ledger'
        verdict.outcome() == Outcome.VALID
        restorePlan.target() == hotCopy.cut()
        OpenedArchives opened = OpenedArchives.open(restored.archives().values().toList())
        def equal = bank.check({ each ->
            opened.scan('accounts', new byte[0]) { key, value -> each.accept(key, value); true }
        }, hotCopy.cut())
        equal.differences() == []
        equal.equal()
        equal.accounts() == BANK.accounts()

        cleanup:
        opened?.close()
        bank?.close()
        domain?.close()
    }

    private Declarations compile(String... names) {
        def files = names.collect { name ->
            def copy = directory.resolve(name)
            Files.copy(Path.of('examples/bank', name), copy)
            copy
        }
        def compilation = new PolicyCompiler({ path -> Files.readString(path) }).compile(files)
        assert compilation.problems().findAll { it.isError() } == []
        return compilation.declarations()
    }

    private Optional<Path> scratch() {
        Optional.of(directory.resolve('drill'))
    }

    private static EmbeddedEnvironment environment() {
        new EmbeddedEnvironment(clock(), random(), EmbeddedSettings.DEFAULT, { event -> })
    }

    private static Clock clock() {
        Clock.systemUTC()
    }

    private static SplittableRandom random() {
        new SplittableRandom(20_261_122)
    }
}
