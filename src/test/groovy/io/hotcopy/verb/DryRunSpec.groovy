package io.hotcopy.verb

import io.hotcopy.plan.Pace
import io.hotcopy.problem.HotCopyException
import io.hotcopy.progress.ProgressListener
import io.hotcopy.recovery.RestoreTarget
import io.hotcopy.verify.Depth
import java.nio.file.Files
import java.nio.file.Path
import io.hotcopy.term.HotCopyType
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

class DryRunSpec extends Specification {

    static final Confirmation NEVER = { preview -> throw new AssertionError('a dry run asks nobody') }

    @TempDir
    Path directory

    @AutoCleanup
    Verbs verbs

    def setup() {
        SmallBank.writeInto(directory)
        verbs = TestVerbs.in(directory).dryRun()
        verbs.load().run(new LoadRequest([Path.of('domain.groovy'), Path.of('policy.groovy')]))
    }

    def "every verb says what it would do, later verbs take what earlier ones planned, and nothing is touched"() {
        given:
        def before = Tree.of(directory)

        when:
        def results = [
            verbs.start().run(StartRequest.of('bank')),
            verbs.createTable().run(new CreateTableRequest('accounts', ['SG1'], Optional.of(2))),
            verbs.put().run('accounts', '1', 'x'),
            verbs.workload().start(WorkloadRequest.SMALL, ProgressListener.NONE),
            verbs.plan().run(BackupRequest.full()),
        ]
        def backup = verbs.backup().run(BackupRequest.full(), NEVER, ProgressListener.NONE)
        def restored = restore(backup.words(), 'restored')
        results += [
            backup,
            restored,
            verbs.open().run(new OpenRequest([Path.of('restored')], 'before')),
            verbs.get().run('before.accounts', '1'),
            verbs.scan().run(new ScanRequest('before.accounts', Optional.empty(), 1)),
            verbs.count().run('before.accounts'),
            verbs.workload().check('before'),
            verify(backup.words()),
            verify(['latest']),
            verbs.workload().stop(),
            verbs.delete().run('accounts', '1'),
            verbs.dropTable().run('accounts'),
            verbs.stop().run(),
        ]

        then:
        results.every { it.planned() }
        restored.archives().keySet()*.value() == [0, 1]
        Tree.of(directory) == before
    }

    def "a backup of any type is planned on what this dry run would have taken before"() {
        given:
        SmallBank.writeOfEveryTypeInto(directory)
        verbs.load().run(new LoadRequest([Path.of('domain.groovy'), Path.of('policy.groovy')]))
        def before = Tree.of(directory)

        when: 'there is nothing to append to'
        backup(HotCopyType.INCREMENTAL)

        then:
        thrown(ProblemsException)

        when: 'a full is planned, then what is appended to it'
        def results = ['FULL', 'INCREMENTAL', 'INCREMENTAL', 'JOURNAL', 'SIMPLE'].collect {
            backup(it as HotCopyType)
        }
        def steps = results*.plan()*.plan()*.steps()*.first()

        then:
        results.every { it.planned() }
        steps[1..3]*.members()*.collect { it.directory() }.every { it == steps[0].writes() }
        results*.words()*.size() == [1, 1, 1, 1, 0]
        results*.words().flatten().toSet().size() == 4
        restore(results[2].words(), 'restored').archives().keySet()*.value() == [0, 1]

        when: 'another full'
        def next = backup(HotCopyType.FULL).plan().plan().steps().first()

        then: 'is what is appended to from then on'
        [HotCopyType.INCREMENTAL, HotCopyType.JOURNAL].collect { backup(it).plan().plan().steps().first() }
                .every { it.members()*.set() != steps[1].members()*.set() }
        Tree.of(directory) == before
    }

    private BackupResult backup(HotCopyType type) {
        verbs.backup().run(new BackupRequest(Optional.empty(), type, Optional.empty(), Pace.DEFAULT, false),
                NEVER, ProgressListener.NONE)
    }

    def "what would be refused is refused"() {
        when:
        action(verbs)

        then:
        def trouble = thrown(HotCopyException)
        trouble.message == message

        where:
        action                                                             || message
        ({ it.put().run('accounts', '1', 'x') })                           || 'no domain is running here'
        ({ it.start().run(new StartRequest('bank', ['7'], Optional.empty())) }) || 'domain "bank" has no archive "7"'
        ({ it.start().run(StartRequest.of('bank')); it.start().run(StartRequest.of('bank')) }) ||
            'domain "bank" is running here already'
    }

    def "a planned restore looks at its destination"() {
        given:
        def backup = verbs.backup().run(BackupRequest.full(), NEVER, ProgressListener.NONE)

        when:
        Files.createFile(directory.resolve('file'))
        restore(backup.words(), 'file/restored')

        then:
        def trouble = thrown(HotCopyException)
        trouble.message.endsWith('file" is not a directory')
    }

    def "opening what nobody has restored or planned is refused"() {
        when:
        verbs.open().run(new OpenRequest([Path.of('backups')], 'before'))

        then:
        def trouble = thrown(HotCopyException)
        trouble.message == "there is no archive in \"${directory.resolve('backups')}\""
    }

    private RestoreResult restore(List<String> sets, String to) {
        def request = new RestoreRequest(new SetRequest(sets, []), Path.of(to), new RestoreTarget.Latest())
        verbs.restore().run(request, NEVER, ProgressListener.NONE)
    }

    private VerifyResult verify(List<String> sets) {
        def request = new VerifyRequest(new SetRequest(sets, []), Depth.DRILL, Optional.empty())
        verbs.verify().run(request, ProgressListener.NONE)
    }
}
