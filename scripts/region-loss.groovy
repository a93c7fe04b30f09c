// A region is lost, and the backup sets that lie there with it. What can still be restored, and from what? Restores the
// newest state from the sets of the other regions alone, and checks it. Touches no database: good for an exercise, too.
//
//   hotcopy run region-loss.groovy DECLARATION REGION DIR [POLICY] [--dry-run]
//
// The new archives are made in DIR. A set lies in the region of the archive that it is a copy of. Exit code 1 when
// storage groups cannot be restored, an archive is damaged, or more is lost than the rpo of the policy allows.

import java.time.Duration
import java.time.Instant

def (declaration, lost, directory, name) = args
args.size() in 3..4 || usage()
load here.resolve(declaration)
def policy = name ? declared.policy(name).orElse(null) : declared.policies()[0]
policy || usage("$declaration declares no policy ${name ?: 'at all'}")
def domain = declared.domain(policy.protects().domain()).get()
def region = domain.region(lost).orElse(null)
region || usage("there is no region $lost; there is: ${domain.regions()*.name().join(', ')}")
def gone = declared.database(policy.protects()).get().storageManagersIn(region)*.archive()

println "\n== region $lost is lost: archives ${gone.join(', ')}, and their backup sets"
def known = quietly { list() }.listing().collections().findAll { it.database() == policy.protects() }*.sets().flatten()
def sets = known.findAll { it.facts().present && !gone.contains(it.facts().get().archive()) }*.location()
println "${sets.size()} of ${known.size()} backup sets are left"
sets || fail("no backup set of ${policy.protects()} lies outside of region $lost")

println '\n== the newest state that they give'
def plan = preview(sets).plan().get()
plan.partial && fail("this is not the whole database: archives ${plan.missing()*.archive()}, " +
        "storage groups ${plan.missingGroups()} are missing")
def elements = plan.archives().collectMany { it.elements().toList() }.findAll { it.cut() <= plan.target() }
Instant through = elements*.times()*.stableMark().max()
Duration gap = Duration.between(through, Instant.now())
println "it holds everything that was committed before $through, which is ${gap.toMinutes()} min ago"

println '\n== restored from them, and checked'
def used = plan.archives().collectMany { [it.set()] + it.steps()*.set() }*.location().unique()
verify(used).valid() || fail('a backup set is not valid')
def restored = restore used, to: directory
if (dryRun) {
    return 0
}
restored.archives().values().every { !checkArchive(it).damaged } || fail('a restored archive is damaged')
println """
== a new life of the database begins on them with
hotcopy -c 'load $declaration' -c 'start ${domain.name()} --restored $directory'"""
policy.objectives().rpo().ifPresent { rpo -> gap <= rpo || fail("the rpo of ${policy.name()}, $rpo, is not met") }
