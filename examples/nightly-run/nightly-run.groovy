// Two nights that nobody watches.  Run it:  scripts/hotcopy run examples/nightly-run/nightly-run.groovy

import java.nio.file.Files
import java.time.LocalDateTime
import java.time.format.DateTimeFormatter

// A directory of its own, with the declaration in it, whose relative paths start there. A dry run makes nothing.
String time = LocalDateTime.now().format(DateTimeFormatter.ofPattern('yyyyMMdd-HHmmss'))
def work = here.resolve("data/nightly-run-$time")
def bank = directory.resolve('bank.groovy')
if (!dryRun) {
    Files.createDirectories(work.resolve('backups'))
    bank = Files.copy(bank, work.resolve('bank.groovy'))
}
load bank
start 'bank'
workload.start accounts: 2_000, payload: 200, clients: 2

println '\n== the first night: there is no copy yet, so that a full is due'
run('../../scripts/nightly-run.groovy', bank) == 0 || fail('the first night has failed')
if (dryRun) {
    return 0
}

println '\n== the same night again, as after a mistake in the crontab: nothing is due, and nothing is done twice'
run('../../scripts/nightly-run.groovy', bank) == 0 || fail('the second run has failed')
def sets = list().listing().complete()
sets.size() == 1 || fail("there should be one collection, and there are ${sets.size()}")

println '\n== a bad night: the disk of the backups is not there'
workload.stop()
Files.move(work.resolve('backups'), work.resolve('away'))
int code = run('../../scripts/nightly-run.groovy', bank)
Files.move(work.resolve('away'), work.resolve('backups'))
println "\n== summary: a good night, an idle one, and one that ended with $code; all of it lies in $work"
