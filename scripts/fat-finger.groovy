// A commit has hurt: rows were deleted or overwritten, or a table was dropped. Finds it, restores the state just before
// it, lays that beside the running database, and copies back what the commit took, if told to.
//
//   hotcopy run fat-finger.groovy DECLARATION TABLE [key=KEY] [commit=N] [copy-back] [--dry-run]
//
// Without commit=N it is the newest that dropped TABLE or deleted a row of it; with key=KEY, the newest that touched
// that row. The state before it stays in the directory before-N. Rows that later commits have written are left alone.

def (declaration, table) = args
def given = args.drop(2).collectEntries { word -> word.contains('=') ? word.split('=', 2) as List : [word, 'yes'] }
table && !(given.keySet() - ['key', 'commit', 'copy-back']) && (given.commit ?: '0').isLong() || usage()
load here.resolve(declaration)

println '\n== every commit so far into the backup sets'
dryRun ? plan(run: 'journal') : attempt { backup run: 'journal' }

println '\n== which commit was it?'
def hits = quietly { journal.search 'latest', table: table, key: given.key, limit: 100_000 }.hits()
hits.groupBy { it.commit() }.take(10).each { commit, did ->
    def actions = did.countBy { it.action() }.collect { action, times -> "$times $action" }
    println "commit $commit, ${did[0].time()}: ${actions.join(', ')}"
}
def hurt = given.commit ? hits.find { it.commit().value() == given.commit as long }
        : hits.find { given.key || it.action().name() in ['DELETE', 'TABLE_DROPPED'] }
hurt || fail("the journals of the backup sets have no such commit on table $table")
String before = "before-${hurt.commit()}"

println "\n== the state just before commit ${hurt.commit()}"
def restored = restore 'latest', beforeCommit: hurt.commit().value(), to: before
if (dryRun) {
    return 0
}
running ?: start(declared.domains()[0].name())
open restored, as: before

println '\n== what it took'
def took = hits.findAll { it.commit() == hurt.commit() }
if (took.any { it.action().name() == 'TABLE_DROPPED' }) {
    println "all of $table: ${quietly { count "$before.$table" }.records()} records"
    if (given['copy-back']) {
        createTable table
        for (def page = null; page == null || page.more();) {
            page = quietly { scan "$before.$table", from: page?.records()?.last()?.key(), limit: 1_000 }
            quietly { page.records().each { put table, it.key(), it.value() } }
        }
        println "copied back: ${quietly { count table }.records()} records"
    }
    return 0
}
def later = hits.takeWhile { it.commit() != hurt.commit() }*.key()
took*.key().unique()*.get().each { key ->
    def (was, now) = ["$before.$table", table].collect { from -> quietly { get(from, key) }.value() }
    boolean back = given['copy-back'] && was != now && !later.contains(Optional.of(key))
    if (back) {
        quietly { was.present ? put(table, key, was.get()) : delete(table, key) }
    }
    println "$key was ${was.orElse('not there')}, is ${now.orElse('not there')}${back ? ': copied back' : ''}"
}
