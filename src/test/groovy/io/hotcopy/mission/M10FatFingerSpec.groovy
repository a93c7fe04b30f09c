package io.hotcopy.mission

import static io.hotcopy.term.HotCopyType.FULL
import static io.hotcopy.term.HotCopyType.INCREMENTAL
import static io.hotcopy.term.HotCopyType.JOURNAL

import io.hotcopy.progress.ProgressListener
import io.hotcopy.recovery.RestoreTarget.BeforeCommit
import io.hotcopy.restore.JournalHit.Action
import io.hotcopy.term.CommitNumber
import io.hotcopy.verb.JournalSearchRequest
import io.hotcopy.verb.SetRequest
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** M10: journal hot copies and a restore to a point in time repair what fat fingers did, long after the full. */
class M10FatFingerSpec extends Specification {

    @TempDir
    Path directory
    @AutoCleanup
    LiveBank bank

    def setup() {
        bank = new LiveBank(directory, LiveBank.THREE_GROUPS, [pair: [0, 1]])
        bank.put('4711', 'rich')
        bank.work()
        bank.backup('pair', FULL)
        bank.work()
        bank.backup('pair', INCREMENTAL)
        bank.work()
        bank.backup('pair', JOURNAL)
        bank.work()
    }

    def 'a row deleted in error is found by its key, read from the state just before, and put back'() {
        given:
        def mistake = bank.delete('4711')
        bank.work()
        bank.backup('pair', JOURNAL)

        when:
        def hit = search('4711')

        then:
        hit.action() == Action.DELETE
        hit.commit() == mistake

        when:
        def rows = bank.restoredRows(new BeforeCommit(hit.commit()))

        then: 'everything is there that was there before, and nothing of later'
        rows == bank.stateAt(previous(mistake))
        rows['4711'] == 'rich'

        when:
        bank.put('4711', rows['4711'])

        then: 'the work done since the mistake is kept'
        bank.database().begin().withCloseable { it.count('accounts') } == bank.states.lastEntry().value.size()
    }

    def 'a table dropped in error is found, and restored with all its rows'() {
        given:
        def drop = bank.dropTable()
        bank.createTable('others')
        bank.backup('pair', JOURNAL)

        when:
        def hit = search(null)

        then:
        hit.action() == Action.TABLE_DROPPED
        hit.commit() == drop

        when:
        def rows = bank.restoredRows(new BeforeCommit(hit.commit()))

        then:
        rows == bank.stateAt(previous(drop))
        rows.size() > 20
    }

    private static CommitNumber previous(CommitNumber commit) {
        new CommitNumber(commit.value() - 1)
    }

    private search(String key) {
        bank.verbs.journalSearch().run(
            new JournalSearchRequest(SetRequest.of('latest'), 'accounts', Optional.ofNullable(key), 20),
            ProgressListener.NONE).hits()[0]
    }
}
