package io.hotcopy.verb

import io.hotcopy.problem.ProblemText
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** What {@code check} says of a policy that promises what its own words cannot keep: message, place, and what to do. */
class PromisesSpec extends Specification {

    @TempDir
    Path directory

    @AutoCleanup
    Verbs verbs

    def 'an rpo below the interval and what a run takes'() {
        expect:
        check('''\
            objectives rpo: 10.minutes
            full at: 'Sun 01:00'
            journal every: 15.minutes
            ''') == '''\
            policy.groovy:4:17: journal hot copies of backup group "east" begin every 15 min and take about 40 s: \
rpo 10.minutes cannot hold (15 min 40 s)
              4 | objectives rpo: 10.minutes
                |                 ^^^^^^^^^^
            HINT: Let journal hot copies of backup group "east" begin at most 9 min 20 s apart, or declare a longer rpo.
            '''.stripIndent()
    }

    def 'a retention shorter than the interval of the fulls'() {
        expect:
        check('''\
            full at: 'Sun 01:00'
            retain recoveryWindow: 2.days, minimum: 2
            ''') == '''\
            policy.groovy:5:24: the recovery window of 2 d is shorter than the 7 d from one full hot copy of backup \
group "east" to the next
              5 | retain recoveryWindow: 2.days, minimum: 2
                |                        ^^^^^^
            HINT: Write recoveryWindow: 7.days or more, or take full hot copies more often.
            '''.stripIndent()
    }

    def 'a directory that two fulls can share'() {
        expect:
        check('''\
            full at: 'Sun 01:00'
            incremental every: 1.hour
            onNoBaseSet full
            ''', "'b/{date}-{archive}'") == '''\
            policy.groovy:7:11: directory "b/{date}-{archive}" can be the same for two full hot copies: `onNoBaseSet \
full` may take one at any time
              7 | directory 'b/{date}-{archive}'
                |           ^^^^^^^^^^^^^^^^^^^^
            HINT: Write {time} into it, such as 'b/{date}T{time}-{archive}'.
            '''.stripIndent()
    }

    def 'a promise that cannot be kept is an error for check, and stops no backup'() {
        given:
        check('''\
            objectives rpo: 1.minute
            full
            journal every: 15.minutes
            ''')
        verbs.load().run(new LoadRequest([Path.of('domain.groovy'), Path.of('policy.groovy')]))

        when:
        def problems = verbs.plan().run(BackupRequest.full()).problems()

        then:
        problems.find { it.message().contains('rpo 1.minute cannot hold') }.error == false
        problems.every { !it.error }
    }

    /** 288 GB of journal a day are 3 GB in 15 minutes, 40 s at 75 MB a second. */
    private String check(String words, String pattern = "'b/{date}T{time}-{archive}'") {
        Files.createDirectories(directory.resolve('b'))
        Files.writeString(directory.resolve('domain.groovy'), '''\
            domain('bank') {
                region 'east', hosts: ['e1']
                database('ledger') {
                    transactionEngines hosts: ['e1']
                    storageManager archive: 0, host: 'e1', journalHotCopy: true
                    expect size: 1.GB, changesPerDay: 1.GB, journalPerDay: 288.GB
                    copyRate 75.MB
                }
            }
            '''.stripIndent())
        Files.writeString(directory.resolve('policy.groovy'), "policy('nightly') {\nprotects 'bank/ledger'\n" +
                "backupGroup 'east', archives: [0]\n${words.stripIndent()}directory $pattern\n}\n")
        verbs = TestVerbs.in(directory)
        def result = verbs.check().run(new CheckRequest(
                [Path.of('domain.groovy'), Path.of('policy.groovy')], Optional.empty()))
        ProblemText.of(result.problems().findAll { it.error }, result.texts())
    }
}
