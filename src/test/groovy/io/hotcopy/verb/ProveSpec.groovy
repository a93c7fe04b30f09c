package io.hotcopy.verb

import io.hotcopy.progress.ProgressEvent
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.time.Instant
import java.time.OffsetDateTime
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** What {@code prove} finds of a bank in two regions with a tie-breaker, and of the policies to start from. */
class ProveSpec extends Specification {

    static final POLICY = TwoRegions.SCHEDULED

    @TempDir
    Path directory

    @AutoCleanup
    Verbs verbs

    def setup() {
        Files.createDirectories(directory.resolve('backups'))
        declare(POLICY)
        verbs = TestVerbs.in(directory, Instant.parse('2026-11-26T06:00:00Z'))
    }

    def 'every single failure is looked at, and none of them breaks a promise that is wide enough'() {
        given:
        def before = Tree.of(directory)
        def result = prove()
        def policy = result.policies()[0]

        expect:
        result.holds()
        policy.scenarios()*.failure() as Set == ['none', 'sm:0', 'sm:1', 'sm:2', 'sm:3', 'region:east', 'region:west',
            'region:third', 'run:full', 'run:incremental', 'run:journal'] as Set
        policy.scenarios()[0].failure() == 'none'
        policy.scenarios().every { it.groups().keySet().containsAll(['SG1', 'SG2']) && it.story().empty }
        policy.from() == OffsetDateTime.parse('2026-11-26T07:00:00+01:00')
        policy.through() == OffsetDateTime.parse('2026-12-26T07:00:00+01:00')

        and: 'journals every 15 minutes lose no less than that, and the copy takes its time'
        def lost = policy.scenarios()[0].whole().rpo().time().get()
        lost >= Duration.ofMinutes(15)
        lost <= Duration.ofMinutes(20)

        and: 'it has only been looked at'
        Tree.of(directory) == before
    }

    def 'a promise that is too narrow is broken without any failure, and the story tells how'() {
        given:
        declare(POLICY.replace('rpo: 20.minutes', 'rpo: 10.minutes'))
        def result = prove()
        def calm = result.policies()[0].scenarios().find { it.failure() == 'none' }

        expect:
        !result.holds()
        !calm.rpoHolds()
        calm.rtoHolds()
        !calm.story().empty
        calm.story()*.at() == calm.story()*.at().sort()
        calm.story().any { it.at() == calm.whole().rpo().at() }
    }

    def 'a failure is assumed when it is said'() {
        given:
        def found = prove(fail: ['sm:0@Tue 02:00..Tue 05:00', 'region:east@2026-12-02T03:00']).policies()[0].scenarios()

        expect:
        found*.failure() == ['sm:0', 'region:east']
        found[0].begins().get() == OffsetDateTime.parse('2026-12-01T02:00:00+01:00')
        found[0].ends().get() == OffsetDateTime.parse('2026-12-01T05:00:00+01:00')
        found[1].begins().get() == OffsetDateTime.parse('2026-12-02T03:00:00+01:00')
        found[1].ends().empty
    }

    def 'an outage is as long as it is said'() {
        given:
        def down = prove(fail: ['sm:0'], outage: Duration.ofHours(3)).policies()[0].scenarios()[0]

        expect:
        Duration.between(down.begins().get(), down.ends().get()) == Duration.ofHours(3)
    }

    def 'without the tie-breaker the loss of a region stops the database'() {
        given:
        declare(POLICY, TwoRegions.DOMAIN.replace(", 't1']", ']'))
        def lost = prove(fail: ['region:east', 'sm:0']).policies()[0].scenarios()

        expect:
        lost[0].stops().present
        lost[1].stops().empty
    }

    def 'policies without a schedule are named and left out'() {
        given:
        declare(POLICY + POLICY.replace("'nightly'", "'by-hand'").replaceAll(/ (at|every): .*/, ''))
        def result = prove(days: 8)

        expect:
        result.policies()*.policy() == ['nightly']
        result.unscheduled() == ['by-hand']
    }

    def 'what is planned in a dry run is not asked: a proof is the same'() {
        expect:
        verbs.dryRun().prove().run(request([days: 8])) == prove(days: 8)
    }

    def 'how many moments have been played is told while it is found out'() {
        given:
        declare(POLICY)
        List<ProgressEvent> told = []

        when:
        verbs.prove().run(request([:]), told::add)

        then:
        !told.empty
        told.every { it instanceof ProgressEvent.TaskCounted && it.things() == 'moments' && it.done() <= it.total() }
        told*.done() == told*.done().toSorted().unique()
        told*.task().unique() == ['bank/ledger']
    }

    def '#file keeps what it promises'() {
        given:
        Files.copy(Path.of('policies').resolve(file), directory.resolve(file))
        def result = prove(what: file)

        expect:
        result.holds()
        result.policies().every { it.assumptions() == [] && it.overlaps() == [] }

        where:
        file << Path.of('policies').toFile().list().findAll { it.endsWith('.groovy') }.sort()
    }

    def 'an edit that doubles the interval breaks the promise, and the way back mends it'() {
        given:
        Files.writeString(directory.resolve('slow.groovy'),
            TwoRegions.DOMAIN + POLICY.replace('15.minutes', '30.minutes'))

        when:
        def there = verbs.planDiff().run('all.groovy', 'slow.groovy', 14)
        def back = verbs.planDiff().run('slow.groovy', 'all.groovy', 14)

        then:
        there.protection()*.objective() == ['rpo', 'rto']
        there.provenDays() == 14
        with(there.protection()[0]) {
            broken() && !mended()
            before().get().holds() && !after().get().holds()
            before().get().withoutFailure().time().get() < after().get().withoutFailure().time().get()
        }
        !back.protection()[0].broken() && back.protection()[0].mended()
    }

    def 'an edit of the domain alone is told too, and none is nothing'() {
        given:
        Files.writeString(directory.resolve('slow.groovy'), TwoRegions.DOMAIN.replace("storageGroups 'SG1', 'SG2'",
            "storageGroups 'SG1', 'SG2'\nexpect size: 500.GB, changesPerDay: 1.GB, journalPerDay: 1.GB\n" +
                "copyRate 50.MB") + POLICY)

        expect:
        with(verbs.planDiff().run('all.groovy', 'slow.groovy', 3660)) {
            !equal()
            provenDays() == 30
            protection()[1].objective() == 'rto' && protection()[1].broken()
        }
        with(verbs.planDiff().run('all.groovy', 'all.groovy', 14)) {
            equal()
            protection() == []
        }
    }

    private void declare(String policy, String domain = TwoRegions.DOMAIN) {
        Files.writeString(directory.resolve('all.groovy'), domain + policy)
    }

    private ProveResult prove(Map how = [:]) {
        verbs.prove().run(request(how))
    }

    private static ProveRequest request(Map how) {
        new ProveRequest(Optional.of(how.what ?: 'all.groovy'), how.days ?: 30, how.fail ?: [],
            Optional.ofNullable(how.outage))
    }
}
