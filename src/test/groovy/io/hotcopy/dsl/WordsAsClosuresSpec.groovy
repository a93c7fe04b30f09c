package io.hotcopy.dsl

import io.hotcopy.model.Declarations
import io.hotcopy.term.ByteSize
import spock.lang.Specification

import java.nio.file.Path
import java.time.Duration

/** The words of declarations in scripts and specifications, where they run as closures. */
class WordsAsClosuresSpec extends Specification {
    static final Path DIRECTORY = Path.of('examples/bank')

    WordRecorder recorder = new WordRecorder(DIRECTORY)
    String ofTheProgram = 'e3'

    def 'closures declare what a text declares'() {
        when:
        recorder.domain('bank') {
            embedded home: 'data'
            region 'east', hosts: ['e1', 'e2', 'e3']
            database('ledger') {
                storageGroups 'SG1', 'SG2', 'SG3'
                transactionEngines hosts: ['e1']
                storageManager archive: 0, host: 'e1', serves: ['SG1', 'SG2'], journalHotCopy: true
                storageManager archive: 1, host: 'e2', serves: ['SG1', 'SG3']
            }
        }
        recorder.policy('nightly') {
            protects 'bank/ledger'
            backupGroup 'east', archives: [0, 1]
            full
            incremental
            journal
            onNoBaseSet full
            onJournalSuspended incremental
            directory 'backups/{archive}'
        }

        then:
        compile().declarations() == Declared.files('examples/bank/bank.groovy': '''\
            domain('bank') {
                embedded home: 'data'
                region 'east', hosts: ['e1', 'e2', 'e3']
                database('ledger') {
                    storageGroups 'SG1', 'SG2', 'SG3'
                    transactionEngines hosts: ['e1']
                    storageManager archive: 0, host: 'e1', serves: ['SG1', 'SG2'], journalHotCopy: true
                    storageManager archive: 1, host: 'e2', serves: ['SG1', 'SG3']
                }
            }
            policy('nightly') {
                protects 'bank/ledger'
                backupGroup 'east', archives: [0, 1]
                full
                incremental
                journal
                onNoBaseSet full
                onJournalSuspended incremental
                directory 'backups/{archive}'
            }
            ''').declarations()
    }

    def 'policies build on each other, and sizes are expected, as in a text'() {
        when:
        recorder.domain('bank') {
            region 'east', hosts: ['e1', 'e2']
            database('ledger') {
                transactionEngines hosts: ['e1']
                storageManager archive: 0, host: 'e1'
                expect size: 100.GB, changesPerDay: 2.GB, journalPerDay: 6.GB
                copyRate 200.MB
            }
        }
        recorder.policy('base') {
            full at: 'Sun 01:00'
            onFailure retry, times: 2, after: 5.minutes
            directory '{archive}'
        }
        recorder.policy('nightly', from: 'base') {
            protects 'bank/ledger'
            backupGroup 'one', archives: [0], shared: true
        }

        then:
        compile().problems().empty
        compile().declarations() == Declared.files('examples/bank/bank.groovy': '''
            domain('bank') {
                region 'east', hosts: ['e1', 'e2']
                database('ledger') {
                    transactionEngines hosts: ['e1']
                    storageManager archive: 0, host: 'e1'
                    expect size: 100.GB, changesPerDay: 2.GB, journalPerDay: 6.GB
                    copyRate 200.MB
                }
            }
            policy('nightly') {
                protects 'bank/ledger'
                backupGroup 'one', archives: [0], shared: true
                full at: 'Sun 01:00'
                onFailure retry, times: 2, after: 5.minutes
                directory '{archive}'
            }
            ''').declarations()
    }

    def 'values of the program around may be used, computed as one likes'() {
        given:
        int count = 2

        when:
        recorder.domain('bank') {
            region 'east', hosts: (1..count).collect { "e$it" } + ofTheProgram
            database('ledger') {
                transactionEngines hosts: ['e1']
                count.times { storageManager archive: it, host: "e${it + 1}" }
            }
        }

        then:
        compile().declarations().domain('bank').get().region('east').get().hosts() == ['e1', 'e2', 'e3']
    }

    def 'durations and sizes are written as in a text'() {
        expect:
        15.minutes == Duration.ofMinutes(15)
        1.hour + 30.minutes == Duration.ofMinutes(90)
        1.5.GB == new ByteSize(1_500_000_000)
    }

    def 'mistakes are found by the same checker, at the line of the word'() {
        when:
        recorder.domain('bank') {
            regio 'east', hosts: ['e1']
            region 'west', hosts: 'w1'
            ful
            region north, hosts: [7]
            database('ledger') {
                transactionEngines hosts: ['e1']
                domain('inner') { }
                storageManager archive: new Date(0), host: 'e1'
            }
        }
        int line = compile().problems()[0].span().get().line()

        then:
        compile().problems().collect { "${it.span().get().line() - line} ${it.message()}" as String } == [
                "0 unknown word `regio` in domain 'bank'",
                "1 `hosts:` of `region` takes a list of names, not 'w1'",
                "2 unknown word `ful` in domain 'bank'",
                '3 `region` takes a name, not the unknown name `north`',
                '3 `hosts:` of `region` takes names, not 7',
                "6 unknown word `domain` in database 'ledger'",
                '7 `archive:` of `storageManager` takes an archive number, not a Date']
        compile().problems().every { it.span().get().file() == 'WordsAsClosuresSpec.groovy' }
    }

    def 'the same closure may be used twice'() {
        given:
        Closure body = {
            region 'east', hosts: ['e1']
            database('ledger') {
                transactionEngines hosts: ['e1']
                storageManager archive: 0, host: 'e1'
            }
        }

        when:
        recorder.domain('one', body)
        recorder.domain('two', body)

        then:
        compile().declarations().domains()*.name() == ['one', 'two']
        body.delegate.is(this)
    }

    def 'files may be included'() {
        when:
        recorder.include('bank.groovy')

        then:
        new PolicyCompiler({ Path file ->
            assert file == Path.of('examples/bank/bank.groovy')
            Declared.BANK
        }).compile(recorder, Declarations.NONE).declarations().domain('bank').present
    }

    private Compilation compile() {
        new PolicyCompiler({ throw new IOException('no file is read here') }).compile(recorder, Declarations.NONE)
    }
}
