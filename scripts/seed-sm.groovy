// A new storage manager that begins on a hot copy instead of on nothing: restores the newest backup of the storage
// groups that it is to serve, adds it to the running database, and starts it. SYNC brings only what came later.
//
//   hotcopy run seed-sm.groovy DECLARATION LIKE HOST DIR [--dry-run]
//
// LIKE is the number of an archive: the new one serves the same storage groups. It gets the next free number, runs on
// HOST, and lies in DIR, outside of the domain's home. It is remembered, and need not be declared.

def (declaration, like, host, directory) = args
args.size() == 4 || usage()
load here.resolve(declaration)
running ?: start(declared.domains()[0].name())
def archives = quietly { show 'archives' }.databases()[0].archives()
def serves = archives.find { "${it.id()}" == like }?.serves()
serves || usage("there is no archive $like; there is: ${archives*.id().join(', ')}")
int number = archives*.id()*.value().max() + 1

println "\n== the newest backup that has ${serves.join(', ')}"
def newest = quietly { preview 'latest' }.plan().get()
def copied = newest.archives().find { it.base().covers().keySet().containsAll(serves) }
copied || fail("no archive of the newest backup has all of ${serves.join(', ')}")
def restored = restore(([copied.set()] + copied.steps()*.set())*.location().unique(), to: directory)

println "\n== archive $number begins on it"
sm.add number, host: host, groups: serves, directory: "$directory/archive-${copied.archive()}", restored: true
if (dryRun) {
    return 0
}
def sync = sm.start(number).sync().get()
println "\n== restored ${restored.size()} to commit ${restored.commit().get()}; SYNC brought ${sync.bytes()} more"
