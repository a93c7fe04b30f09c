// Two mistakes and their repair.  Run it:  scripts/hotcopy run examples/fat-finger/fat-finger.groovy

import java.nio.file.Files
import java.nio.file.Path
import java.time.LocalDateTime
import java.time.format.DateTimeFormatter

// A directory of its own, with the declarations in it: their relative paths start there. A dry run makes nothing.
String time = LocalDateTime.now().format(DateTimeFormatter.ofPattern('yyyyMMdd-HHmmss'))
String work = dryRun ? '.' : "data/fat-finger-$time"
Path declarations = directory.resolve('domain.groovy')
if (!dryRun) {
    Files.createDirectories(Path.of(work, 'backups'))
    declarations = Files.copy(declarations, Path.of(work).toAbsolutePath().resolve('domain.groovy'))
}
load declarations
start 'shop'

println '\n== a table, and a full hot copy of it'
createTable 'customers', groups: ['SG1', 'SG2'], partitions: 4
put 'customers', 4711, 'Ada'
put 'customers', 4712, 'Bob'
backup()

println '\n== the first mistake: a row is deleted, and life goes on'
delete 'customers', 4711
put 'customers', 4713, 'Cleo'
backup run: 'journal'
if (dryRun) {
    println 'a dry run has made no mistake that could be found'
    return 0
}

println '\n== which commit was it? restore the state just before, and read the row'
def deleted = journal.search('latest', table: 'customers', key: 4711).hits()[0]
deleted.action().toString() == 'DELETE' || fail("the newest commit on 4711 is no delete: $deleted")
def beforeDelete = restore('latest', beforeCommit: deleted.commit().value(), to: "$work/before-delete")
open beforeDelete, as: 'beforeDelete'
def row = get('beforeDelete.customers', 4711).value()
put 'customers', 4711, row.get()

println '\n== the second mistake: the whole table is dropped'
dropTable 'customers'
createTable 'suppliers'
put 'suppliers', 1, 'Dora'
backup run: 'journal'

println '\n== which commit was it? restore the state just before, and read the table'
def dropped = journal.search('latest', table: 'customers').hits()[0]
dropped.action().toString() == 'TABLE_DROPPED' || fail("the newest commit on the table is no drop: $dropped")
def beforeDrop = restore('latest', beforeCommit: dropped.commit().value(), to: "$work/before-drop")
open beforeDrop, as: 'beforeDrop'
def rows = count('beforeDrop.customers').records()

println "\n== summary: 4711 was '${row.get()}'; the table had $rows rows; all of it lies in $work"
row.get() == 'Ada' || fail("4711 should be Ada, and is ${row.get()}")
rows == 3 || fail("the table should have 3 rows, and has $rows")
