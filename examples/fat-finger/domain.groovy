// A small shop on two archives, and how it is protected: fulls and journals, both when asked for.

domain('shop') {
    embedded home: 'data'

    region 'east', hosts: ['e1', 'e2']

    database('orders') {
        storageGroups 'SG1', 'SG2'
        transactionEngines hosts: ['e1']
        storageManager archive: 0, host: 'e1', serves: ['SG1'], journalHotCopy: true
        storageManager archive: 1, host: 'e2', serves: ['SG2'], journalHotCopy: true
    }
}

policy('shop-on-demand') {
    protects    'shop/orders'
    backupGroup 'east', archives: [0, 1]
    full
    journal                                            // every commit since the journal copy before
    directory   'backups/{database}-{date}T{time}-archive-{archive}'
}
