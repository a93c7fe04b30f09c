// How the bank is protected: a coordinated full hot copy in each region.
//
// Check it:  scripts/hotcopy check examples/bank/policy.groovy

include 'domain.groovy'

policy('bank-nightly') {
    protects 'bank/ledger'

    // The archives of a group are copied together, to one commit: 0 has SG1 and SG2, 1 has SG1 and SG3.
    backupGroup 'east', archives: [0, 1]
    backupGroup 'west', archives: [3, 4]               // the same in the other region: one may be lost

    full                                               // runs when asked for

    // {date} and {time} are those of the run, so that every run has directories of its own.
    directory 'backups/{group}/{database}-{date}T{time}-archive-{archive}'
}
