// A bank on two archives with a policy that a cron line keeps: what is due, how long it is kept.

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

policy('bank-nightly') {
    protects    'bank/ledger'
    objectives  rpo: 2.days, rto: 1.hour
    backupGroup 'east', archives: [0, 1]
    full        at: 'Sun 01:00'
    incremental at: '01:00'
    onNoBaseSet full                                   // the first night takes a full, whatever day it is
    retain      recoveryWindow: 14.days, minimum: 2
    directory   'backups/{date}T{time}-archive-{archive}'
}
