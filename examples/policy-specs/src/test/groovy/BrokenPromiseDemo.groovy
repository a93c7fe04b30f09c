import io.hotcopy.testkit.PolicyFixture
import spock.lang.Specification

/** Fails, to show what a failure looks like: mvn test -Dtest=BrokenPromiseDemo */
class BrokenPromiseDemo extends Specification {

    def 'five minutes cannot be promised with a journal hot copy every ten'() {
        when:
        def proof = PolicyFixture.load('policies/orders.groovy').at('2026-03-01T00:00').prove(14)

        then:
        proof.rpo('CUSTOMERS') <= 5.minutes
    }
}
