// A bank on two regions of three hosts, and a third region with a tie-breaker.
//
// Names that people invent are quoted, words of the language are bare.
// Check it:  scripts/hotcopy check examples/bank/domain.groovy

domain('bank') {
    embedded home: 'data/bank'                         // relative paths start at this file's directory

    region 'east',  hosts: ['e1', 'e2', 'e3']
    region 'west',  hosts: ['w1', 'w2', 'w3']
    region 'third', hosts: ['t1']                      // two equal regions have no majority when one of them is lost

    database('ledger') {
        storageGroups 'SG1', 'SG2', 'SG3'              // accounts are spread over the three by a hash of their number
        transactionEngines hosts: ['e1', 'w1', 't1']

        // Each storage manager keeps one archive, with two of the three groups: no archive holds the whole bank.
        // Archives that a policy copies allow journal hot copies.
        storageManager archive: 0, host: 'e1', serves: ['SG1', 'SG2'], journalHotCopy: true
        storageManager archive: 1, host: 'e2', serves: ['SG1', 'SG3'], journalHotCopy: true
        storageManager archive: 2, host: 'e3', serves: ['SG2', 'SG3']
        storageManager archive: 3, host: 'w1', serves: ['SG1', 'SG2'], journalHotCopy: true
        storageManager archive: 4, host: 'w2', serves: ['SG1', 'SG3'], journalHotCopy: true
        storageManager archive: 5, host: 'w3', serves: ['SG2', 'SG3']
    }
}
