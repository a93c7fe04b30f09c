package io.hotcopy.plan

import static io.hotcopy.term.HotCopyType.FULL
import static io.hotcopy.term.HotCopyType.INCREMENTAL
import static io.hotcopy.term.HotCopyType.JOURNAL

import io.hotcopy.driver.RunningCopy
import io.hotcopy.term.ByteSize
import io.hotcopy.term.Lineage
import spock.lang.Specification

/** M14: an incremental goes into the newest complete collection of the archives of its backup group. */
class IncrementalPlanSpec extends Specification {

    World world = new World(policies: [
            World.policy(types: [FULL, INCREMENTAL, JOURNAL], groups: [east: [0, 1]])])

    def 'goes into the sets of the newest complete collection, each archive into its own'() {
        given:
        world.taken.full(1, 100, [0, 1]).full(2, 200, [0, 1])

        when:
        HotCopyStep step = world.plan(INCREMENTAL).steps().first()

        then:
        step.id() == 'nightly/east/incremental'
        step.coordinated
        step.members()*.set()*.get() == [Taken.set(2, 0), Taken.set(2, 1)]
        step.writes() == [Taken.place(2, 0), Taken.place(2, 1)]
        step.members()*.root() == step.writes()

        and: 'says why there'
        step.because() == 'asked for, into the newest complete collection 00000002; coordinated, so that the copies ' +
                'of SG1, SG2 and SG3 agree on one commit'
        step.needs().take(2) == ['archives 0 and 1 RUNNING', 'its sets 00000020 and 00000021 present']
        world.plan(INCREMENTAL).canRun()
    }

    def 'goes on in a collection that has incrementals and journals already'() {
        given:
        world.taken.full(1, 100, [0, 1]).incremental(2, 110, [0, 1]).journal(3, 120, [0, 1])

        expect:
        sets() == [Taken.set(1, 0), Taken.set(1, 1)]
    }

    def 'goes into the previous collection while a full makes the next (M25): #state'() {
        given:
        world.taken.full(1, 100, [0, 1]).begun(2, [0, 1])
        world.copies = [0: [full(2, 0, initialised)], 1: [full(2, 1, initialised)]]

        expect:
        sets() == [Taken.set(1, 0), Taken.set(1, 1)]
        world.plan(INCREMENTAL).canRun()

        where:
        initialised << [false, true]
        state = initialised ? 'its sets are initialised' : 'it has just begun'
    }

    def 'may run beside a journal hot copy of the same set (M24), not beside another incremental (M21)'() {
        given:
        world.taken.full(1, 100, [0, 1])

        when:
        world.copies = [1: [new RunningCopy(Taken.run(9), type, Optional.of(Taken.set(1, 1)), true)]]

        then:
        world.plan(INCREMENTAL).errors()*.message() == refusals

        where:
        type        || refusals
        JOURNAL     || []
        INCREMENTAL || ['Only one incremental hot copy at a time allowed']
    }

    def 'never mixes collections: #what'() {
        given:
        taken.call(world.taken)

        expect:
        reasons(world) == ["no base set: $reason".toString()]

        where:
        what | taken | reason
        'one archive has been copied alone since' |
                { it.full(1, 100, [0, 1]).full(2, 200, [0]) } |
                'archive 0 has been copied in full since collection 00000001, into set 00000020, ' +
                'and only that one can go on'
        'each archive has only been copied alone' |
                { it.full(1, 100, [0]).full(2, 110, [1]) } |
                'archives 0 and 1 have together no complete full hot copy'
        'the collection has a third archive' |
                { it.full(1, 100, [0, 1, 2]) } |
                'archives 0 and 1 have together no complete full hot copy'
        'the newest collection was half published after a crash' |
                { it.full(1, 100, [0, 1]).halfPublished(2, 200, [0, 1], [1]) } |
                'archive 1 has been copied in full since collection 00000001, into set 00000021, ' +
                'and only that one can go on'
    }

    def 'passes over a newer collection whose full was not published'() {
        given:
        world.taken.full(1, 100, [0, 1]).begun(2, [0, 1])

        expect:
        sets() == [Taken.set(1, 0), Taken.set(1, 1)]
    }

    def 'never goes into a set of an earlier life of the database'() {
        given:
        world.taken = new Taken(life: Lineage.created(new UUID(5, 5))).full(1, 100, [0, 1])

        expect:
        reasons(world) == [
                'no base set: archives 0 and 1 have together no complete full hot copy of this life of the database']
    }

    def 'an archive that serves a storage group more than its set knows needs a full first'() {
        given:
        world.taken = new Taken(serves: [0: ['SG1'], 1: ['SG1', 'SG3']]).full(1, 100, [0, 1])

        expect:
        reasons(world) == ['no base set: archive 0 serves SG2 since set 00000010 was last written to']
    }

    def 'expects as many bytes as the last incremental of each archive took; unknown before the first'() {
        when:
        world.taken.full(1, 100, [0, 1])

        then:
        world.plan(INCREMENTAL).steps().first().estimatedBytes() == new ByteSize(0)
        world.plan(INCREMENTAL).steps().first().estimatedTime().empty

        when:
        world.taken.incremental(2, 110, [0, 1], 40).incremental(3, 120, [0, 1], 70)

        then:
        world.plan(INCREMENTAL).steps().first().estimatedBytes() == new ByteSize(140)

        when: 'also into a new set'
        world.taken.full(4, 130, [0, 1])

        then:
        world.plan(INCREMENTAL).steps().first().estimatedBytes() == new ByteSize(140)
    }

    def 'is decided on the newest element of each type'() {
        given:
        world.taken.full(1, 100, [0, 1]).incremental(2, 110, [0, 1]).incremental(3, 120, [0, 1]).journal(4, 120, [0])

        when:
        List<Basis.Archive> archives = world.plan(INCREMENTAL).decidedOn().first().archives()

        then:
        archives*.newestElements() == [
                [(FULL): Taken.run(1), (INCREMENTAL): Taken.run(3), (JOURNAL): Taken.run(4)],
                [(FULL): Taken.run(1), (INCREMENTAL): Taken.run(3)]]
    }

    def 'is planned for each backup group into the collection of its own'() {
        given:
        world.policies = [World.policy(types: [FULL, INCREMENTAL])]
        world.taken.full(1, 100, [0, 1]).full(2, 200, [3, 4])

        expect:
        world.plan(INCREMENTAL).steps()*.members()*.collect { it.set().get() } == [
                [Taken.set(1, 0), Taken.set(1, 1)], [Taken.set(2, 3), Taken.set(2, 4)]]
    }

    def 'needs no directory of its own, so that one pattern without time serves'() {
        given:
        world.policies = [World.policy(types: [FULL, INCREMENTAL], groups: [east: [0, 1]], directory: '{archive}')]
        world.taken.full(1, 100, [0, 1])

        expect:
        world.plan(INCREMENTAL).canRun()
    }

    private static RunningCopy full(int run, int archive, boolean initialised) {
        new RunningCopy(Taken.run(run), FULL, Optional.of(Taken.set(run, archive)), initialised)
    }

    private List sets() {
        world.plan(INCREMENTAL).steps().first().members()*.set()*.get()
    }

    private static List<String> reasons(World world) {
        assert world.plan(INCREMENTAL).steps().empty
        world.plan(INCREMENTAL).errors()*.message()
    }
}
