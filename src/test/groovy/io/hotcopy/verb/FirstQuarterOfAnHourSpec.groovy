package io.hotcopy.verb

import io.hotcopy.problem.HotCopyException
import io.hotcopy.progress.ProgressListener
import io.hotcopy.recovery.RestoreTarget
import io.hotcopy.plan.Pace
import io.hotcopy.term.HotCopyType
import io.hotcopy.verify.Depth
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

class FirstQuarterOfAnHourSpec extends Specification {

    static final Confirmation YES = { preview -> true }

    @TempDir
    Path directory

    @AutoCleanup
    Verbs verbs

    def setup() {
        SmallBank.writeInto(directory)
        verbs = TestVerbs.in(directory)
    }

    def "what was deleted after a backup is read again from what was restored"() {
        given: 'a domain with one record'
        load()
        verbs.start().run(StartRequest.of('bank'))
        def table = verbs.createTable().run(new CreateTableRequest('accounts', [], Optional.empty()))
        verbs.put().run('accounts', '4711', 'rich')

        expect: 'no protection yet'
        table.groups()*.toString() == ['SG1', 'SG2']
        !verbs.status().run().policies()[0].isProtected()

        when: 'a backup is taken, and the record deleted'
        def backup = verbs.backup().run(BackupRequest.full(), YES, ProgressListener.NONE)
        def deleted = verbs.delete().run('accounts', '4711')

        then:
        deleted.existed()
        verbs.get().run('accounts', '4711').value().empty
        verbs.status().run().policies()[0].newest().get().commit() == backup.hotCopies()[0].cut()
        verbs.list().run([]).listing().collections()*.id()*.toString() == backup.collections()

        when: 'the newest collection is restored and opened'
        def request = new RestoreRequest(SetRequest.of('latest'), Path.of('before'), new RestoreTarget.Latest())
        def restored = verbs.restore().run(request, YES, ProgressListener.NONE)
        def opened = verbs.open().run(new OpenRequest([Path.of('before')], 'before'))

        then: 'the record is there, beside the running database'
        restored.commit() == opened.cut()
        opened.tables() == ['accounts']
        verbs.get().run('before.accounts', '4711').value().get() == 'rich'
        verbs.count().run('before.accounts').records() == 1
        verbs.count().run('accounts').records() == 0

        and: 'the collection can be restored, as a drill tells'
        def drill = new VerifyRequest(SetRequest.of('latest'), Depth.DRILL, Optional.empty())
        verbs.verify().run(drill, ProgressListener.NONE).valid()
        verbs.describe().run(SetRequest.of('latest')).described()[0].coverage().lineages().size() == 1
    }

    def "a backup opens a domain that does not run, and closes it again"() {
        given:
        load()
        verbs.start().run(StartRequest.of('bank'))
        verbs.stop().run()

        when:
        def backup = verbs.backup().run(BackupRequest.full(), YES, ProgressListener.NONE)

        then:
        backup.hotCopies().size() == 1
        verbs.startedDomain().empty
    }

    def "nothing is done unless it is agreed to"() {
        given:
        load()
        verbs.start().run(StartRequest.of('bank'))
        def before = Tree.of(directory.resolve('backups'))

        when:
        verbs.backup().run(BackupRequest.full(), { preview -> false }, ProgressListener.NONE)

        then:
        thrown(DeclinedException)
        Tree.of(directory.resolve('backups')) == before
    }

    def "a plan that cannot be run tells all its problems"() {
        given:
        load()
        Files.delete(directory.resolve('backups'))

        when:
        verbs.backup().run(BackupRequest.full(), YES, ProgressListener.NONE)

        then:
        def trouble = thrown(ProblemsException)
        trouble.problems().count { it.isError() } == 2
    }

    def "#what is refused with what to do"() {
        given:
        load()

        when:
        action(verbs)

        then:
        def trouble = thrown(HotCopyException)
        trouble.message == message
        trouble.hints() == hints

        where:
        what                     | action
        'a read without domain'  | { it.get().run('accounts', '1') }
        'an unknown domain'      | { it.start().run(StartRequest.of('bakn')) }
        'an unknown policy'      | { it.plan().run(planOf('other')) }
        'an unknown file'        | { it.plan().run(planOf('x.groovy')) }
        'a policy not in a file' | { it.plan().run(planOf('policy.groovy#x')) }

        message << [
            'no domain is running here',
            'no domain "bakn" is declared',
            'no policy "other" is loaded',
            "there is no file 'x.groovy'",
            '"policy.groovy" declares no policy "x"',
        ]
        hints << [
            ['start bank'],
            ['declared are: bank'],
            ['loaded are: nightly', 'load FILE reads declarations'],
            [],
            ['it declares: nightly'],
        ]
    }

    private void load() {
        assert verbs.load().run(new LoadRequest([Path.of('domain.groovy'), Path.of('policy.groovy')])).loaded()
    }

    private static BackupRequest planOf(String what) {
        new BackupRequest(Optional.of(what), HotCopyType.FULL, Optional.empty(), Pace.DEFAULT, false)
    }
}
