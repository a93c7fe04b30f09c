package io.hotcopy.dsl

import io.hotcopy.model.Declarations
import spock.lang.Specification

import java.nio.file.Path

/** YAML is the second spelling of the language: the same words, the same model. */
class YamlReadingSpec extends Specification {

    private static final String GROOVY = '''\
        domain('acme') {
            embedded home: 'data/acme'
            region 'east', hosts: ['e1', 'e2']
            region 'west', hosts: ['w1']
            database('test') {
                storageGroups 'SG1', 'SG2'
                transactionEngines hosts: ['e1']
                storageManager archive: 0, host: 'e1', serves: ['SG1'], journalHotCopy: true
                storageManager archive: 1, host: 'e2', serves: ['SG2'], journalHotCopy: true
                storageManager archive: 2, host: 'w1', serves: ['SG1', 'SG2'], journalHotCopy: true
                expect storageGroup: 'SG1', size: 100.GB, changesPerDay: 2.5.GB, journalPerDay: 6.GB
                copyRate 200.MB
            }
        }
        policy('base') {
            protects 'acme/test'
            full
        }
        policy('nightly', from: 'base') {
            timeZone 'Europe/Berlin'
            objectives rpo: 15.minutes, rto: 1.hour
            backupGroup 'east', archives: [0, 1]
            backupGroup 'west', archives: [2], shared: true
            full at: 'Sun 01:00'
            incremental every: 1.hour, interleaved: true
            journal cron: '*/5 * * * *'
            onNoBaseSet full
            onJournalSuspended incremental
            onArchiveDown 'west'
            onOverlap skip
            onFailure retry, times: 2, after: 90.seconds
            onMissed skip, after: 1.hour
            outage 12.hours
            retain recoveryWindow: 14.days, minimum: 2, daily: 7
            hold 'SETWORD', until: '2027-01-01', because: 'audit'
            directory 'backups/{group}/{database}-{date}T{time}-archive-{archive}'
        }
        '''

    private static final String YAML = '''\
        domain:
          acme:
            embedded: {home: data/acme}
            region:
              east: {hosts: [e1, e2]}
              west:
                hosts:
                - w1
            database:
              test:
                storageGroups: [SG1, SG2]
                transactionEngines: {hosts: [e1]}
                storageManager:
                  - {archive: 0, host: e1, serves: [SG1], journalHotCopy: true}
                  - {archive: 1, host: e2, serves: [SG2], journalHotCopy: true}
                  - archive: 2
                    host: w1
                    serves: [SG1, SG2]
                    journalHotCopy: true
                expect: {storageGroup: SG1, size: 100.GB, changesPerDay: 2.5.GB, journalPerDay: 6.GB}
                copyRate: 200.MB
        policy:
          base:
            protects: acme/test
            full:
          nightly:
            from: base
            timeZone: Europe/Berlin
            objectives: {rpo: 15.minutes, rto: 1.hour}
            backupGroup:
              east: {archives: [0, 1]}
              west: {archives: [2], shared: true}
            full: {at: Sun 01:00}
            incremental: {every: 1.hour, interleaved: true}
            journal: {cron: '*/5 * * * *'}
            onNoBaseSet: full
            onJournalSuspended: incremental
            onArchiveDown: west
            onOverlap: skip
            onFailure: {retry: {times: 2, after: 90.seconds}}
            onMissed: {skip: {after: 1.hour}}
            outage: 12.hours
            retain: {recoveryWindow: 14.days, minimum: 2, daily: 7}
            hold:
              SETWORD: {until: 2027-01-01, because: audit}
            directory: 'backups/{group}/{database}-{date}T{time}-archive-{archive}'
        '''

    def 'every word, in both spellings, is the same model'() {
        expect:
        yaml(YAML) == groovy(GROOVY)
    }

    def 'each spelling can be written from the other, and read again'() {
        given:
        Declarations model = groovy(GROOVY)

        expect:
        yaml(DeclarationText.of(model, Spelling.YAML, Path.of(''))) == model
        groovy(DeclarationText.of(model, Spelling.GROOVY, Path.of(''))) == model
    }

    def 'texts need no quotes where a text is expected: what YAML versions read differently keeps its meaning'() {
        expect:
        yaml(YAML.replace('[e1, e2]', '[e1, e2, no, 012, 1_000]').replace('Sun 01:00', '01:30')) ==
            groovy(GROOVY.replace("['e1', 'e2']", "['e1', 'e2', 'no', '012', '1_000']")
                .replace('Sun 01:00', '01:30'))
    }

    def 'a file includes one of the other spelling'() {
        given:
        String words = "protects 'bank/ledger'\nfull\nbackupGroup 'all', archives: [2]\ndirectory '{archive}'"
        String keys = "{protects: bank/ledger, full: , backupGroup: {all: {archives: [2]}}, directory: '{archive}'}"

        expect:
        Declared.files('a.yaml': "include: bank.groovy\npolicy: {x: $keys}", 'bank.groovy': Declared.BANK)
                .compileFirst().declarations().policies()*.name() == ['x']
        Declared.files(
                'a.groovy': "include 'b.yml'\npolicy('x') {\n$words\n}", 'b.yml': 'include: [bank.groovy]',
                'bank.groovy': Declared.BANK).compileFirst().declarations().policies()*.name() == ['x']
    }

    private static Declarations yaml(String text) {
        Declared.files('acme.yaml': text).declarations()
    }

    private static Declarations groovy(String text) {
        Declared.files('acme.groovy': text).declarations()
    }
}
