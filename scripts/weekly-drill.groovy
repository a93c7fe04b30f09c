// The weekly drill: of every backup group the newest complete collection is restored into scratch, opened, and compared
// with the fingerprints that were sealed into it; and it is measured how long the restore takes.
//
//   hotcopy run weekly-drill.groovy DECLARATION [POLICY…] [--dry-run]
//
// All policies of the declaration, or those named. Exit code 1 when a backup group has no complete collection, one is
// not valid, or a restore takes longer than the rto of its policy. Needs room for one restored collection at a time.

args || usage()
load here.resolve(args[0])
def names = declared.policies()*.name()
def policies = (args.drop(1) ?: names).collect { name ->
    declared.policy(name).orElseGet { usage("there is no policy $name; there is: ${names.join(', ')}") }
}
def complete = quietly { list() }.listing().complete()
def drills = policies.collectMany { policy -> policy.backupGroups().collect { drill(policy, it, complete) } }

println '\n== the drill'
drills.each { println sprintf('%-24s %-24s %s', it.policy, it.result, it.why) }
def failed = drills.findAll { !it.passed }
println failed ? "${failed.size()} of ${drills.size()} have failed" : "all ${drills.size()} can be restored in time"
return failed ? 1 : 0

/** Restores the newest collection of a backup group and says what came of it. */
Map drill(policy, group, complete) {
    println "\n== ${policy.name()}, backup group ${group.name()}"
    def answer = { boolean passed, String result, String why ->
        [policy: "${policy.name()}/${group.name()}", passed: passed, result: result, why: why]
    }
    def newest = complete.find { one ->
        one.database() == policy.protects() && one.sets()*.facts()*.get()*.archive() as Set == group.archives() as Set
    }
    if (!newest) {
        return answer(false, 'FAILED', 'there is no complete backup collection')
    }
    def verdict = attempt { verify newest.locations(), depth: 'drill' }
    if (dryRun) {
        return answer(true, 'would be drilled', "collection ${newest.id()} of ${newest.created()}")
    } else if (!verdict?.valid()) {
        return answer(false, "FAILED: ${verdict?.outcome() ?: 'no answer'}", "collection ${newest.id()}")
    }
    def took = verdict.verdicts()[0].drill().get().restore()
    def rto = policy.objectives().rto().orElse(null)
    String measured = "restored in ${took.toMillis() / 1000} s"
    boolean late = rto && took > rto
    return answer(!late, late ? 'FAILED: too slow' : 'passed', late ? "$measured, rto $rto" : measured)
}
