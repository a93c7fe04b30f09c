// A new storage manager begins on a hot copy.  Run it:  scripts/hotcopy run examples/seed-sm/seed-sm.groovy

import java.nio.file.Files
import java.time.LocalDateTime
import java.time.format.DateTimeFormatter

// A directory of its own, with the declaration in it, whose relative paths start there. A dry run makes nothing.
String time = LocalDateTime.now().format(DateTimeFormatter.ofPattern('yyyyMMdd-HHmmss'))
def work = here.resolve("data/seed-sm-$time")
def bank = directory.resolve('bank.groovy')
if (!dryRun) {
    Files.createDirectories(work.resolve('backups'))
    bank = Files.copy(bank, work.resolve('bank.groovy'))
}
load bank
start 'bank'
workload.start accounts: 5_000, payload: 500, clients: 2

println '\n== a backup, and life goes on'
backup run: 'full'
backup run: 'incremental'
if (dryRun) {
    return 0
}

println '\n== one more storage manager on host e3, beside a bank at work: the script that you have for it'
run('../../scripts/seed-sm.groovy', bank, 0, 'e3', "$work/disk-of-e3") == 0 || fail('it could not be seeded')
workload.stop()
show 'archives'

println '\n== the new one alone is enough'
sm.stop 0
sm.stop 1
def rows = count('accounts').records()
rows == 5_000 || fail("it has $rows accounts, not 5000")
println "\n== summary: archive 2 was seeded, and serves $rows accounts by itself; all of it lies in $work"
