// The weekly drill, twice: once all is well.  Run it:  scripts/hotcopy run examples/weekly-drill/weekly-drill.groovy

import java.nio.file.Files
import java.time.LocalDateTime
import java.time.format.DateTimeFormatter

// A directory of its own, with the declaration in it, whose relative paths start there. A dry run makes nothing.
String time = LocalDateTime.now().format(DateTimeFormatter.ofPattern('yyyyMMdd-HHmmss'))
def work = here.resolve("data/weekly-drill-$time")
def bank = directory.resolve('bank.groovy')
if (!dryRun) {
    Files.createDirectories(work.resolve('backups'))
    bank = Files.copy(bank, work.resolve('bank.groovy'))
}
load bank
start 'bank'
workload.start accounts: 2_000, payload: 200, clients: 2

println '\n== a full and an incremental'
backup run: 'full'
def copy = backup run: 'incremental'
if (dryRun) {
    return 0
}
workload.stop()

println '\n== the script that cron has for Sunday: can it be restored, equal to what was copied, and in time?'
run('../../scripts/weekly-drill.groovy', bank) == 0 || fail('the drill has failed')

println '\n== a bit of the copy is flipped on its disk; nobody notices, until next Sunday'
def set = copy.hotCopies()[0].archives()[0].directory()
def files = Files.walk(set.resolve('full/data')).filter(Files::isRegularFile)
def file = files.max(Comparator.comparing(Files::size)).get()
def bytes = Files.readAllBytes(file)
bytes[bytes.length.intdiv(2)] ^= 1
Files.write(file, bytes)
int code = run('../../scripts/weekly-drill.groovy', bank)
code == 1 || fail("a damaged set should have failed the drill, and its exit code was $code")
println "\n== summary: the drill passed, and the damage was found; all of it lies in $work"
