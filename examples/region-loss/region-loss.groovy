// A region is lost, with its backup sets.  Run it:  scripts/hotcopy run examples/region-loss/region-loss.groovy

import java.nio.file.Files
import java.time.LocalDateTime
import java.time.format.DateTimeFormatter

// A directory of its own, with the declaration in it, whose relative paths start there. A dry run makes nothing.
String time = LocalDateTime.now().format(DateTimeFormatter.ofPattern('yyyyMMdd-HHmmss'))
def work = here.resolve("data/region-loss-$time")
def bank = directory.resolve('bank.groovy')
if (!dryRun) {
    Files.createDirectories(work.resolve('backups'))
    bank = Files.copy(bank, work.resolve('bank.groovy'))
}
load bank
start 'bank'
workload.start accounts: 2_000, payload: 200, clients: 2

println '\n== each region has its sets'
backup run: 'full'
backup run: 'journal'
if (dryRun) {
    return 0
}

println '\n== the west is lost, and its backup sets with it; the database goes on in the east'
region.cut 'west'
work.resolve('backups').toFile().eachDirMatch(~/west-.*/) { it.deleteDir() }
backup run: 'journal', group: 'east'

println '\n== what can be restored? the script that you have for this day'
run('../../scripts/region-loss.groovy', bank, 'west', "$work/restored") == 0 || fail('it cannot be restored')

println '\n== the restored bank, account by account'
workload.stop()
open "$work/restored", as: 'restored'
def comparison = workload.check 'restored'
comparison.equal() || fail('the restored bank differs from the ledger')
println "\n== summary: restored without the west; all of it lies in $work"
