// The main job, end to end, on real data.  Run it:  scripts/hotcopy run examples/bank/tour.groovy
//
// A bank works on six archives. Two of them, which together hold all of it, are copied while it works; the copy is
// restored beside it; and the restored bank must be the bank as of the copy's cut: account by account, byte by byte.

import io.hotcopy.term.CommitRange
import java.nio.file.Files
import java.nio.file.Path
import java.time.LocalDateTime
import java.time.format.DateTimeFormatter

int accounts = args ? args[0] as int : 300_000      // of 1 KiB, on three storage groups; an archive has two of them
long archiveBytes = accounts * 1_024L * 2 / 3       // some 200 MB, unless the tour was given a number
def rate = [archiveBytes / 8 / 1e6, 2.5].max().MB   // slow enough to see something: eight seconds and the journal
int leastCommits = args ? 10 : 1_000                // between first pin and cut; a small bank's files are soon copied

// A directory of its own, with the declarations in it: their relative paths start there. A dry run makes nothing.
String time = LocalDateTime.now().format(DateTimeFormatter.ofPattern('yyyyMMdd-HHmmss'))
String work = dryRun ? '.' : "data/tour-$time"
List<Path> declarations = ['domain.groovy', 'policy.groovy'].collect { directory.resolve(it) }
if (!dryRun) {
    Files.createDirectories(Path.of(work, 'backups'))
    declarations = declarations.collect { Files.copy(it, Path.of(work).toAbsolutePath().resolve(it.fileName)) }
}
load declarations
start 'bank'

println "\n== a bank of $accounts accounts, and eight clients that move money"
workload.start accounts: accounts, payload: 1_024, clients: 8
if (!dryRun) {
    Thread.sleep(4_000)              // the bank undisturbed, to compare with
}
def before = workload.status()

println "\n== the copy, while they work: at most $rate a second for each archive"
def copy = backup group: 'east', maxRate: rate
def after = workload.stop()

println '\n== restored beside it, and verified'
def restored = restore copy, to: "$work/restored"
def verdict = verify copy, depth: 'drill', scratch: "$work/scratch"
open restored, as: 'restored'
def comparison = workload.check 'restored'
if (dryRun) {
    return 0
}

def hotCopy = copy.hotCopies()[0]
def meanwhile = workload.transfersIn(new CommitRange(hotCopy.stableAtPin(), hotCopy.cut()))
double seconds = hotCopy.duration().toMillis() / 1000.0
double pinToCut = hotCopy.stages().findAll { it.name() in ['pin', 'copy files', 'take the cut'] }*.nanos().sum() / 1e9

println sprintf('''
== summary
copied            %,d bytes in %.1f s, %.1f MB/s, by a limit
cut               commit %s, the same for both archives
commits           %,d between the first pin and the cut, %,d of them across storage groups
commits/s         %.0f before, %.0f during
restored          to commit %s in %.1f s
verified          checksums and fingerprints: %s
compared          %,d accounts with the ledger: %s; sum of balances %,d, expected %,d''',
        hotCopy.bytes(), seconds, hotCopy.bytes() / seconds / 1e6,
        hotCopy.cut(),
        meanwhile.all(), meanwhile.crossing(),
        before.figures().get().commitsPerSecond(), meanwhile.all() / pinToCut,
        restored.commit().get(), restored.took().get().toMillis() / 1000.0,
        verdict.outcome().toString().toLowerCase(),
        comparison.verdict().get().accounts(), comparison.equal() ? 'equal' : 'DIFFERENT',
        comparison.verdict().get().sum(), comparison.verdict().get().expectedSum())

verdict.valid() || fail('the collection is not valid')
comparison.equal() || fail("the restored bank differs from the ledger: ${comparison.verdict().get().differences()}")
hotCopy.archives().every { it.bytes() >= archiveBytes } || fail("an archive had less than $archiveBytes bytes")
seconds >= 5 || fail("the copy took ${seconds} s, too short to show anything")
meanwhile.crossing() >= leastCommits || fail("only ${meanwhile.all()} commits between pin and cut, " +
        "${meanwhile.crossing()} of them across storage groups")

println """
== all of it lies in $work. To go on:
scripts/hotcopy list --in $work/backups
scripts/hotcopy -c 'open $work/restored --as restored' -c 'get restored.accounts 4711'
scripts/hotcopy -c 'load $work/domain.groovy $work/policy.groovy' -c 'start bank' -c 'status'"""
