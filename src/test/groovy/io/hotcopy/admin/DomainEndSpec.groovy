package io.hotcopy.admin

import io.hotcopy.problem.HotCopyException
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** A domain ends, whatever those find out that are to end before it. */
class DomainEndSpec extends Specification {
    @TempDir
    Path directory

    def 'what cannot end keeps nothing else from ending'() {
        given:
        def fixture = new AdminFixture(directory.resolve('home')).start()
        def ended = []
        fixture.domain.beforeEnd { ended << 'what came first' }
        fixture.domain.beforeEnd { throw new HotCopyException('it cannot') }

        when:
        fixture.domain.close()

        then:
        HotCopyException told = thrown()
        told.message == 'it cannot'
        ended == ['what came first']

        and: 'the home is free'
        new AdminFixture(directory.resolve('home')).start().domain.close() == null
    }
}
