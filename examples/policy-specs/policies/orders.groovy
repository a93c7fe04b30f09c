// The policy that the specifications beside it are about: put your own in its place.

domain('shop') {
    region 'east',  hosts: ['e1', 'e2']
    region 'west',  hosts: ['w1', 'w2']
    region 'third', hosts: ['t1']                      // tie-breaker: of two equal regions none has a majority

    database('orders') {
        storageGroups 'CUSTOMERS', 'ORDERS'
        transactionEngines hosts: ['e1', 'w1', 't1']

        storageManager archive: 0, host: 'e1', serves: ['CUSTOMERS'], journalHotCopy: true
        storageManager archive: 1, host: 'e2', serves: ['ORDERS'],    journalHotCopy: true
        storageManager archive: 2, host: 'w1', serves: ['CUSTOMERS'], journalHotCopy: true
        storageManager archive: 3, host: 'w2', serves: ['ORDERS'],    journalHotCopy: true

        expect storageGroup: 'CUSTOMERS', size: 2.GB, changesPerDay: 200.MB, journalPerDay: 400.MB
        expect storageGroup: 'ORDERS',    size: 4.GB, changesPerDay: 1.GB,   journalPerDay: 2.GB
        copyRate 200.MB
    }
}

policy('orders-nightly') {
    protects   'shop/orders'
    timeZone   'Europe/Berlin'
    objectives rpo: 30.minutes, rto: 1.hour

    backupGroup 'east', archives: [0, 1]
    backupGroup 'west', archives: [2, 3]

    full        at: '01:00'
    incremental every: 1.hour
    journal     every: 10.minutes

    onNoBaseSet        full
    onJournalSuspended incremental
    onArchiveDown      skip                            // the other group has the same data and runs anyway

    retain recoveryWindow: 14.days, minimum: 2

    directory '/backups/{group}/{database}-{date}T{time}-archive-{archive}'
}
