// A bank on two archives that hold the same; one more is to come.

domain('bank') {
    embedded home: 'data'

    region 'east', hosts: ['e1', 'e2', 'e3']

    database('ledger') {
        storageGroups 'SG1', 'SG2'
        transactionEngines hosts: ['e1']
        storageManager archive: 0, host: 'e1', serves: ['SG1', 'SG2'], journalHotCopy: true
        storageManager archive: 1, host: 'e2', serves: ['SG1', 'SG2']
    }
}

policy('bank-small') {
    protects    'bank/ledger'
    backupGroup 'east', archives: [0]
    full
    incremental
    journal
    directory   'backups/{date}T{time}-archive-{archive}'
}
