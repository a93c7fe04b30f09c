package io.hotcopy.verb

import io.hotcopy.problem.HotCopyException
import io.hotcopy.progress.ProgressListener
import io.hotcopy.recovery.RestoreTarget
import io.hotcopy.restore.JournalHit.Action
import java.nio.file.Path
import java.time.Duration
import java.time.Instant
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** M10, as far as one full goes: the journal copied with it knows every commit since its pin point. */
class JournalSearchSpec extends Specification {

    static final Confirmation YES = { preview -> true }

    @TempDir
    Path directory

    @AutoCleanup
    Verbs verbs

    def setup() {
        SmallBank.writeInto(directory)
        verbs = TestVerbs.in(directory)
        verbs.load().run(new LoadRequest([Path.of('domain.groovy'), Path.of('policy.groovy')]))
        verbs.start().run(StartRequest.of('bank'))
        verbs.createTable().run(new CreateTableRequest('accounts', [], Optional.empty()))
    }

    def "M10: the commit that deleted a row is found, and the state before it restored and read"() {
        given:
        verbs.put().run('accounts', '4711', 'rich')
        verbs.put().run('accounts', '4712', 'poor')
        def mistake = verbs.delete().run('accounts', '4711').commit().get()
        verbs.put().run('accounts', '4712', 'richer')
        verbs.backup().run(BackupRequest.full(), YES, ProgressListener.NONE)

        when:
        def found = search('accounts', '4711')

        then: 'newest first, each commit once although both archives carry the schema'
        found.hits()*.action() == [Action.DELETE, Action.PUT, Action.TABLE_CREATED]
        found.hits()[0].commit() == mistake
        found.hits()[0].key().get() == '4711'
        !found.more()

        when:
        restore(new RestoreTarget.BeforeCommit(mistake), Optional.empty())
        verbs.open().run(new OpenRequest([Path.of('before')], 'before'))

        then:
        verbs.get().run('before.accounts', '4711').value().get() == 'rich'
        verbs.get().run('before.accounts', '4712').value().get() == 'poor'
    }

    def "M10: the commit that dropped a whole table is found, and the table restored"() {
        given:
        verbs.put().run('accounts', '4711', 'rich')
        verbs.dropTable().run('accounts')
        verbs.backup().run(BackupRequest.full(), YES, ProgressListener.NONE)

        when:
        def drop = search('accounts', null).hits()[0]

        then:
        drop.action() == Action.TABLE_DROPPED

        when:
        restore(new RestoreTarget.BeforeCommit(drop.commit()), Optional.empty())
        verbs.open().run(new OpenRequest([Path.of('before')], 'before'))

        then:
        verbs.count().run('before.accounts').records() == 1
    }

    def "a search tells no more than was asked for, and that there is more"() {
        given:
        5.times { verbs.put().run('accounts', '4711', "value $it") }
        verbs.backup().run(BackupRequest.full(), YES, ProgressListener.NONE)

        when:
        def found = verbs.journalSearch().run(
                new JournalSearchRequest(SetRequest.of('latest'), 'accounts', Optional.empty(), 2),
                ProgressListener.NONE)

        then:
        found.hits().size() == 2
        found.more()
        found.hits()*.commit() == found.hits()*.commit().sort().reverse()
    }

    def "a table that never was is refused, naming those that were"() {
        given:
        verbs.backup().run(BackupRequest.full(), YES, ProgressListener.NONE)

        when:
        search('acounts', null)

        then:
        def trouble = thrown(HotCopyException)
        trouble.message == 'no table "acounts" is known in these backup sets'
        trouble.hints() == ['Tables that are, or were: accounts.']
    }

    def "--to-time means the commit that was the newest then; the preview tells it"() {
        given:
        verbs.put().run('accounts', '4711', 'rich')
        def mistake = verbs.delete().run('accounts', '4711').commit().get()
        verbs.backup().run(BackupRequest.full(), YES, ProgressListener.NONE)
        def hit = search('accounts', '4711').hits()[0]
        def justBefore = hit.time().minus(Duration.ofNanos(1000))

        when:
        def preview = verbs.preview().run(
                new PreviewRequest(SetRequest.of(), new RestoreTarget.Latest(), Optional.of(justBefore)))

        then:
        preview.plan().get().target() < mistake

        when:
        def restored = restore(new RestoreTarget.Latest(), Optional.of(justBefore))
        verbs.open().run(new OpenRequest([Path.of('before')], 'before'))

        then:
        restored.time().get() == justBefore
        restored.commit().get() == preview.plan().get().target()
        verbs.get().run('before.accounts', '4711').value().get() == 'rich'
    }

    def "'#text' is #instant"() {
        expect:
        InstantText.parse(text).toString() == instant

        where:
        text                        | instant
        '2026-11-22T10:00:00+01:00' | '2026-11-22T09:00:00Z'
        '2026-11-22 10:00'          | '2026-11-22T10:00:00Z'
        '2026-11-22T10:00:00.5Z'    | '2026-11-22T10:00:00.500Z'
    }

    def "'#text' is no time"() {
        when:
        InstantText.parse(text)

        then:
        def trouble = thrown(HotCopyException)
        trouble.message == "\"$text\" is no time"

        where:
        text << ['yesterday', '2026-11-22', '']
    }

    private JournalSearchResult search(String table, String key) {
        verbs.journalSearch().run(
                new JournalSearchRequest(SetRequest.of('latest'), table, Optional.ofNullable(key), 20),
                ProgressListener.NONE)
    }

    private RestoreResult restore(RestoreTarget target, Optional<Instant> time) {
        def request = new RestoreRequest(SetRequest.of('latest'), Path.of('before'), target, time)
        verbs.restore().run(request, YES, ProgressListener.NONE)
    }
}
