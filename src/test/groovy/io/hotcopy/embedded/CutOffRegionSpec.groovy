package io.hotcopy.embedded

import io.hotcopy.driver.ArchiveFacts.State
import io.hotcopy.problem.HotCopyException
import io.hotcopy.progress.ProgressListener
import io.hotcopy.term.ArchiveId
import java.nio.file.Path
import java.util.concurrent.locks.LockSupport
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** M31: a region that is cut off, and process majority. East is h0 to h2, west h3 to h5. */
class CutOffRegionSpec extends Specification {

    static final Set<String> WEST = ['h3', 'h4', 'h5'] as Set

    @TempDir
    Path directory

    @AutoCleanup
    EmbeddedDomain domain

    EmbeddedDatabase database
    Bank bank = new Bank(31)

    private void start(String... engines) {
        domain = SampleDomain.ofSix(directory).engines(engines).start()
        database = SampleDomain.database(domain)
        Bank.open(database)
    }

    private List<State> states() {
        database.facts().archives()*.state()
    }

    def "with a tie-breaker the other region goes on, and the lost one comes back by SYNC"() {
        given: 'an engine in each region, and one in a third'
        start('h0', 'h3', 't1')
        def clients = bank.run(database, 3)
        await(40)

        when: 'the west is cut off'
        def stopped = domain.isolate(WEST)

        then: 'the east, which reaches five of nine processes, evicts it'
        stopped.isEmpty()
        states() == [State.RUNNING] * 3 + [State.STOPPED] * 3

        and: 'it goes on to commit'
        await(40)

        when: 'somebody starts a storage manager there meanwhile'
        database.startStorageManager(new ArchiveId(3), ProgressListener.NONE)

        then:
        def refused = thrown(HotCopyException)
        refused.message == 'host "h3" of archive 3 is cut off from the others'

        when: 'the network is healed'
        def reports = domain.heal(ProgressListener.NONE)
        clients.stop()

        then: 'all three got what they had missed'
        reports*.archive()*.value() == [3, 4, 5]
        reports.every { it.bytes().bytes() > 0 }
        states() == [State.RUNNING] * 6
        BankCheck.requireWhole(bank, database, 'after the heal')
    }

    def "without a tie-breaker neither of two equal regions has the majority, and the database stops"() {
        given:
        start('h0', 'h3')
        def clients = bank.run(database, 3)
        await(40)

        when:
        def stopped = domain.isolate(WEST)
        clients.join()

        then:
        stopped['test'].message == 'database "test" has stopped: hosts [h3, h4, h5] are cut off, and neither side ' +
            'reaches more than half of the 8 processes'
        database.stopped().present

        when: 'the network is healed, and the domain started again'
        domain.close()
        domain = SampleDomain.ofSix(directory).engines('h0', 'h3').start()
        database = SampleDomain.database(domain)

        then: 'nothing that was acknowledged is lost, and nobody had to SYNC'
        domain.reports()[0].returned().isEmpty()
        BankCheck.requireWhole(bank, database, 'after the restart')
    }

    def "whoever is on the side of the majority goes on, whichever side was named"() {
        given:
        start('h0', 'h3', 't1')

        when: 'west and tie-breaker are cut off from the east'
        domain.isolate(WEST + 't1')

        then:
        states() == [State.STOPPED] * 3 + [State.RUNNING] * 3

        when:
        domain.heal(ProgressListener.NONE)

        then:
        states() == [State.RUNNING] * 6
    }

    def "a region that was stopped counts no more when a second one is cut off"() {
        given: 'nine processes, of which five are left'
        start('h0', 'h3', 't1')
        domain.isolate(WEST)

        when: 'the tie-breaker is cut off as well'
        def stopped = domain.isolate(['t1'] as Set)

        then: 'four of five are left'
        stopped.isEmpty()
        Bank.sum(database) == Bank.ACCOUNTS * Bank.OPENING
    }

    def "a host that nobody knows is refused"() {
        given:
        start('h0')

        when:
        domain.isolate(['h9'] as Set)

        then:
        def refused = thrown(HotCopyException)
        refused.message == 'domain "acme" has no host "h9"'
    }

    private void await(int more) {
        int wanted = bank.acknowledged.size() + more
        while (bank.acknowledged.size() < wanted) {
            LockSupport.parkNanos(100_000)
        }
    }
}
