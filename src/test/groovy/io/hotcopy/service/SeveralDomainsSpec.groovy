package io.hotcopy.service

import io.hotcopy.problem.HotCopyException
import io.hotcopy.verb.LoadRequest
import io.hotcopy.verb.ShowTopic
import io.hotcopy.verb.SmallBank
import io.hotcopy.verb.StartRequest
import io.hotcopy.verb.TestVerbs
import io.hotcopy.verb.Verbs
import java.nio.file.Files
import java.nio.file.Path
import java.time.Clock
import java.util.concurrent.locks.LockSupport
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/** Two domains run, each in a process of its own; nobody is led to the one that was not meant. */
@Timeout(120)
class SeveralDomainsSpec extends Specification {
    @TempDir
    Path directory
    List<Verbs> open = []

    def setup() {
        holding('bank')
        holding('shop')
    }

    def cleanup() {
        open*.close()
    }

    def 'who says nothing of them is told that there are several: #what'() {
        when:
        asking.call(session(3))

        then:
        HotCopyException refused = thrown()
        refused.message.startsWith('several domains are running: ')
        refused.message.contains('bank')
        refused.message.contains('shop')
        refused.hints()[0].startsWith("hotcopy -c 'load FILE'")

        where:
        what       | asking
        'status'   | { it.status().run() }
        'show'     | { it.show().run(ShowTopic.DOMAIN) }
        'count'    | { it.count().run('accounts') }
        'workload' | { it.workload().status() }
    }

    def 'who has declared one of them works with that one'() {
        given:
        def one = session(4)
        load(one, 'shop')

        expect:
        one.startedDomain() == Optional.of('shop')
        one.status().run().domain() == Optional.of('shop')
    }

    def 'who has declared both is asked which is meant'() {
        given:
        def both = session(5)
        load(both, 'bank')
        load(both, 'shop')

        when:
        both.count().run('accounts')

        then:
        HotCopyException refused = thrown()
        refused.message == 'several domains are running: bank, shop'
    }

    private void holding(String name) {
        def home = directory.resolve(name)
        Files.createDirectories(home)
        SmallBank.writeInto(home)
        Files.writeString(home.resolve('domain.groovy'), SmallBank.DOMAIN.replace("'bank'", "'$name'"))
        def holder = session(open.size())
        load(holder, name)
        holder.start().run(StartRequest.of(name))
        def looking = neighbours(open.size() + 10)
        while (looking.at(home.resolve('data')).empty) {
            LockSupport.parkNanos(1_000_000)
        }
    }

    private void load(Verbs verbs, String name) {
        assert verbs.load().run(new LoadRequest([directory.resolve("$name/domain.groovy")])).loaded()
    }

    private Verbs session(long seed) {
        def verbs = new Verbs(TestVerbs.surroundings(directory, Clock.systemUTC(), { }, neighbours(seed), seed))
        open << verbs
        verbs
    }

    private HttpNeighbours neighbours(long seed) {
        new HttpNeighbours(TestVerbs.homeIn(directory), new Random(seed), '1.0', ProcessHandle.current().pid(), { })
    }
}
