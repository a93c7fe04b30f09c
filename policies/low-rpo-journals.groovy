// Hardly any loss: journal hot copies every minute, of two archives in two regions.
//
// A journal hot copy copies only what has been committed since the one before, so it is small and may be frequent: the
// objective of 3 minutes leaves room for one that comes late. An incremental every quarter of an hour keeps the journal
// short that a restore has to redo and that the archive has to keep; a full a day keeps the chain short.
//
// Try it:  hotcopy check policies/low-rpo-journals.groovy

domain('bank') {
    embedded home: 'data/bank'

    region 'east',  hosts: ['e1']
    region 'west',  hosts: ['w1']
    region 'third', hosts: ['t1']

    database('ledger') {
        transactionEngines hosts: ['e1', 'w1', 't1']

        storageManager archive: 0, host: 'e1', journalHotCopy: true
        storageManager archive: 1, host: 'w1', journalHotCopy: true

        // Many small commits: much journal for what is changed.
        expect size: 4.GB, changesPerDay: 2.GB, journalPerDay: 48.GB
        copyRate 200.MB
    }
}

policy('bank-minutes') {
    protects   'bank/ledger'
    timeZone   'Europe/Berlin'
    objectives rpo: 3.minutes, rto: 1.hour

    backupGroup 'east', archives: [0]
    backupGroup 'west', archives: [1]

    full        at: '02:00'
    incremental every: 15.minutes
    journal     every: 1.minute

    onNoBaseSet        full
    onJournalSuspended incremental                     // a SYNC suspends journals: re-base at once
    onArchiveDown      skip
    onFailure          retry, times: 5, after: 30.seconds
    onMissed           skip, after: 1.minute           // the next journal hot copy brings what a missed one would have
    outage             2.hours                         // somebody is called when a storage manager is down

    retain recoveryWindow: 7.days, minimum: 2

    directory 'backups/{region}/{database}-{date}T{time}-archive-{archive}'
}
