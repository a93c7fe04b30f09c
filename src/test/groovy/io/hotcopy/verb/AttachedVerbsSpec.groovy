package io.hotcopy.verb

import io.hotcopy.service.HttpNeighbours
import io.hotcopy.problem.HotCopyException
import java.nio.file.Files
import java.time.Clock
import java.util.concurrent.locks.LockSupport

/** The verbs on a domain that another session holds: what they ask of it goes over HTTP, as between two processes. */
class AttachedVerbsSpec extends VerbContract {

    @Override
    Verbs begin() {
        def theirs = neighbours(1)
        holder = loaded(session(theirs, 7))
        holder.start().run(StartRequest.of('bank'))
        def ours = neighbours(2)
        while (ours.at(directory.resolve('data')).empty) {
            LockSupport.parkNanos(1_000_000)
        }
        loaded(session(ours, 8))
    }

    def cleanup() {
        verbs?.close()
    }

    def 'the domain is found also by who has declared nothing'() {
        given:
        def other = session(neighbours(3), 9)

        expect:
        other.startedDomain() == Optional.of('bank')
        other.declared().policies()*.name() == ['nightly']
        other.count().run('accounts').records() == 0
    }

    def 'it is stopped where it runs'() {
        when:
        verbs.stop().run()

        then:
        HotCopyException refused = thrown()
        refused.message == "domain \"bank\" runs in process ${ProcessHandle.current().pid()}, and is stopped there"

        when:
        verbs.start().run(StartRequest.of('bank'))

        then:
        HotCopyException there = thrown()
        there.message == "domain \"bank\" is running already, in process ${ProcessHandle.current().pid()}"
    }

    def 'who is there when it is stopped is told so, and nothing is left that others would find'() {
        when:
        holder.stop().run()

        then:
        !Files.exists(directory.resolve('data/service'))
        neighbours(4).all() == []

        when:
        verbs.count().run('accounts')

        then:
        HotCopyException none = thrown()
        none.message == 'no domain is running here'
    }

    def 'a backup that is waited for elsewhere is cancelled when the domain is stopped, and hears of it'() {
        given:
        def waiting = waitingBackup()
        running()

        when:
        holder.stop().run()
        def ended = waiting.end.get()

        then:
        ended.thrown.class.simpleName == 'HotCopyFailedException'
        ended.thrown.cancelled()
        !ended.interrupted
    }

    private Verbs session(HttpNeighbours neighbours, long seed) {
        new Verbs(TestVerbs.surroundings(directory, Clock.systemUTC(), told.&add, neighbours, seed))
    }

    private HttpNeighbours neighbours(long seed) {
        new HttpNeighbours(TestVerbs.homeIn(directory), new Random(seed), '1.0', ProcessHandle.current().pid(), { })
    }
}
