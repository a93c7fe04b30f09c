// For the archive: the last days, weeks and months are kept, and one set whatever happens.
//
// Every commit of the last 8 days can be restored; beyond that the last set of each of 14 days, 8 weeks and 24 months
// is left. A full a day, so that each of these is one set that needs no other. `hold` keeps a set that `retain`
// would let go.
//
// Both policies share their words by a template: what a policy does not say itself, it has from the one named `from`.
//
// Try it:  hotcopy check policies/daily-weekly-monthly.groovy

domain('records') {
    embedded home: 'data/records'

    region 'east',  hosts: ['e1']
    region 'west',  hosts: ['w1']
    region 'third', hosts: ['t1']

    database('files') {
        transactionEngines hosts: ['e1', 'w1', 't1']

        storageManager archive: 0, host: 'e1', journalHotCopy: true
        storageManager archive: 1, host: 'w1', journalHotCopy: true

        expect size: 3.GB, changesPerDay: 50.MB, journalPerDay: 100.MB
        copyRate 150.MB
    }
}

policy('kept-long') {                                  // a template: it protects nothing itself
    timeZone 'Europe/Berlin'

    onNoBaseSet        full
    onJournalSuspended incremental
    onArchiveDown      skip

    retain recoveryWindow: 8.days, minimum: 3, daily: 14, weekly: 8, monthly: 24
}

policy('records-daily', from: 'kept-long') {
    protects   'records/files'
    objectives rpo: 90.minutes, rto: 1.hour

    backupGroup 'east', archives: [0]
    backupGroup 'west', archives: [1], shared: true    // on storage of both regions: not lost with its own

    full    cron: '0 1 * * *'                          // the same as at: '01:00'
    journal every: 1.hour

    onJournalSuspended full                            // said here, so not as in the template: there is no incremental

    hold '2026-01-31T010000', until: '2036-02-01', because: 'closing of the year 2025'

    directory 'backups/{group}/{database}-{date}T{time}-archive-{archive}'
}
