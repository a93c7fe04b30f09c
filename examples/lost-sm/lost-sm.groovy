// A storage manager is lost and comes back.  Run it:  scripts/hotcopy run examples/lost-sm/lost-sm.groovy

import io.hotcopy.problem.HotCopyException
import java.nio.file.Files
import java.nio.file.Path
import java.time.LocalDateTime
import java.time.format.DateTimeFormatter

// A directory of its own, with the declarations in it: their relative paths start there. A dry run makes nothing.
String time = LocalDateTime.now().format(DateTimeFormatter.ofPattern('yyyyMMdd-HHmmss'))
String work = dryRun ? '.' : "data/lost-sm-$time"
Path declarations = directory.resolve('domain.groovy')
if (!dryRun) {
    Files.createDirectories(Path.of(work, 'backups'))
    declarations = Files.copy(declarations, Path.of(work).toAbsolutePath().resolve('domain.groovy'))
}
load declarations
start 'bank'
workload.start accounts: 2_000, payload: 200, clients: 2

println '\n== each region has a set'
def east = backup group: 'east'
def west = backup group: 'west'

println '\n== archive 2, in the west, is lost while clients work'
sm.stop 2
show 'archives'

println '\n== what needs it is refused; the east goes on'
println "west refused: ${refused(dryRun) { backup group: 'west', run: 'journal' }}"
backup group: 'east', run: 'journal'

println '\n== it comes back by SYNC'
def back = sm.start 2
backup group: 'east', run: 'journal'
println "west refused: ${refused(dryRun) { backup group: 'west', run: 'journal' }}"

println '\n== an incremental re-bases its set; then journal hot copies go on'
backup group: 'west', run: 'incremental'
def journal = backup group: 'west', run: 'journal'
workload.stop()
if (dryRun) {
    return 0
}

println '\n== its own set has a hole for the time it was away; the journals of the east carry the west\'s base over it'
def sync = back.sync().get()
long hole = sync.joined().value()
println "west alone refused: ${refused(dryRun) { preview west, toCommit: hole }}"
def away = restore(west, east, toCommit: hole, to: "$work/away")
open away, as: 'away'
def whileAway = workload.check 'away'

println '\n== the newest state'
def newest = restore(journal, to: "$work/newest")
open newest, as: 'newest'
def now = workload.check 'newest'

println "\n== summary: SYNC of ${sync.bytes()} by ${sync.byFiles() ? 'files' : 'frames'}, from commit ${sync.from()} " +
        "to ${sync.joined()}; restored to ${away.commit().get()} and ${newest.commit().get()}; all of it lies in $work"
whileAway.equal() || fail('the state while it was away differs from the ledger')
now.equal() || fail('the newest state differs from the ledger')

/** What the words of the refusal are; fails when nothing was refused. */
String refused(boolean dryRun, Closure<?> what) {
    try {
        what()
    } catch (HotCopyException refusal) {
        return refusal.message
    }
    dryRun || fail('it was not refused')
    return 'not in a dry run'
}
