package io.hotcopy.verb

import java.nio.file.Files
import java.nio.file.Path

/** Two regions of two archives each and a tie-breaker; every storage group is served in both; a policy copies each. */
class TwoRegions {

    static final DOMAIN = '''\
        domain('bank') {
            embedded home: 'data'
            region 'east', hosts: ['e1', 'e2']
            region 'west', hosts: ['w1', 'w2']
            region 'third', hosts: ['t1']
            database('ledger') {
                storageGroups 'SG1', 'SG2'
                transactionEngines hosts: ['e1', 'w1', 't1']
                storageManager archive: 0, host: 'e1', serves: ['SG1'], journalHotCopy: true
                storageManager archive: 1, host: 'e2', serves: ['SG2'], journalHotCopy: true
                storageManager archive: 2, host: 'w1', serves: ['SG1'], journalHotCopy: true
                storageManager archive: 3, host: 'w2', serves: ['SG2'], journalHotCopy: true
            }
        }
        '''.stripIndent()

    static final POLICY = '''\
        policy('nightly') {
            protects 'bank/ledger'
            backupGroup 'east', archives: [0, 1]
            backupGroup 'west', archives: [2, 3]
            full
            incremental
            journal
            directory 'backups/{date}T{time}-archive-{archive}'
        }
        '''.stripIndent()

    /** Fulls weekly, incrementals hourly, journals every 15 minutes, and promises that this keeps. */
    static final SCHEDULED = '''\
        policy('nightly') {
            protects 'bank/ledger'
            timeZone 'Europe/Berlin'
            objectives rpo: 20.minutes, rto: 1.hour
            backupGroup 'east', archives: [0, 1]
            backupGroup 'west', archives: [2, 3]
            full at: 'Sun 01:00'
            incremental every: 1.hour
            journal every: 15.minutes
            onNoBaseSet full
            onJournalSuspended incremental
            onArchiveDown skip
            directory 'backups/{group}-{date}T{time}-archive-{archive}'
        }
        '''.stripIndent()

    /** Verbs over a started domain. */
    static Verbs started(Path directory, String domain = DOMAIN) {
        Files.writeString(directory.resolve('domain.groovy'), domain)
        Files.writeString(directory.resolve('policy.groovy'), POLICY)
        Files.createDirectories(directory.resolve('backups'))
        Verbs verbs = TestVerbs.in(directory)
        assert verbs.load().run(new LoadRequest([Path.of('domain.groovy'), Path.of('policy.groovy')])).loaded()
        verbs.start().run(StartRequest.of('bank'))
        verbs.createTable().run(new CreateTableRequest('accounts', [], Optional.empty()))
        verbs
    }
}
