package io.hotcopy.testkit

import static io.hotcopy.term.HotCopyType.FULL
import static io.hotcopy.term.HotCopyType.INCREMENTAL
import static io.hotcopy.term.HotCopyType.JOURNAL
import static io.hotcopy.testkit.Parts.archive
import static io.hotcopy.testkit.Parts.region
import static io.hotcopy.testkit.Parts.storageManager

import io.hotcopy.problem.HotCopyException
import io.hotcopy.progress.ProgressListener
import io.hotcopy.recovery.RestoreTarget
import io.hotcopy.verb.CreateTableRequest
import io.hotcopy.verb.OpenRequest
import io.hotcopy.verb.RestoreRequest
import io.hotcopy.verb.SetRequest
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

import java.nio.file.Files
import java.nio.file.Path

/** The same policies on a database that really runs, in a directory of the specification. */
class EmbeddedFixtureSpec extends Specification {

    @TempDir
    Path directory

    @AutoCleanup
    PolicyFixture fixture = Policies.twoRegions()

    def 'what is due is really copied, below the directory alone, and can be restored'() {
        given:
        fixture.at('2026-03-29T01:00+01:00').embedded(directory)
        fixture.verbs.createTable().run(new CreateTableRequest('orders', ['SG1'], Optional.empty()))
        fixture.verbs.put().run('orders', '1', 'books')

        expect:
        fixture.plan().steps*.serves == [[FULL, INCREMENTAL, JOURNAL]] * 2
        fixture.backup().steps*.type == [FULL, FULL]
        fixture.plan().satisfied
        Files.isDirectory(directory.resolve('backups/nightly/backups/east/orders-2026-03-29T010000-archive-0/full'))
        Files.list(directory).withCloseable { it*.fileName*.toString().sort() } == ['.hotcopy', 'backups', 'data']

        when:
        fixture.advance 1.hour

        then:
        fixture.backup().steps*.type == [INCREMENTAL, JOURNAL, INCREMENTAL, JOURNAL]

        when:
        fixture.verbs.restore().run(
                new RestoreRequest(SetRequest.of(), directory.resolve('restored'), new RestoreTarget.Latest()),
                { true }, ProgressListener.NONE)
        fixture.verbs.open().run(new OpenRequest([directory.resolve('restored')], 'before'))

        then:
        fixture.verbs.get().run('before.orders', '1').value() == Optional.of('books')
    }

    def 'a storage manager that is away, and a region'() {
        given:
        fixture.at('2026-03-29T01:00+01:00').embedded(directory.toFile())
        fixture.backup()

        when:
        fixture.stop storageManager(0)
        fixture.advance 15.minutes

        then:
        !fixture.plan().touches(archive(0))
        fixture.plan().touches(archive(2))

        when:
        fixture.start storageManager(0)

        then: 'onJournalSuspended incremental'
        fixture.backup().steps*.type == [INCREMENTAL, JOURNAL, JOURNAL]

        when:
        fixture.cut region('west')
        fixture.advance 15.minutes

        then:
        fixture.backup(JOURNAL, 'east').steps*.type == [JOURNAL]

        when:
        fixture.backup(JOURNAL, 'west')

        then:
        def refused = thrown(RefusedPolicyException)
        refused.message.contains('No RUNNING SMs found for database dbName=orders')

        when:
        fixture.heal()

        then:
        fixture.plan(FULL).errors.empty
        fixture.plan(FULL).conflicts.empty
        fixture.toString() == 'policy nightly at 2026-03-29T01:30:00+01:00 (running here)'
    }

    def 'copies that lead out of every directory are refused before anything is started'() {
        given:
        fixture = PolicyFixture.ofText(
                Policies.TWO_REGIONS.replace('OVERLAP', 'wait').replace("'/backups", "'../../../backups"))

        when:
        fixture.embedded(directory)

        then:
        def refused = thrown(HotCopyException)
        refused.message.startsWith('the copies of policy "nightly" go to "../../../backups/')
        Files.list(directory).withCloseable { it.toList() } == []
    }
}
