package io.hotcopy.testkit

import static io.hotcopy.term.HotCopyType.FULL
import static io.hotcopy.term.HotCopyType.INCREMENTAL
import static io.hotcopy.term.HotCopyType.JOURNAL
import static io.hotcopy.testkit.Parts.archive
import static io.hotcopy.testkit.Parts.region
import static io.hotcopy.testkit.Parts.storageManager

import spock.lang.Specification

import java.nio.file.Files
import java.nio.file.Path

/** What the policies that people start from do, in Groovy and in YAML. */
class ShippedPoliciesSpec extends Specification {

    static final List<String> FILES = Files.list(Path.of('policies')).withCloseable { files ->
        files*.toString().findAll { it.endsWith('.groovy') || it.endsWith('.yaml') }.sort()
    }

    def 'no rule has anything to say against #file'() {
        expect:
        PolicyFixture.load(file).problems.empty

        where:
        file << FILES
    }

    def 'each begins with fulls, after which nothing is due: #file'() {
        given:
        def fixture = PolicyFixture.load(file).at('2026-03-29T03:00')

        expect:
        fixture.backup().steps*.type.toUnique() == [FULL]
        fixture.plan().satisfied

        where:
        file << FILES
    }

    def 'single-sm: a full a week, an incremental an hour, journals in between'() {
        given:
        def fixture = PolicyFixture.load('policies/single-sm.groovy').at('2026-03-29T01:00')

        expect:
        taken(fixture.backup()) == ['full only [0]']
        taken(fixture.at('2026-03-29T03:00').backup()) == ['incremental only [0]', 'journal only [0]']
        taken(fixture.at('2026-03-29T03:15').backup()) == ['journal only [0]']
        taken(fixture.at('2026-04-05T01:00').backup()) == ['full only [0]']
    }

    def 'two-regions: while a storage manager is down, the other region goes on; one that comes back is re-based'() {
        given:
        def fixture = PolicyFixture.load('policies/two-regions.groovy').at('2026-03-29T01:00')
        fixture.backup()

        when:
        fixture.stop storageManager(0)

        then:
        taken(fixture.at('2026-03-29T03:15').backup()) == ['incremental west [2]', 'journal west [2]']

        when:
        fixture.start storageManager(0)

        then:
        taken(fixture.at('2026-03-29T03:30').backup()) ==
                ['incremental east [0]', 'journal east [0]', 'journal west [2]']
    }

    def 'interleaved: the two take turns'() {
        given:
        def fixture = PolicyFixture.load('policies/interleaved.groovy').at('2026-01-04T01:00')
        fixture.backup()

        expect:
        taken(fixture.at("2026-01-04T$time").backup()) == steps

        where:
        time    || steps
        '01:15' || ['journal west [2]']
        '01:30' || ['journal east [0]', 'journal west [2]']
        '02:00' || ['incremental east [0]', 'journal east [0]', 'journal west [2]']
        '03:00' || ['incremental east [0]', 'journal east [0]', 'incremental west [2]', 'journal west [2]']
    }

    def 'storage-groups-two-regions: coordinated, and a run of the east that lacks an archive goes to the west'() {
        given:
        def fixture = PolicyFixture.load('policies/storage-groups-two-regions.groovy').at('2026-03-29T01:00')

        expect:
        fixture.plan().steps*.coordinated == [true, true]
        taken(fixture.backup()) == ['full east [0, 1]', 'full west [3, 4]']
        !fixture.plan(FULL).touches(archive(2))

        when:
        fixture.stop(storageManager(1)).at('2026-03-29T03:10')

        then:
        !fixture.plan().touches(archive(0))
        fixture.plan().steps*.backupGroup.toUnique() == ['west']
    }

    def 'low-rpo-journals: a journal hot copy a minute, and one that was missed is left out'() {
        given:
        def fixture = PolicyFixture.load('policies/low-rpo-journals.groovy').at('2026-03-29T01:59')
        fixture.backup FULL

        expect:
        taken(fixture.at('2026-03-30T01:00').backup()) ==
                ['incremental east [0]', 'journal east [0]', 'incremental west [1]', 'journal west [1]']
        taken(fixture.at('2026-03-30T01:17').backup()) == ['journal east [0]', 'journal west [1]']
    }

    def 'daily-weekly-monthly: the policy of a template, a full a day'() {
        given:
        def fixture = PolicyFixture.load('policies/daily-weekly-monthly.groovy').at('2026-03-29T01:00')

        expect:
        taken(fixture.backup()) == ['full east [0]', 'full west [1]']
        taken(fixture.at('2026-03-29T04:00').backup()) == ['journal east [0]', 'journal west [1]']
        taken(fixture.at('2026-03-30T01:00').backup()) == ['full east [0]', 'full west [1]']

        when: 'journals were suspended: this policy takes no incremental'
        fixture.stop(storageManager(0)).start(storageManager(0)).at('2026-03-30T02:00')

        then:
        taken(fixture.backup()) == ['full east [0]', 'journal west [1]']
    }

    def 'what each promises holds under every single failure: #file'() {
        when:
        def proof = PolicyFixture.load(file).at('2026-03-01T00:00').prove()

        then:
        proof.holds
        proof.overlaps.empty

        where:
        file << FILES
    }

    def 'with two regions and a tie-breaker, the loss of any region is survived: #name'() {
        when:
        def proof = PolicyFixture.load("policies/${name}.groovy").at('2026-03-01T00:00').prove(7)

        then:
        proof.survives(region('east'))
        proof.survives(region('west'))
        proof.survives(region('third'))

        where:
        name << ['two-regions', 'interleaved', 'storage-groups-two-regions', 'low-rpo-journals', 'daily-weekly-monthly']
    }

    private static List<String> taken(Plan plan) {
        plan.steps.collect { "${it.type.word()} $it.backupGroup $it.archives".toString() }
    }
}
