// A database without storage groups: every archive holds all of it.
//
// Two regions of two storage managers each, and a tie-breaker in a third: a region may be lost and the rest serves on.
// Check it:  scripts/hotcopy check examples/shop/domain.groovy

domain('shop') {
    embedded home: 'data/shop'                         // relative paths start at this file's directory

    region 'east',  hosts: ['e1', 'e2']
    region 'west',  hosts: ['w1', 'w2']
    region 'third', hosts: ['t1']

    database('orders') {
        transactionEngines hosts: ['e1', 'w1', 't1']

        // Not every storage manager is hot copied: one in each region is, the others carry the load.
        storageManager archive: 0, host: 'e1', journalHotCopy: true
        storageManager archive: 1, host: 'e2'
        storageManager archive: 2, host: 'w1', journalHotCopy: true
        storageManager archive: 3, host: 'w2'
    }
}
