// Storage groups in two regions (figure 2 of the reference): no archive holds the whole database.
//
// So several are copied together, in one coordinated hot copy whose sets are consistent with each other: a backup
// collection. Archives 0 and 1 hold SG1, SG2 and SG3 between them (SG1 in both, which is fine); archives 3 and 4 do the
// same in the other region, so that a lost region leaves a complete collection and goes on being backed up.
//
// Try it:  hotcopy check policies/storage-groups-two-regions.groovy

domain('acme') {
    embedded home: 'data/acme'

    region 'east',  hosts: ['e1', 'e2', 'e3']
    region 'west',  hosts: ['w1', 'w2', 'w3']
    region 'third', hosts: ['t1']                      // tie-breaker

    database('test') {
        storageGroups 'SG1', 'SG2', 'SG3'
        transactionEngines hosts: ['e1', 'w1', 't1']

        storageManager archive: 0, host: 'e1', serves: ['SG1', 'SG2'], journalHotCopy: true
        storageManager archive: 1, host: 'e2', serves: ['SG1', 'SG3'], journalHotCopy: true
        storageManager archive: 2, host: 'e3', serves: ['SG2', 'SG3']
        storageManager archive: 3, host: 'w1', serves: ['SG1', 'SG2'], journalHotCopy: true
        storageManager archive: 4, host: 'w2', serves: ['SG1', 'SG3'], journalHotCopy: true
        storageManager archive: 5, host: 'w3', serves: ['SG2', 'SG3']

        expect storageGroup: 'SG1', size: 3.GB, changesPerDay: 1.GB, journalPerDay: 4.GB
        expect storageGroup: 'SG2', size: 1.GB, changesPerDay: 200.MB, journalPerDay: 1.GB
        expect storageGroup: 'SG3', size: 2.GB, changesPerDay: 500.MB, journalPerDay: 2.GB
        copyRate 200.MB
    }
}

policy('acme-nightly') {
    protects   'acme/test'
    timeZone   'Europe/Berlin'
    objectives rpo: 15.minutes, rto: 2.hours

    backupGroup 'east', archives: [0, 1]               // together they hold SG1, SG2, SG3: one coordinated hot copy
    backupGroup 'west', archives: [3, 4]               // the same in the other region

    full        at: 'Sun 01:00'
    incremental every: 1.hour, interleaved: true   // east on even hours, west on odd
    journal     every: 10.minutes                      // both groups, so that losing a region costs nothing more

    onNoBaseSet        full
    onJournalSuspended incremental
    onArchiveDown      'west'                          // a run of the east that lacks an archive goes to the west

    retain recoveryWindow: 14.days, minimum: 2

    directory 'backups/{group}/{database}-{date}T{time}-archive-{archive}'
}
