package io.hotcopy.testkit

import static io.hotcopy.term.HotCopyType.FULL
import static io.hotcopy.term.HotCopyType.INCREMENTAL
import static io.hotcopy.term.HotCopyType.JOURNAL
import static io.hotcopy.term.HotCopyType.SIMPLE
import static io.hotcopy.testkit.Parts.archive
import static io.hotcopy.testkit.Parts.region
import static io.hotcopy.testkit.Parts.storageManager

import io.hotcopy.problem.HotCopyException
import spock.lang.Specification
import spock.lang.TempDir

import java.nio.file.Files
import java.nio.file.Path
import java.time.Instant

/** What a policy would do, asked of its declaration alone: nothing is started and nothing is written. */
class PolicyFixtureSpec extends Specification {

    def fixture = Policies.twoRegions()

    def 'a plan says what is taken, for which lines, and why'() {
        when:
        fixture.at '2026-03-29T01:00+01:00'
        def plan = fixture.plan()

        then:
        plan.steps*.type == [FULL, FULL]
        plan.steps*.backupGroup == ['east', 'west']
        plan.steps*.archives == [[archive(0), archive(1)], [archive(2), archive(3)]]
        plan.steps*.serves == [[FULL, INCREMENTAL, JOURNAL]] * 2
        plan.steps.every { it.coordinated && it.database == 'shop/orders' && it.policy == 'nightly' }
        plan.steps.first().because.contains('full (daily 01:00) is due since 2026-03-29T01:00:00+01:00, never run')
        plan.steps.first().size == 12.GB
        plan.steps.first().time.get() == 60.seconds
        plan.steps.first().directories*.toString().first() == '/backups/east/orders-2026-03-29T010000-archive-0'
        plan.touches(archive(0))
        !plan.touches(archive(4))
        plan.conflicts.empty
        plan.problems.empty
        plan.leftOut.empty
        !plan.satisfied
    }

    def 'what is taken is there for the next plan, and takes its time'() {
        given:
        fixture.at '2026-03-29T01:00+01:00'

        expect: 'two fulls of a minute each'
        fixture.backup().steps*.type == [FULL, FULL]
        fixture.now.toString() == '2026-03-29T01:02+01:00[Europe/Berlin]'
        fixture.plan().satisfied

        when: 'the clock is put forward from 02:00 to 03:00'
        fixture.advance 1.hour

        then:
        fixture.now.toString() == '2026-03-29T03:02+02:00[Europe/Berlin]'
        fixture.plan().steps*.type == [INCREMENTAL, JOURNAL, INCREMENTAL, JOURNAL]

        when:
        fixture.backup()
        fixture.at '2026-03-29T03:15'

        then: 'a time without an offset is by the clocks of the policy'
        fixture.backup().steps*.type == [JOURNAL, JOURNAL]
        fixture.now.toInstant() == Instant.parse('2026-03-29T01:15:02Z')
    }

    def 'what is asked for is planned whenever'() {
        expect:
        fixture.plan(FULL).steps*.backupGroup == ['east', 'west']
        fixture.plan(FULL, 'west').steps*.backupGroup == ['west']
        fixture.plan(SIMPLE, 'west').steps*.type == [SIMPLE]

        and: 'nothing to append to: onNoBaseSet full'
        fixture.backup(INCREMENTAL, 'west').steps*.type == [FULL]
        fixture.backup(INCREMENTAL, 'west').steps*.type == [INCREMENTAL]
        fixture.backup(SIMPLE).steps*.type == [SIMPLE, SIMPLE]
        fixture.backup(INCREMENTAL, 'west').steps*.serves == [[INCREMENTAL]]
    }

    def 'while a storage manager is down the other group is copied, and then the journals are based anew'() {
        given:
        fixture.at '2026-03-29T01:00+01:00'
        fixture.backup()

        when:
        fixture.stop storageManager(0)
        fixture.at '2026-03-29T01:15+01:00'

        then:
        !fixture.plan().touches(archive(0))
        fixture.plan().touches(archive(2))
        fixture.plan().leftOut*.backupGroup == ['east']
        fixture.plan().leftOut*.type == [JOURNAL]
        fixture.plan().leftOut.first().because ==
                'archive 0 on e1 is STOPPED, so backup group "west" runs instead of "east"'

        when:
        fixture.backup()
        fixture.start storageManager(0)
        fixture.at '2026-03-29T01:30+01:00'

        then: 'onJournalSuspended incremental'
        fixture.backup().steps*.toString()*.replaceFirst(/ hot copy .*group (\w+).*/, ' $1') ==
                ['coordinated incremental east', 'coordinated journal east', 'coordinated journal west']

        when:
        fixture.at '2026-03-29T01:45+01:00'

        then:
        fixture.plan().steps*.type == [JOURNAL, JOURNAL]

        when: 'it happens again'
        fixture.stop(storageManager(0)).start(storageManager(0))

        then:
        fixture.plan().steps*.type == [INCREMENTAL, JOURNAL, JOURNAL]
    }

    def 'a region that is cut off is gone; without a majority nothing can be copied'() {
        given:
        fixture.at('2026-03-29T01:00+01:00').backup()
        fixture.at('2026-03-29T01:15+01:00').cut(region('east'))

        expect:
        fixture.plan().steps*.backupGroup == ['west']

        when:
        fixture.cut(region('third'))
        fixture.backup()

        then:
        def refused = thrown(RefusedPolicyException)
        refused.message.startsWith('the plan cannot be run\n')
        refused.message.contains('No RUNNING SMs found for database dbName=orders')
        refused.problems().size() == 2

        when:
        fixture.heal()

        then:
        fixture.plan().steps*.type == [INCREMENTAL, JOURNAL, INCREMENTAL, JOURNAL]
    }

    def 'a backup group that cannot be copied does not stop the others, and is told after'() {
        given:
        fixture = PolicyFixture.ofText(
                Policies.TWO_REGIONS.replace('OVERLAP', 'wait').replace("onArchiveDown      'west'", ''))
        fixture.at('2026-03-29T01:00+01:00').stop(storageManager(0))

        when:
        fixture.backup()

        then:
        def refused = thrown(RefusedPolicyException)
        refused.message.startsWith('not all backup groups could be copied\n')
        refused.message.contains('Archive 0 on e1 is STOPPED')

        when: 'only the east is due again'
        fixture.start storageManager(0)

        then:
        fixture.backup().steps*.backupGroup == ['east']
    }

    def 'a hot copy that runs is in the way of another: onOverlap #onOverlap'() {
        given:
        fixture = Policies.twoRegions(onOverlap)
        fixture.at '2026-03-29T01:00+01:00'
        fixture.begin FULL

        when:
        def plan = fixture.plan(FULL, 'east')

        then:
        plan.conflicts*.archive == conflicts.collect { archive(it) }
        plan.errors*.message.toUnique() == errors
        plan.leftOut.size() == leftOut

        when: 'a minute is what a full takes'
        fixture.advance 1.minute

        then:
        fixture.plan(FULL, 'east').conflicts.empty

        where:
        onOverlap || conflicts | errors                                         | leftOut
        'wait'    || [0, 1]    | []                                             | 0
        'skip'    || []        | []                                             | 1
        'fail'    || [0, 1]    | ['Only one full hot copy at a time allowed']   | 0
    }

    def 'a clash tells what may not begin, where and why'() {
        given:
        fixture.begin FULL

        when:
        def clash = fixture.plan(FULL, 'east').conflicts.first()

        then:
        clash.type == FULL
        clash.backupGroup == 'east'
        clash.reason == 'Only one full hot copy at a time allowed'
        clash.toString().startsWith('full hot copy of backup group east, archive 0: Only one full hot copy at a time')

        when: 'nobody waits to the end of what is only begun'
        fixture.begin(FULL)

        then:
        def refused = thrown(HotCopyException)
        refused.message.startsWith('the plan cannot begin now:\nplan for 2026-01-01T01:00:00+01:00: 2 steps')

        when: 'who waits to the end also waits for what is in the way'
        fixture.backup(FULL)

        then:
        fixture.now.toInstant() == Instant.parse('2026-01-01T00:04:00Z')
    }

    def 'a journal hot copy beside a full goes into the set that is being made'() {
        given:
        fixture.at('2026-03-29T01:00+01:00').backup()
        fixture.at('2026-03-30T01:00+02:00').begin(FULL)
        fixture.advance 30.seconds

        expect: 'the east has begun its full, the west has not'
        fixture.backup(JOURNAL).steps*.directories*.first()*.toString() ==
                ['/backups/east/orders-2026-03-30T010000-archive-0', '/backups/west/orders-2026-03-29T010000-archive-2']
    }

    def 'the copies of a storage manager that stops have failed, and are due again'() {
        given:
        fixture.at('2026-03-29T01:00+01:00').begin()
        fixture.advance(30.seconds).stop(storageManager(0))
        fixture.advance(1.hour).start(storageManager(0))

        expect: 'the west waited for the east, and nobody took it'
        fixture.plan().steps*.type == [FULL, FULL]
    }

    def 'files are read as they are named, and all that is wrong is told at once'() {
        when:
        PolicyFixture.ofText(Policies.TWO_REGIONS.replace('OVERLAP', 'perhaps').replace('timeZone', 'timeZome'))

        then:
        def refused = thrown(RefusedPolicyException)
        refused.problems().size() == 2
        refused.message.startsWith('the policy cannot be read\ntext:')
        refused.message.contains('HINT: did you mean `timeZone`?')
        refused.message.contains("""onOverlap          perhaps
                                 |                        ^^^^^^^""".stripMargin().lines().toList().first())
    }

    def 'what the rules find in a declaration can be specified too'() {
        expect:
        fixture.problems.empty

        when:
        fixture = PolicyFixture.ofText(Policies.TWO_REGIONS.replace('OVERLAP', 'wait').replace('15.minutes', '1.hour'))

        then:
        fixture.problems*.message.any { it.contains('rpo') }
        fixture.problems.first().error
        fixture.problems.first().place.get().startsWith('text:')
        !fixture.problems.first().hints.empty
        fixture.problems.first().toString().contains('objectives rpo: 20.minutes')
    }

    def 'Groovy and YAML, by text, path or file: #what.class.simpleName'() {
        given:
        def fixture = PolicyFixture.load(what)

        expect:
        fixture.at('2026-01-04T01:00+01:00').plan().steps*.type == [FULL]

        where:
        what << ['policies/single-sm.groovy', Path.of('policies/single-sm.yaml'), new File('policies/single-sm.groovy')]
    }

    def 'of several policies one is chosen'() {
        given:
        fixture = PolicyFixture.ofText(Policies.TWO_REGIONS.replace('OVERLAP', 'wait') + """
            policy('weekly', from: 'nightly') { full at: 'Sun 04:00' }""".stripIndent())

        expect:
        fixture.plan(FULL).steps*.policy == ['nightly', 'nightly', 'weekly', 'weekly']
        fixture.policy('weekly').plan(FULL).steps*.policy == ['weekly', 'weekly']
        fixture.toString() == 'policy weekly at 2026-01-01T01:00:00+01:00 (declared, 0 hot copies taken)'

        when:
        fixture.policy 'weakly'

        then:
        def refused = thrown(HotCopyException)
        refused.message == 'no policy "weakly" is declared; declared are nightly, weekly'
    }

    def 'which policy is to be proven must be clear'() {
        given:
        fixture = PolicyFixture.ofText(Policies.TWO_REGIONS.replace('OVERLAP', 'wait') + """
            policy('weekly', from: 'nightly') { full at: 'Sun 04:00' }""".stripIndent())

        when:
        fixture.prove()

        then:
        def refused = thrown(HotCopyException)
        refused.message == "which of the policies is meant: nightly, weekly? policy 'NAME' chooses one"
    }

    def 'time does not go back behind what has been done'() {
        given:
        fixture.at '2021-12-18T01:00+01:00'
        fixture.at '2021-12-17T01:00+01:00'
        fixture.backup(FULL)

        when:
        fixture.at '2021-12-17T01:00+01:00'

        then:
        def refused = thrown(HotCopyException)
        refused.message == 'it is 2021-12-17T01:02:00+01:00, and time does not go back to 2021-12-17T01:00:00+01:00'

        when:
        fixture.at 'tomorrow'

        then:
        def unread = thrown(HotCopyException)
        unread.message == '"tomorrow" is no time'
        unread.hints().first().endsWith('without an offset it is in Europe/Berlin.')
    }

    def 'names that are not declared are refused: #name'() {
        when:
        act(fixture)

        then:
        def refused = thrown(HotCopyException)
        refused.message == message

        where:
        name             | act                           || message
        'an archive'     | { it.stop storageManager(7) } || 'database "shop/orders" has no archive 7 declared'
        'a region'       | { it.cut region('north') }    || 'no region "north" is declared; declared are east, ' +
                'west, third'
        'a backup group' | { it.plan(FULL, 'north') }    || 'no backup group "north" in policy "nightly"'
        'embedded verbs' | { it.verbs }                  || 'the domain is only declared'
    }

    @TempDir
    Path directory

    def 'nothing is read or written but the policy'() {
        given: 'a policy beside which a set lies that is none of this specification'
        Path file = directory.resolve('mine.groovy')
        Files.writeString(file, Policies.TWO_REGIONS.replace('OVERLAP', 'wait').replace('/backups', 'backups'))

        when:
        PolicyFixture.load(file).at('2026-03-29T01:00+01:00').backup()

        then:
        Files.list(directory).withCloseable { it.toList() } == [file]
    }
}
