// How the shop is protected: one archive in each region, each by hot copies of its own.
//
// Without storage groups a coordinated hot copy costs more and gives no more: every archive holds the whole database,
// so each backup group has one. While one of the two is down, the other is backed up.
// Check it:  scripts/hotcopy check examples/shop/policy.groovy

include 'domain.groovy'

policy('shop-nightly') {
    protects 'shop/orders'

    backupGroup 'east', archives: [0]
    backupGroup 'west', archives: [2]

    full                                               // each runs when asked for: backup --run incremental
    incremental                                        // what has changed since the one before
    journal                                            // every commit since the one before: restore to any of them

    onNoBaseSet        full                            // nothing to append to: begin a new set
    onJournalSuspended incremental                     // after a SYNC: re-base, then journal again

    directory 'backups/{database}-{date}T{time}-archive-{archive}'
}
