package io.hotcopy.verb

import io.hotcopy.live.Neighbours
import io.hotcopy.progress.ProgressListener
import java.nio.file.Path
import java.time.Clock
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** What the prompt says of the domain that runs here. */
class DomainStateSpec extends Specification {

    @TempDir
    Path directory

    @AutoCleanup
    Verbs verbs

    def "a domain that serves, one that has lost a storage manager or a region, and one that has ended"() {
        given:
        verbs = TwoRegions.started(directory)

        expect:
        verbs.state().get() == new DomainState('bank', 1, [], [], 4, 0)

        when:
        verbs.storageManager().stop(StorageManagerRequest.of('2'), { true })

        then:
        verbs.state().get() == new DomainState('bank', 1, [], [], 4, 1)

        when:
        verbs.storageManager().start(StorageManagerRequest.of('2'), Optional.empty(), ProgressListener.NONE)
        verbs.region().cut('west', { true })

        then:
        verbs.state().get() == new DomainState('bank', 1, [], ['west'], 4, 0)

        when:
        verbs.region().heal(ProgressListener.NONE)

        then:
        verbs.state().get() == new DomainState('bank', 1, [], [], 4, 0)

        when:
        verbs.stop().run()

        then:
        verbs.state() == Optional.empty()
    }

    def "a database that has stopped by itself"() {
        given:
        verbs = TwoRegions.started(directory, TwoRegions.DOMAIN.replace(", 't1']", ']'))

        when:
        verbs.region().cut('west', { true })

        then:
        verbs.state().get().stopped() == ['ledger']
        verbs.state().get().databases() == 1
    }

    def "no other process is asked, not even whether there is one"() {
        given:
        def none = [at: { throw new AssertionError('asked') }, all: { throw new AssertionError('asked') }] as Neighbours
        verbs = new Verbs(TestVerbs.surroundings(directory, Clock.systemUTC(), { }, none))

        expect:
        verbs.state() == Optional.empty()
        verbs.endingWithDomain() == []
    }
}
