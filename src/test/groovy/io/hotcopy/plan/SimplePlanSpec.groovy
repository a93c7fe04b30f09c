package io.hotcopy.plan

import static io.hotcopy.term.HotCopyType.SIMPLE

import spock.lang.Specification

import java.nio.file.Path

/** M12: a simple hot copy neither uses nor makes a backup set. */
class SimplePlanSpec extends Specification {

    def 'goes where the pattern says, which may name the type, whatever sets there are'() {
        given:
        World world = new World(policies: [
                World.policy(groups: [east: [0, 1]], directory: '{type}/{database}-{date}-{archive}')])
        world.taken.full(1, 100, [0, 1])

        when:
        HotCopyStep step = world.plan(SIMPLE).steps().first()

        then:
        step.id() == 'nightly/east/simple'
        step.writes() == [
                Path.of('backups/simple/test-2021-12-18-0'), Path.of('backups/simple/test-2021-12-18-1')]
        step.members()*.set() == [Optional.empty()] * 2
        step.estimatedBytes().bytes() == 2 * world.archiveBytes
    }

    def 'any policy takes one when asked, without a word for it'() {
        expect:
        new World().plan(SIMPLE).canRun()
    }
}
