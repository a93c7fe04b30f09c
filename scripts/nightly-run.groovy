// The unattended night: of every policy what is due is backed up, what was copied is verified, and what nothing needs
// any more is deleted. One thing that fails does not keep the others from being done. The last lines are the report.
//
//   hotcopy run nightly-run.groovy DECLARATION [POLICY…] [--dry-run]
//
// All policies of the declaration, or those named. Exit code 1 when anything failed. For cron, which mails the report:
//   0 1 * * *  hotcopy run /opt/hotcopy/scripts/nightly-run.groovy /etc/hotcopy/bank.groovy --quiet

args || usage()
load here.resolve(args[0])
def names = declared.policies()*.name()
def policies = (args.drop(1) ?: names).collect { name ->
    declared.policy(name).orElseGet { usage("there is no policy $name; there is: ${names.join(', ')}") }
}
def report = policies.collectMany { night(it) }

println '\n== now'
status()
println '\n== the night'
report.each { println sprintf('%-24s %-8s %-8s %s', it.policy, it.what, it.done ? 'done' : 'FAILED', it.result) }
def failed = report.findAll { !it.done }
println failed ? "${failed.size()} of ${report.size()} have failed" : 'all is well'
return failed ? 1 : 0

/** What the night did for one policy, a line each. */
List<Map> night(policy) {
    def entry = { String what, done, result -> [policy: policy.name(), what: what, done: done, result: result] }

    println "\n== ${policy.name()}: what is due"
    def copy = attempt { backup policy.name() }
    def copies = copy?.hotCopies() ?: []
    String taken = copies.collect { "${it.type().word()} ${it.run()}" }.join(', ')
    def entries = [entry('backup', copy, taken ?: 'nothing taken')]

    if (copy?.words()) {
        println "\n== ${policy.name()}: can it be restored"
        def verdict = attempt { verify copy }
        entries << entry('verify', verdict?.valid(), verdict ? "${verdict.outcome().word()}" : 'no answer')
    }
    if (policy.retention().present) {
        println "\n== ${policy.name()}: what nothing needs any more"
        def expired = attempt { expire policy.name() }
        def deleted = expired?.databases()*.deleted()?.flatten() ?: []
        entries << entry('expire', expired, "${deleted.size()} sets deleted")
    }
    return entries
}
