// Two regions, no storage groups: every archive holds the whole database (figure 1 of the reference).
//
// One archive in each region is backed up, by a hot copy of its own: without storage groups a coordinated copy would
// cost more and give no more. When a storage manager is down, or a region is lost, the other goes on being backed up.
// The archives 1 and 3 are not copied at all: they carry the load.
//
// Try it:  hotcopy check policies/two-regions.groovy

domain('pair') {
    embedded home: 'data/pair'

    region 'east',  hosts: ['e1', 'e2']
    region 'west',  hosts: ['w1', 'w2']
    region 'third', hosts: ['t1']                      // tie-breaker: of two equal regions none has a majority

    database('test') {
        transactionEngines hosts: ['e1', 'w1', 't1']

        storageManager archive: 0, host: 'e1', journalHotCopy: true
        storageManager archive: 1, host: 'e2'
        storageManager archive: 2, host: 'w1', journalHotCopy: true
        storageManager archive: 3, host: 'w2'

        expect size: 6.GB, changesPerDay: 2.GB, journalPerDay: 4.GB
        copyRate 200.MB
    }
}

policy('pair-nightly') {
    protects   'pair/test'
    timeZone   'Europe/Berlin'
    objectives rpo: 20.minutes, rto: 2.hours

    backupGroup 'east', archives: [0]                  // one archive in each group: two copies, each complete
    backupGroup 'west', archives: [2]

    full        at: 'Sun 01:00'
    incremental every: 1.hour
    journal     every: 15.minutes

    onNoBaseSet        full
    onJournalSuspended incremental
    onArchiveDown      skip                            // the other group has the same data and runs anyway
    onFailure          retry, times: 2, after: 5.minutes

    retain recoveryWindow: 14.days, minimum: 2

    directory 'backups/{region}/{database}-{date}T{time}-archive-{archive}'
}
