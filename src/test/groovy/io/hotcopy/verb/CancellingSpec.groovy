package io.hotcopy.verb

import io.hotcopy.plan.Pace
import io.hotcopy.problem.HotCopyException
import io.hotcopy.progress.ProgressListener
import io.hotcopy.recovery.RestoreTarget
import io.hotcopy.term.HotCopyType
import io.hotcopy.verify.Depth
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** A long job that is interrupted, as by Ctrl-C, says that it was, and what is left. */
class CancellingSpec extends Specification {

    @TempDir
    Path directory

    @AutoCleanup
    Verbs verbs

    def cleanup() {
        Thread.interrupted()
    }

    def "a restore, a drill and a search that are cancelled"() {
        given:
        verbs = TwoRegions.started(directory)
        verbs.put().run('accounts', '1', 'x')
        [HotCopyType.FULL, HotCopyType.JOURNAL].each {
            def backup = new BackupRequest(Optional.empty(), it, Optional.of('east'), Pace.DEFAULT, false)
            verbs.backup().run(backup, { true }, ProgressListener.NONE)
        }

        when:
        def request = new RestoreRequest(SetRequest.of('latest'), directory.resolve('to'), new RestoreTarget.Latest())
        verbs.restore().run(request, { true }, interrupting())

        then:
        def restore = thrown(HotCopyException)
        restore.message == 'the restore was cancelled'
        restore.hints() == ["Nothing was made: \"${directory.resolve('to')}\" is as it was before."]
        Files.notExists(directory.resolve('to'))
        Thread.interrupted()

        when:
        def scratch = Optional.of(directory.resolve('scratch'))
        verbs.verify().run(new VerifyRequest(SetRequest.of('latest'), Depth.DRILL, scratch), interrupting())

        then:
        def drill = thrown(HotCopyException)
        drill.message == 'the verification was cancelled'
        drill.hints() ==
            ['Nothing is said of the sets, which are as they were; what the drill had made is removed.']
        Files.notExists(directory.resolve('scratch'))
        Thread.interrupted()

        when:
        verbs.journalSearch().run(new JournalSearchRequest(SetRequest.of('latest'), 'accounts', Optional.empty(), 10),
            interrupting())

        then:
        def search = thrown(HotCopyException)
        search.message == 'the search was cancelled'
        search.hints() == ['It changes nothing: the sets are as they were.']
    }

    def "a proof that is cancelled"() {
        given:
        verbs = TestVerbs.in(directory)
        Files.writeString(directory.resolve('all.groovy'), TwoRegions.DOMAIN + TwoRegions.SCHEDULED)
        verbs.load().run(new LoadRequest([Path.of('all.groovy')]))

        when:
        Thread.currentThread().interrupt()
        verbs.prove().run(new ProveRequest(Optional.empty(), 300, [], Optional.empty()))

        then:
        def trouble = thrown(HotCopyException)
        trouble.message == 'cancelled while looking ahead'
    }

    /** Ctrl-C as soon as the job has told that it does anything. */
    private static ProgressListener interrupting() {
        def typing = Thread.currentThread()
        return { event -> typing.interrupt() } as ProgressListener
    }
}
