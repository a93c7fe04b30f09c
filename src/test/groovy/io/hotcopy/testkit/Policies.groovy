package io.hotcopy.testkit

/** Policies that specifications of the testkit are about. */
class Policies {

    /** Two regions of two archives each, a tie-breaker, and two storage groups. */
    static final String TWO_REGIONS = '''\
        domain('shop') {
            embedded home: 'data/shop'
            region 'east',  hosts: ['e1', 'e2']
            region 'west',  hosts: ['w1', 'w2']
            region 'third', hosts: ['t1']
            database('orders') {
                storageGroups 'SG1', 'SG2'
                transactionEngines hosts: ['e1', 'w1', 't1']
                storageManager archive: 0, host: 'e1', serves: ['SG1'], journalHotCopy: true
                storageManager archive: 1, host: 'e2', serves: ['SG2'], journalHotCopy: true
                storageManager archive: 2, host: 'w1', serves: ['SG1'], journalHotCopy: true
                storageManager archive: 3, host: 'w2', serves: ['SG2'], journalHotCopy: true
                expect size: 12.GB, changesPerDay: 2.GB, journalPerDay: 4.GB
                copyRate 100.MB
            }
        }
        policy('nightly') {
            protects   'shop/orders'
            timeZone   'Europe/Berlin'
            objectives rpo: 20.minutes, rto: 1.hour
            backupGroup 'east', archives: [0, 1]
            backupGroup 'west', archives: [2, 3]
            full        at: '01:00'
            incremental every: 1.hour
            journal     every: 15.minutes
            onNoBaseSet        full
            onJournalSuspended incremental
            onArchiveDown      'west'
            onOverlap          OVERLAP
            directory '/backups/{group}/{database}-{date}T{time}-archive-{archive}'
        }
        '''.stripIndent()

    static PolicyFixture twoRegions(String onOverlap = 'wait') {
        PolicyFixture.ofText(TWO_REGIONS.replace('OVERLAP', onOverlap))
    }
}
