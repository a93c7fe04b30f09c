package io.hotcopy.service

import io.hotcopy.catalog.DomainState
import io.hotcopy.problem.HotCopyException
import io.hotcopy.service.attach.AttachPointer
import io.hotcopy.service.attach.ServiceFile
import io.hotcopy.service.attach.ServiceText
import io.hotcopy.service.http.AdminServer
import io.hotcopy.service.http.Mount
import io.hotcopy.service.http.ServerLimits
import io.hotcopy.verb.LoadRequest
import io.hotcopy.verb.SmallBank
import io.hotcopy.verb.StartRequest
import io.hotcopy.verb.TestVerbs
import io.hotcopy.verb.Verbs
import java.nio.file.Files
import java.nio.file.Path
import java.time.Clock
import java.util.concurrent.CompletableFuture
import java.util.concurrent.locks.LockSupport
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/** The file by which the holder of a domain is reached misleads nobody when that holder, or that home, is another. */
@Timeout(120)
class LeftBehindSpec extends Specification {
    @TempDir
    Path directory

    @AutoCleanup
    Verbs verbs

    @AutoCleanup
    AdminServer another = AdminServer.start('127.0.0.1', 0, ServerLimits.USUAL)

    def setup() {
        SmallBank.writeInto(directory)
        Files.createDirectories(home())
        verbs = new Verbs(TestVerbs.surroundings(directory, Clock.systemUTC(), { }, neighbours(1)))
    }

    def 'what a holder that is no more has left does not keep its domain from starting: #what'() {
        given:
        Files.write(home().resolve('service'), content(another.url()))

        expect:
        neighbours(2).at(home()) == Optional.empty()

        when:
        start(verbs)

        then:
        verbs.startedDomain() == Optional.of('bank')

        where:
        what                              | content
        'a file that is damaged'          | { url -> 'hotcopy-service'.bytes }
        'that of another protocol'        | { url -> ServiceText.write(file(url), ServiceFile.PROTOCOL + 1) }
        'one whose port is of others now' | { url -> ServiceText.write(file(url), ServiceFile.PROTOCOL) }
    }

    def 'while somebody holds the domain, a file that is damaged is told of'() {
        given:
        verbs = new Verbs(TestVerbs.surroundings(directory, { }))
        start(verbs)
        Files.write(home().resolve('service'), 'hotcopy-service'.bytes)

        when:
        neighbours(2).at(home())

        then:
        HotCopyException damaged = thrown()
        damaged.message.startsWith('damaged service file: ')
    }

    def 'the copy of a home does not lead to who holds the home it was copied from'() {
        given:
        start(verbs)
        while (neighbours(2).at(home()).empty) {
            LockSupport.parkNanos(1_000_000)
        }
        def copied = Files.createDirectories(directory.resolve('copied'))
        Files.copy(home().resolve('service'), copied.resolve('service'))
        def linked = Files.createSymbolicLink(directory.resolve('linked'), home())

        expect:
        neighbours(3).at(copied) == Optional.empty()

        and: 'it is one home under all its names'
        neighbours(3).at(linked).get().name() == 'bank'
    }

    def 'a domain that ends while others look for one does not trouble them'() {
        given:
        def pointers = new AttachPointer(new DomainState(TestVerbs.homeIn(directory)))
        def ending = CompletableFuture.runAsync {
            200.times {
                pointers.put('bank', home())
                pointers.remove('bank', home())
            }
        }

        expect:
        while (!ending.done) {
            assert pointers.homes().every { it == home() }
        }
        ending.join() == null
    }

    private static void start(Verbs verbs) {
        verbs.load().run(new LoadRequest([Path.of('domain.groovy')]))
        verbs.start().run(StartRequest.of('bank'))
    }

    private HttpNeighbours neighbours(long seed) {
        new HttpNeighbours(
                TestVerbs.homeIn(directory), new Random(seed), '1.0', ProcessHandle.current().pid(), { })
    }

    private static ServiceFile file(URI url) {
        new ServiceFile(url, 'its token', 4711, '1.0')
    }

    private Path home() {
        directory.resolve('data')
    }
}
