package io.hotcopy.plan

import io.hotcopy.problem.Problem
import io.hotcopy.term.HotCopyType
import spock.lang.Specification

class DeclaredTypeSpec extends Specification {

    def 'accepts a policy that takes what is asked for'() {
        expect:
        new World().findings(new DeclaredType()) == []
    }

    def 'refuses a policy that does not take what is asked for, once for all its backup groups'() {
        when:
        List<Problem> problems = new World(policies: [World.policy(types: [])]).findings(new DeclaredType())

        then:
        problems*.message() == ['policy "nightly" takes no full hot copies']
        problems*.hints().flatten() == ['Write the word full into the policy.']
    }

    def 'asks for the word of each type but simple, which uses and makes no set: #type'() {
        expect:
        new World().findings(new DeclaredType(), PlanRequest.of(type))*.hints().flatten() == hints

        where:
        type                     || hints
        HotCopyType.INCREMENTAL  || ['Write the word incremental into the policy.']
        HotCopyType.JOURNAL      || ['Write the word journal into the policy.']
        HotCopyType.SIMPLE       || []
    }
}
