// Interleaved: two archives take turns, so that together there is a copy twice as often at the same cost for each.
//
// East takes its incremental on even hours, west on odd; journals alternate every 15 minutes. So each archive is copied
// every half hour, and one of the two sets is never older than 15 minutes. While one group is down, the other goes on
// at its own turns: the gap is then 30 minutes, which is what the objective allows for.
//
// Try it:  hotcopy check policies/interleaved.groovy

domain('turns') {
    embedded home: 'data/turns'

    region 'east',  hosts: ['e1', 'e2']
    region 'west',  hosts: ['w1', 'w2']
    region 'third', hosts: ['t1']

    database('test') {
        transactionEngines hosts: ['e1', 'w1', 't1']

        storageManager archive: 0, host: 'e1', journalHotCopy: true
        storageManager archive: 1, host: 'e2'
        storageManager archive: 2, host: 'w1', journalHotCopy: true
        storageManager archive: 3, host: 'w2'

        expect size: 5.GB, changesPerDay: 3.GB, journalPerDay: 6.GB
        copyRate 200.MB
    }
}

policy('turns') {
    protects   'turns/test'
    timeZone   'Europe/Berlin'
    objectives rpo: 40.minutes, rto: 1.hour

    backupGroup 'east', archives: [0]                  // the order of the groups is the order of their turns
    backupGroup 'west', archives: [2]

    full        at: 'Sun 01:00'                        // both: each needs a base of its own
    incremental every: 1.hour, interleaved: true       // each every two hours
    journal     every: 15.minutes, interleaved: true   // each every half hour

    onNoBaseSet        full
    onJournalSuspended incremental
    onArchiveDown      skip
    onOverlap          wait                            // a turn that meets a running copy waits for it

    retain recoveryWindow: 14.days, minimum: 2

    directory 'backups/{region}/{database}-{date}T{time}-archive-{archive}'
}
