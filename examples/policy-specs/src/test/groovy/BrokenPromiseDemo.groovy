import io.hotcopy.testkit.PolicyFixture
import spock.lang.Specification

/** Fails, to show what a failure looks like: mvn test -Dtest=BrokenPromiseDemo */
class BrokenPromiseDemo extends Specification {

    def 'fifteen minutes cannot be promised: a journal hot copy every ten minutes may fail once'() {
        when:
        def proof = PolicyFixture.load('policies/orders.groovy').at('2026-03-01T00:00').prove(14)

        then:
        proof.rpo('CUSTOMERS') <= 15.minutes
    }
}
