package io.hotcopy.verb

import static io.hotcopy.term.HotCopyType.FULL
import static io.hotcopy.term.HotCopyType.INCREMENTAL
import static io.hotcopy.term.HotCopyType.JOURNAL

import io.hotcopy.plan.Pace
import io.hotcopy.problem.HotCopyException
import io.hotcopy.progress.ProgressListener
import io.hotcopy.shell.page.Pages
import io.hotcopy.term.HotCopyType
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** A plan is written down and applied: exactly that one, once, and only while nothing has changed. */
class ApplySpec extends Specification {
    static final Confirmation YES = { preview -> true }
    static final Path PLAN = Path.of('plan.yaml')

    @TempDir
    Path directory

    @AutoCleanup
    Verbs verbs

    def setup() {
        SmallBank.writeOfEveryTypeInto(directory)
        verbs = TestVerbs.in(directory)
    }

    def 'what is applied is what was planned, into the directories that the plan names'() {
        given:
        begin()
        def written = write(FULL)

        expect:
        written.file().get() == directory.toAbsolutePath().resolve(PLAN)
        text(Pages.of(written)).contains('plan.yaml: apply carries it out, once')

        when:
        def applied = apply()

        then:
        applied.plan().plan() == written.plan().plan()
        applied.hotCopies().first().archives()*.directory() ==
                written.plan().plan().steps().first().members()*.directory()
        verbs.list().run([]).listing().collections().size() == 1
    }

    def 'a plan that has been applied is refused, also by another session'() {
        given:
        begin()
        write(FULL)
        apply()

        when:
        apply()

        then:
        def trouble = thrown(HotCopyException)
        trouble.message ==~ /this plan has been applied at .*Z, and a plan is applied once/
        trouble.hints() == ['plan -o FILE makes another.']

        when:
        verbs.close()
        verbs = TestVerbs.in(directory)
        apply()

        then:
        def refused = thrown(HotCopyException)
        refused.message.startsWith('this plan has been applied')
    }

    def 'what has come into the way of a plan is seen before anything is done, also after it was agreed to'() {
        given:
        begin()
        write(FULL)

        when:
        verbs.apply().run(PLAN, { preview ->
            Files.createDirectories(directory.resolve('backups').resolve(
                    preview.plan().steps().first().writes().first().fileName.toString() + '/full'))
            true
        }, ProgressListener.NONE)

        then: 'and the plan is not spent'
        thrown(ProblemsException)
        Files.notExists(directory.resolve('.hotcopy/domains/bank/applied-plans'))
    }

    def 'what has changed is named, all of it, and nothing is done'() {
        given:
        begin()
        backup(FULL)
        write(INCREMENTAL)
        def before = null

        when:
        backup(JOURNAL)
        backup(INCREMENTAL)
        before = Tree.of(directory.resolve('backups'))
        apply()

        then:
        def trouble = thrown(HotCopyException)
        trouble.message ==~ ('plan "plan.yaml" is not applied, since what it was decided on has changed: ' +
                'archive 0 has another newest incremental, [0-9a-f]{8}; archive 0 has another newest journal, ' +
                '[0-9a-f]{8}; archive 1 has another newest incremental, [0-9a-f]{8}; ' +
                'archive 1 has another newest journal, [0-9a-f]{8}')
        Tree.of(directory.resolve('backups')) == before
    }

    def 'a policy that is declared otherwise is a change, a comment is none'() {
        given:
        begin()
        write(FULL)

        when:
        Files.writeString(directory.resolve('policy.groovy'),
                Files.readString(directory.resolve('policy.groovy')) + '// nothing\n')
        load()
        verbs.apply().run(PLAN, { false }, ProgressListener.NONE)

        then: 'it came as far as the question'
        thrown(DeclinedException)

        when:
        Files.writeString(directory.resolve('policy.groovy'),
                Files.readString(directory.resolve('policy.groovy')).replace('{date}T', '{date}-'))
        load()
        apply()

        then:
        def refused = thrown(HotCopyException)
        refused.message.endsWith(
                'has changed: policy "nightly", or the domain of its database, is declared otherwise')
    }

    def 'with nothing loaded and nothing running, the plan itself knows its files, and its domain is opened for it'() {
        given:
        begin()
        backup(FULL)
        verbs.close()
        verbs = TestVerbs.in(directory)
        load()
        def written = write(INCREMENTAL)
        verbs.close()
        verbs = TestVerbs.in(directory)

        when:
        def applied = apply()

        then:
        applied.hotCopies()*.type() == [INCREMENTAL]
        applied.plan().plan() == written.plan().plan()
        verbs.startedDomain().empty
    }

    def 'what is declined is not applied, and can be applied later'() {
        given:
        begin()
        write(FULL)

        when:
        verbs.apply().run(PLAN, { false }, ProgressListener.NONE)

        then:
        thrown(DeclinedException)

        when:
        apply()

        then:
        noExceptionThrown()
    }

    def 'a dry run says what it would do, and does not spend the plan'() {
        given:
        load()
        write(FULL)
        def dry = verbs.dryRun()

        expect:
        dry.apply().run(PLAN, YES, ProgressListener.NONE).planned()
        apply().hotCopies().size() == 1
    }

    def 'a plan that cannot be run is not written; an existing file is overwritten only when it is a plan'() {
        given:
        begin()

        expect:
        write(INCREMENTAL).file().empty
        Files.notExists(directory.resolve(PLAN))

        when:
        write(FULL)
        write(FULL)

        then:
        Files.isRegularFile(directory.resolve(PLAN))

        when:
        Files.writeString(directory.resolve(PLAN), 'my notes')
        write(FULL)

        then:
        def refused = thrown(HotCopyException)
        refused.message == "\"${directory.toAbsolutePath().resolve(PLAN)}\" exists and is no plan, " +
                'so it is not overwritten'
        Files.readString(directory.resolve(PLAN)) == 'my notes'
    }

    def 'a plan that had nothing to do does nothing, once'() {
        given:
        Files.writeString(directory.resolve('policy.groovy'), SmallBank.POLICY.replace('full\n', "full at: '01:00'\n"))
        begin()
        verbs.backup().run(BackupRequest.due(), YES, ProgressListener.NONE)

        when:
        def written = verbs.plan().text(BackupRequest.due(), Optional.of(PLAN))
        def applied = apply()

        then:
        written.plan().plan().satisfied
        applied.hotCopies() == []

        when:
        apply()

        then:
        def refused = thrown(HotCopyException)
        refused.message.startsWith('this plan has been applied')
    }

    private void begin() {
        load()
        verbs.start().run(StartRequest.of('bank'))
        verbs.createTable().run(new CreateTableRequest('accounts', [], Optional.empty()))
        verbs.put().run('accounts', '0', 'rich')
    }

    private void load() {
        assert verbs.load().run(new LoadRequest([Path.of('domain.groovy'), Path.of('policy.groovy')])).loaded()
    }

    private static BackupRequest request(HotCopyType type) {
        new BackupRequest(Optional.empty(), type, Optional.empty(), Pace.DEFAULT, false)
    }

    private PlanTextResult write(HotCopyType type) {
        verbs.plan().text(request(type), Optional.of(PLAN))
    }

    private BackupResult backup(HotCopyType type) {
        verbs.backup().run(request(type), YES, ProgressListener.NONE)
    }

    private BackupResult apply() {
        verbs.apply().run(PLAN, YES, ProgressListener.NONE)
    }

    private static String text(lines) {
        lines.all()*.toString().join('\n')
    }
}
