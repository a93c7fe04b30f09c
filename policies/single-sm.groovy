// One storage manager: the smallest database that can be restored to any commit.
//
// A full hot copy a week begins a new set, an incremental an hour and a journal hot copy every 5 minutes go into it.
// While this storage manager is down the database is: nothing is committed, and nothing need be backed up. Its copies
// must lie elsewhere (`shared`), or they are lost with its region. A second storage manager in another region keeps the
// database going, see two-regions.groovy.
//
// Try it:  hotcopy check policies/single-sm.groovy

domain('solo') {
    embedded home: 'data/solo'                         // relative paths start at this file's directory
    region 'east', hosts: ['e1']

    database('shop') {
        transactionEngines hosts: ['e1']
        storageManager archive: 0, host: 'e1', journalHotCopy: true    // without it no journal hot copies

        // What you expect: with it `check` and `plan` can judge times and room before anything runs.
        expect size: 4.GB, changesPerDay: 200.MB, journalPerDay: 400.MB
        copyRate 100.MB                                // a second
    }
}

policy('solo-weekly') {
    protects   'solo/shop'
    timeZone   'Europe/Berlin'                         // whose clock `at` means
    objectives rpo: 20.minutes, rto: 1.hour            // at most this may be lost, and a restore may take this long

    backupGroup 'only', archives: [0], shared: true    // backups/ lies on storage that is not lost with the region

    full        at: 'Sun 01:00'
    incremental every: 1.hour                          // keeps restores short: less journal to redo
    journal     every: 5.minutes                       // keeps losses small: every commit can be restored

    onNoBaseSet        full                            // nothing to append to: begin a new set
    onJournalSuspended incremental                     // after a SYNC: re-base, then journal again
    onFailure          retry, times: 2, after: 1.minute

    retain recoveryWindow: 14.days, minimum: 2         // longer than from one full to the next

    directory 'backups/{database}-{date}T{time}-archive-{archive}'
}
