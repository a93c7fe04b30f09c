package io.hotcopy.verb

import io.hotcopy.problem.HotCopyException
import io.hotcopy.progress.ProgressListener
import io.hotcopy.recovery.RestoreTarget
import java.nio.file.Path
import java.util.concurrent.locks.LockSupport
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** The bank shares its table with people, who may put anything there. */
class WorkloadSpec extends Specification {

    static final REQUEST = new WorkloadRequest(Optional.empty(), Optional.of(50), Optional.empty(), Optional.of(2))

    @TempDir
    Path directory

    @AutoCleanup
    Verbs verbs

    def setup() {
        SmallBank.writeInto(directory)
        verbs = TestVerbs.in(directory)
        verbs.load().run(new LoadRequest([Path.of('domain.groovy'), Path.of('policy.groovy')]))
        verbs.start().run(StartRequest.of('bank'))
    }

    def "an empty table is filled, with the partitions it has"() {
        given:
        verbs.createTable().run(new CreateTableRequest('accounts', ['SG2'], Optional.empty()))

        when:
        start()

        then:
        verbs.count().run('accounts').records() == 50
    }

    def "a table that holds something else is left as it is, and the workload refused"() {
        given:
        verbs.createTable().run(new CreateTableRequest('accounts', [], Optional.empty()))
        verbs.put().run('accounts', '7', 'rich')

        when:
        start()

        then:
        def refused = thrown(HotCopyException)
        refused.message == 'table "accounts" holds 0 of the bank\'s accounts 0 to 49; no money can be moved'
        refused.hints()[0].startsWith('drop table accounts, or delete what it holds')
        verbs.count().run('accounts').records() == 1
        verbs.workload().status() == WorkloadResult.NONE
    }

    def "a copy of what the bank alone wrote equals its ledger"() {
        given:
        worked()

        expect:
        check().equal()
    }

    def "what people put into the table is a difference, named by its key"() {
        given:
        worked()
        verbs.put().run('accounts', key, 'x')

        when:
        def verdict = check()

        then:
        !verdict.equal()
        verdict.differences() == [difference]

        where:
        key          | difference
        'abc'        | 'key "abc" is not expected or was given twice'
        '007'        | 'key "007" is not expected or was given twice'
        '-1'         | 'key "-1" is not expected or was given twice'
        '4711'       | 'key "4711" is not expected or was given twice'
        '0xff00'     | 'key 0xff00 is not expected or was given twice'
        '9999999999' | 'key "9999999999" is not expected or was given twice'
        '7'          | 'key "7" holds what is no account'
    }

    private void start() {
        verbs.workload().start(REQUEST, ProgressListener.NONE)
    }

    /** Lets the bank make some transfers. */
    private void worked() {
        start()
        while (verbs.workload().status().figures().get().commits() < 20) {
            LockSupport.parkNanos(100_000)
        }
        verbs.workload().stop()
    }

    /** What the ledger says of a copy, restored and opened. */
    private check() {
        verbs.backup().run(BackupRequest.full(), { true }, ProgressListener.NONE)
        def request = new RestoreRequest(SetRequest.of('latest'), Path.of('restored'), new RestoreTarget.Latest())
        verbs.restore().run(request, { true }, ProgressListener.NONE)
        verbs.open().run(new OpenRequest([Path.of('restored')], 'restored'))
        verbs.workload().check('restored').verdict().get()
    }
}
