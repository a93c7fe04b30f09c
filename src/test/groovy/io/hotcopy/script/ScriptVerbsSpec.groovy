package io.hotcopy.script

import io.hotcopy.verb.SmallBank
import io.hotcopy.verb.TestVerbs
import io.hotcopy.verb.Tree
import io.hotcopy.verb.Verbs
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

class ScriptVerbsSpec extends Specification {

    static final WHOLE_JOB = '''\
        load 'domain.groovy', 'policy.groovy'
        start 'bank'
        createTable 'accounts', groups: ['SG1', 'SG2'], partitions: 4
        put 'accounts', 4711, 'rich'
        workload.status()
        plan 'nightly', group: 'east'
        def copy = backup 'nightly', maxRate: 40.MB
        delete 'accounts', 4711
        def restored = restore copy, to: 'before'
        checkArchive 'before/archive-0'
        open restored, as: 'before'
        get 'before.accounts', 4711
        scan 'before.accounts', limit: 5
        count 'accounts'
        verify copy, depth: 'read'
        describe copy
        list()
        status()
        show 'archives'
        dropTable 'accounts'
        stop()
        '''.stripIndent()

    static final TOPICS = ['''did you mean 'archives'?''', 'there is: domain, archives, storage-groups, policies']

    @TempDir
    Path directory

    @AutoCleanup
    Verbs verbs

    def output = new TestOutput(new StringWriter())

    def setup() {
        SmallBank.writeInto(directory)
        verbs = TestVerbs.in(directory)
    }

    def "a script does the whole job, and every result is shown in its turn"() {
        when:
        run(verbs, WHOLE_JOB)

        then:
        output.results*.class*.simpleName == [
            'LoadResult', 'StartResult', 'TableResult', 'WriteResult', 'WorkloadResult', 'PlanResult', 'PlanResult',
            'BackupResult', 'WriteResult', 'RestoreResult', 'CheckArchiveResult', 'OpenResult', 'GetResult',
            'ScanResult', 'CountResult', 'VerifyResult', 'DescribeResult', 'ListResult', 'StatusResult', 'Archives',
            'TableResult', 'StopResult',
        ]
        output.results.find { it.class.simpleName == 'GetResult' }.value().get() == 'rich'
        output.results.find { it.class.simpleName == 'VerifyResult' }.valid()
    }

    def "the same script in a dry run touches nothing"() {
        given:
        def before = Tree.of(directory)

        when:
        run(verbs.dryRun(), WHOLE_JOB)

        then:
        output.results.findAll { it.planned() }.size() == 17
        Tree.of(directory) == before
    }

    def "#line is refused"() {
        when:
        run(verbs, line)

        then:
        def trouble = thrown(ScriptException)
        trouble.problems()[0].message() == message
        trouble.problems()[0].hints() == hints

        where:
        line                                         | hints
        "backup maxRat: 3"                           | ['did you mean `maxRate:`?',
                                                        'it takes: run, for, group, maxRate, minRate, partial, timeout']
        "backup maxRate: 'fast'"                     | []
        "restore 'latest'"                           | []
        "restore to: 'x', toCommit: 1, beforeCommit: 2" | []
        "restore to: 'x', element: 'e'"              | []
        "open 'x'"                                   | []
        "show 'archivs'"                             | TOPICS
        "plan 'a', 'b'"                              | []
        "plan(['a'])"                                | []
        "expire 'a', 'b'"                            | []
        "expire(['a', 'b'])"                         | []
        "expire([])"                                 | []
        "expire([], restorableFrom: '2026-11-22T10:00')" | []
        "expire(null)"                               | []
        "start 'bank'"                               | ['load FILE reads declarations']

        message << [
            'backup takes no `maxRat:`',
            'backup takes a whole number for `maxRate:`, not "fast"',
            'restore needs `to:`',
            'restore takes one of `toTime:`, `toCommit:`, `beforeCommit:` and `element:`',
            'restore: Invalid UUID string: e',
            'open needs `as:`',
            "show knows no 'archivs'",
            'plan takes one WHAT at most',
            'plan takes one WHAT, not the list [a]',
            'expire takes one WHAT at most',
            'expire takes one WHAT, not the list [a, b]',
            'expire takes one WHAT, not the list []',
            'expire takes one WHAT, not the list []',
            'expire takes one WHAT, not null',
            'no domain "bank" is declared',
        ]
    }

    def "words of the language are closures here, and their problems are told before anything runs"() {
        when:
        run(verbs, '''\
            domain('mini') {
                region 'r', hosts: ['h']
                database('d') {
                    transactionEngines hosts: ['h']
                    storageManager archive: 0, host: 'h'
                }
            }
            show 'domain'
            '''.stripIndent())

        then:
        output.results[1].domains()*.name() == ['mini']

        when:
        run(verbs, "domain('other') { regoin 'r', hosts: ['h'] }")

        then:
        def trouble = thrown(ScriptException)
        trouble.problems()[0].message() == 'the declarations have errors, nothing was loaded'
        output.results.last().problems()[0].message().startsWith('unknown word `regoin`')
    }

    private void run(Verbs over, String text) {
        new ScriptRunner(over, output).run(new ScriptText('job.groovy', directory, text), [])
    }
}
