// Two regions that hold the same, a third for process majority; each of the two is backed up by itself.

domain('bank') {
    embedded home: 'data'

    region 'east',  hosts: ['e1', 'e2']
    region 'west',  hosts: ['w1', 'w2']
    region 'third', hosts: ['t1']

    database('ledger') {
        storageGroups 'SG1', 'SG2'
        transactionEngines hosts: ['e1', 'w1', 't1']
        storageManager archive: 0, host: 'e1', serves: ['SG1'], journalHotCopy: true
        storageManager archive: 1, host: 'e2', serves: ['SG2'], journalHotCopy: true
        storageManager archive: 2, host: 'w1', serves: ['SG1'], journalHotCopy: true
        storageManager archive: 3, host: 'w2', serves: ['SG2'], journalHotCopy: true
    }
}

policy('bank-twice') {
    protects    'bank/ledger'
    objectives  rpo: 15.minutes
    backupGroup 'east', archives: [0, 1]
    backupGroup 'west', archives: [2, 3]               // the same again: either region may be lost
    full
    journal
    directory   'backups/{group}-{date}T{time}-archive-{archive}'
}
