package io.hotcopy.embedded

import io.hotcopy.term.ArchiveId
import java.nio.file.Path
import java.util.concurrent.locks.LockSupport
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** A database of six archives on which clients of a bank work while its storage managers change. */
abstract class LivingBank extends Specification {

    @TempDir
    Path directory

    @AutoCleanup
    EmbeddedDomain domain

    SampleDomain sample
    EmbeddedDatabase database
    Bank bank = new Bank(seed())
    Bank.Life clients

    /** Of what the clients do. */
    abstract long seed()

    def setup() {
        sample = SampleDomain.ofSix(directory.resolve('live'))
        started(sample.start())
        Bank.open(database)
        clients = bank.run(database, 3)
        await(60)
    }

    def cleanup() {
        clients.stop()
    }

    void started(EmbeddedDomain running) {
        domain = running
        database = SampleDomain.database(running)
    }

    ArchiveStatus status(ArchiveId archive) {
        database.archiveStates().find { it.id() == archive }
    }

    List<Integer> known() {
        database.archiveStates()*.id()*.value()
    }

    /** Which groups each archive serves, as the database itself keeps it. */
    SortedMap schema() {
        SchemaRecords.read(database.running().members()[0].store()).serving()
    }

    /** Until so many more transfers were answered. */
    void await(int more) {
        int wanted = bank.acknowledged.size() + more
        while (bank.acknowledged.size() < wanted) {
            LockSupport.parkNanos(100_000)
        }
    }
}
