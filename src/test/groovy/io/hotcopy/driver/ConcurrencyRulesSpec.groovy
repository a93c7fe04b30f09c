package io.hotcopy.driver

import static io.hotcopy.term.HotCopyType.FULL
import static io.hotcopy.term.HotCopyType.INCREMENTAL
import static io.hotcopy.term.HotCopyType.JOURNAL

import io.hotcopy.term.ElementId
import io.hotcopy.term.HotCopyType
import io.hotcopy.term.SetId
import spock.lang.Specification

/** Which hot copies may run together on one archive: M21–M26, each with what it allows and what it forbids. */
class ConcurrencyRulesSpec extends Specification {

    static final SetId PREVIOUS = new SetId(new UUID(0, 1))
    static final SetId NEXT = new SetId(new UUID(0, 2))

    def 'M21 a second hot copy of the same type is refused: #type'() {
        expect:
        reason([running(type, PREVIOUS)], PREVIOUS, type, set) == "Only one ${type.word()} hot copy at a time allowed"

        where:
        type        | set
        FULL        | PREVIOUS
        FULL        | NEXT
        INCREMENTAL | PREVIOUS
        JOURNAL     | PREVIOUS
    }

    def 'M21 a hot copy may begin when no other of its type is running: #type'() {
        expect:
        allowed(others, PREVIOUS, type, set)

        where:
        type        | set      | others
        FULL        | NEXT     | [running(INCREMENTAL, PREVIOUS), running(JOURNAL, PREVIOUS)]
        INCREMENTAL | PREVIOUS | []
        JOURNAL     | PREVIOUS | []
    }

    def 'M22 a #type is refused while the #other of the same set is running'() {
        expect:
        reason([running(other, PREVIOUS)], PREVIOUS, type, PREVIOUS) ==
                'Full and incremental hot copies of the same backup set cannot run at the same time'

        where:
        type        | other
        FULL        | INCREMENTAL
        INCREMENTAL | FULL
    }

    def 'M22 a full may begin a new set while an incremental of the previous set is running'() {
        expect:
        allowed([running(INCREMENTAL, PREVIOUS)], PREVIOUS, FULL, NEXT)
    }

    def 'M23 a journal copy into the set of a running full is refused before the set is initialised'() {
        expect:
        reason([beginning(NEXT)], PREVIOUS, JOURNAL, NEXT) == 'Backup set must be initialized before journal hot copy'
    }

    def 'M23 a journal copy into the set of a running full is allowed once the set is initialised'() {
        expect:
        allowed([running(FULL, NEXT)], NEXT, JOURNAL, NEXT)
    }

    def 'M24 a journal and an incremental copy run on the same set together: #second joins #first'() {
        expect:
        allowed([running(first, PREVIOUS)], PREVIOUS, second, PREVIOUS)

        where:
        first       | second
        INCREMENTAL | JOURNAL
        JOURNAL     | INCREMENTAL
    }

    def 'M24 a journal and an incremental copy together leave no room for another #third'() {
        expect:
        reason([running(INCREMENTAL, PREVIOUS), running(JOURNAL, PREVIOUS)], PREVIOUS, third, PREVIOUS) ==
                "Only one ${third.word()} hot copy at a time allowed"

        where:
        third << [INCREMENTAL, JOURNAL]
    }

    def 'M25 an incremental into the previous set is allowed while a full is making the next'() {
        expect:
        allowed([full], newest, INCREMENTAL, PREVIOUS)

        where:
        full                | newest
        beginning(NEXT)     | PREVIOUS
        running(FULL, NEXT) | NEXT
    }

    def 'M25 an incremental into the next set is refused while its full is running, with the way out'() {
        when:
        Refusal refusal = refusalOf([running(FULL, NEXT)], NEXT, INCREMENTAL, NEXT).get()

        then:
        refusal.hints().every { it.contains('name the previous backup set') }
    }

    def 'M26 a journal copy into the previous set is allowed until the next set is initialised'() {
        expect:
        allowed([beginning(NEXT)], PREVIOUS, JOURNAL, PREVIOUS)
    }

    def 'M26 a journal copy into the previous set is refused once the next set is initialised: #when'() {
        when:
        Refusal refusal = refusalOf(others, newest, JOURNAL, PREVIOUS).get()

        then:
        refusal.reason() == 'Journal hot copy is only allowed on the most recent backup set'
        refusal.hints() == ["The newest backup set is $NEXT: name that one."]

        where:
        when                               | others                | newest
        'its full is running'              | [running(FULL, NEXT)] | NEXT
        'its full has just initialised it' | [running(FULL, NEXT)] | PREVIOUS
        'its full has ended'               | []                    | NEXT
    }

    def 'M15 a journal copy of an archive without any set is refused'() {
        expect:
        refusalOf([], null, JOURNAL, NEXT).get().hints() ==
                ['This archive has no backup set: run a full hot copy first.']
    }

    def 'a refusal becomes an exception that keeps reason and hints'() {
        given:
        Refusal refusal = refusalOf([running(FULL, NEXT)], NEXT, FULL, NEXT).get()

        expect:
        refusal.exception().message == refusal.reason()
        refusal.exception().hints() == refusal.hints()
    }

    private static boolean allowed(List<RunningCopy> running, SetId newest, HotCopyType type, SetId set) {
        refusalOf(running, newest, type, set).empty
    }

    private static String reason(List<RunningCopy> running, SetId newest, HotCopyType type, SetId set) {
        refusalOf(running, newest, type, set).get().reason()
    }

    private static Optional<Refusal> refusalOf(List<RunningCopy> running, SetId newest, HotCopyType type, SetId set) {
        ConcurrencyRules.refusal(running, Optional.ofNullable(newest),
                new CopyRequest(new ElementId(UUID.randomUUID()), type, Optional.of(set)))
    }

    private static RunningCopy running(HotCopyType type, SetId set) {
        new RunningCopy(new ElementId(UUID.randomUUID()), type, Optional.of(set), true)
    }

    private static RunningCopy beginning(SetId set) {
        new RunningCopy(new ElementId(UUID.randomUUID()), FULL, Optional.of(set), false)
    }
}
