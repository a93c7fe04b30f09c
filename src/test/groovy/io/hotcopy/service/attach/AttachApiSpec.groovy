package io.hotcopy.service.attach

import io.hotcopy.service.HttpNeighbours
import io.hotcopy.service.http.HttpCaller
import io.hotcopy.verb.LoadRequest
import io.hotcopy.verb.SmallBank
import io.hotcopy.verb.StartRequest
import io.hotcopy.verb.TestVerbs
import io.hotcopy.verb.Verbs
import java.nio.file.Path
import java.time.Clock
import java.time.Duration
import java.util.concurrent.locks.LockSupport
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** What is said below /hotcopy/1/ by who is not an attached hotcopy, or says what makes no sense. */
class AttachApiSpec extends Specification {
    @Shared
    @TempDir
    Path directory

    @Shared
    @AutoCleanup
    Verbs holder

    @Shared
    ServiceFile service

    def setupSpec() {
        SmallBank.writeInto(directory)
        def theirs = new HttpNeighbours(
                TestVerbs.homeIn(directory), new Random(1), '1.0', ProcessHandle.current().pid(), { })
        holder = new Verbs(TestVerbs.surroundings(directory, Clock.systemUTC(), { }, theirs))
        holder.load().run(new LoadRequest([Path.of('domain.groovy')]))
        holder.start().run(StartRequest.of('bank'))
        while (ServiceFile.read(directory.resolve('data'), '1.0').empty) {
            LockSupport.parkNanos(1_000_000)
        }
        service = ServiceFile.read(directory.resolve('data'), '1.0').get()
    }

    def 'only who can read the home is answered: #token'() {
        expect:
        ask('GET', 'domain', '', Optional.ofNullable(token)) == 401

        where:
        token << [null, '', 'x', '0' * 64]
    }

    def 'the token of the file is admitted'() {
        expect:
        ask('GET', 'domain', '') == 200
    }

    def 'what makes no sense is refused, and nothing is done: #method #path #body'() {
        expect:
        ask(method, path, body) == status
        holder.startedDomain() == Optional.of('bank')

        where:
        method | path                | body                                                      || status
        'GET'  | 'calls/1'           | ''                                                        || 404
        'GET'  | 'anything'          | ''                                                        || 404
        'POST' | 'calls/2/interrupt' | ''                                                        || 404
        'POST' | 'calls/3'           | ''                                                        || 400
        'POST' | 'calls/4'           | '[]'                                                      || 400
        'POST' | 'calls/5'           | call('LiveDomain.close/0', '')                            || 400
        'POST' | 'calls/6'           | call('LiveDomain.getClass/0', '')                         || 400
        'POST' | 'calls/7'           | call('LiveDatabase.count/1', '')                          || 400
        'POST' | 'calls/8'           | call('LiveDatabase.count/1', '1')                         || 400
        'POST' | 'calls/9'           | call('LiveDatabase.count/1', '"a", "b"')                  || 400
        'POST' | 'calls/10'          | call('LiveDomain.isolate/1', '{"kind": "java.io.File"}')  || 400
        'POST' | 'calls/11?after=x'  | call('LiveDatabase.tables/0', '')                         || 400
        'POST' | 'calls/12'          | call('LiveDatabase.tables/0', '')                         || 200
    }

    private static String call(String method, String arguments) {
        """{"method": "$method", "database": "ledger", "arguments": [$arguments]}"""
    }

    private int ask(String method, String path, String body, Optional<String> token = Optional.of(service.token())) {
        def content = body.empty ? Optional.empty() : Optional.of(body.bytes)
        new HttpCaller(service.url())
                .send(method, "/hotcopy/1/$path".toString(), token, content, Duration.ofSeconds(60)).statusCode()
    }
}
