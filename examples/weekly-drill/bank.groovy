// A bank on two archives that are copied together, and a policy that promises how long a restore takes.

domain('bank') {
    embedded home: 'data'

    region 'east', hosts: ['e1', 'e2']

    database('ledger') {
        storageGroups 'SG1', 'SG2'
        transactionEngines hosts: ['e1']
        storageManager archive: 0, host: 'e1', serves: ['SG1'], journalHotCopy: true
        storageManager archive: 1, host: 'e2', serves: ['SG2'], journalHotCopy: true
    }
}

policy('bank-weekly') {
    protects    'bank/ledger'
    objectives  rpo: 1.day, rto: 10.minutes            // the drill measures the second
    backupGroup 'east', archives: [0, 1]
    full
    incremental
    directory   'backups/{date}T{time}-archive-{archive}'
}
