// How the bank is protected: coordinated hot copies in each region.
//
// Check it:  scripts/hotcopy check examples/bank/policy.groovy

include 'domain.groovy'

policy('bank-nightly') {
    protects 'bank/ledger'

    // The archives of a group are copied together, to one commit: 0 has SG1 and SG2, 1 has SG1 and SG3.
    backupGroup 'east', archives: [0, 1]
    backupGroup 'west', archives: [3, 4]               // the same in the other region: one may be lost

    full                                               // each runs when asked for: backup --run incremental
    incremental                                        // what has changed since the one before
    journal                                            // every commit since the one before: restore to any of them

    onNoBaseSet        full                            // nothing to append to, or the chain is broken: a new set
    onJournalSuspended incremental                     // after a SYNC: re-base, then journal again

    // {date} and {time} are those of the run, so that every run has directories of its own.
    directory 'backups/{group}/{database}-{date}T{time}-archive-{archive}'
}
