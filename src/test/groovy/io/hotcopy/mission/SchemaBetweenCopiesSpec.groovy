package io.hotcopy.mission

import static io.hotcopy.term.HotCopyType.FULL
import static io.hotcopy.term.HotCopyType.INCREMENTAL
import static io.hotcopy.term.HotCopyType.JOURNAL

import io.hotcopy.driver.CopyRefusedException
import io.hotcopy.problem.HotCopyException
import io.hotcopy.recovery.RestoreTarget.ToCommit
import io.hotcopy.term.CommitNumber
import io.hotcopy.verb.CreateTableRequest
import io.hotcopy.verb.OpenRequest
import io.hotcopy.verb.ScanRequest
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** Schema (protocol §3): tables come and go between a full, an incremental and a journal copy. */
class SchemaBetweenCopiesSpec extends Specification {

    static final TABLES = ['accounts', 'early', 'late', 'latest']

    @TempDir
    Path directory
    @AutoCleanup
    LiveBank bank

    /** The tables at commits that will be restored. */
    Map<CommitNumber, Set<String>> tables = new TreeMap<>()

    def 'a restored state has the tables of its commit, and no rows of those that were dropped'() {
        given:
        bank = new LiveBank(directory, LiveBank.THREE_GROUPS, [pair: [0, 1]])
        bank.work()

        when: 'made and dropped around each type'
        bank.backup('pair', FULL)
        note()
        bank.createTable('early')
        bank.verbs.put().run('early', 'k', 'v')
        note()
        bank.backup('pair', INCREMENTAL)
        bank.verbs.dropTable().run('early')
        note()
        bank.dropTable()
        note()
        bank.createTable()
        bank.put('only', 'row')
        note()
        bank.backup('pair', JOURNAL)
        bank.createTable('late')
        note()
        bank.verbs.dropTable().run('late')
        note()
        bank.backup('pair', INCREMENTAL)
        bank.createTable('latest')
        bank.verbs.put().run('latest', 'k', 'v')
        note()
        bank.backup('pair', JOURNAL)

        then:
        tables.size() == 8
        tables.each { commit, expected ->
            def name = opened(commit)
            assert TABLES.findAll { has(name, it) } as Set == expected
            assert !expected.contains('accounts') || rows(name) == bank.stateAt(commit)
        }
    }

    def 'after a storage group was added the archives that serve it need a full before the next #type'() {
        given:
        bank = new LiveBank(directory, LiveBank.THREE_GROUPS, [pair: [0, 1]])
        bank.work()
        bank.backup('pair', FULL)
        def before = bank.work()
        bank.backup('pair', JOURNAL)
        def late = bank.plan('pair', type)

        when:
        bank.verbs.storageGroup().create('SG4', ['0'], Optional.empty())
        bank.verbs.createTable().run(new CreateTableRequest('wide', ['SG1', 'SG4'], Optional.of(4)))
        (0..<20).each { bank.verbs.put().run('wide', "$it", "in the new group $it") }
        bank.carryOut(late)

        then:
        CopyRefusedException refused = thrown()
        refused.hints().any { it.contains('full') }

        when:
        def full = bank.backup('pair', FULL)
        (20..<30).each { bank.verbs.put().run('wide', "$it", "in the new group $it") }
        def next = bank.backup('pair', type)

        then: 'the group is in what is restored from here on, and not in what lies before'
        wide(opened(full.cut())) == 20
        wide(opened(next.cut())) == 30
        rows(opened(before)) == bank.stateAt(before)
        !has("at$before", 'wide')

        where:
        type << [INCREMENTAL, JOURNAL]
    }

    private int wide(String name) {
        bank.verbs.count().run("${name}.wide").records()
    }

    private void note() {
        tables[bank.database().issued()] = bank.database().tables()*.name() as Set
    }

    private String opened(CommitNumber commit) {
        String name = "at$commit"
        bank.verbs.open().run(new OpenRequest([bank.restore(new ToCommit(commit)).to()], name))
        name
    }

    private boolean has(String name, String table) {
        try {
            bank.verbs.count().run("$name.$table")
            return true
        } catch (HotCopyException noTable) {
            assert noTable.message.contains(table)
            return false
        }
    }

    private Map<String, String> rows(String name) {
        bank.verbs.scan().run(new ScanRequest("${name}.accounts", Optional.empty(), 1_000)).records()
            .collectEntries { [it.key(), it.value()] }
    }
}
