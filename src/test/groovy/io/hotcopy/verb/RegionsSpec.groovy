package io.hotcopy.verb

import io.hotcopy.driver.ArchiveFacts.State
import io.hotcopy.problem.HotCopyException
import io.hotcopy.progress.ProgressListener
import io.hotcopy.shell.page.Pages
import io.hotcopy.term.ArchiveId
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** A region is cut off and comes back, as people ask for it and are told of it. */
class RegionsSpec extends Specification {
    static final Confirmation YES = { preview -> true }

    @TempDir
    Path directory

    @AutoCleanup
    Verbs verbs

    def "with a tie-breaker the other region goes on, and the lost one comes back by SYNC"() {
        given:
        verbs = TwoRegions.started(directory)
        def asked = []

        when:
        def cut = verbs.region().cut('west', { asked << it; true })

        then:
        asked*.planned() == [true]
        text(asked[0]).startsWith('would cut off region west, hosts w1 w2, from all others')
        cut.outages()*.archive()*.get() == [new ArchiveId(2), new ArchiveId(3)]
        text(cut).contains('archive 2 of bank/ledger is not RUNNING: it reaches only 3 of 7 processes')
        states() == [State.RUNNING, State.RUNNING, State.STOPPED, State.STOPPED]

        and:
        verbs.put().run('accounts', '1', 'meanwhile')

        when:
        def healed = verbs.region().heal(ProgressListener.NONE)

        then:
        healed.returned()*.sync()*.archive() == [new ArchiveId(2), new ArchiveId(3)]
        healed.outages() == []
        states() == [State.RUNNING] * 4
        text(healed).startsWith('healed, all hosts reach each other')
        text(healed).count('RUNNING the storage manager of archive') == 2
    }

    def "without one the database stops, and status says why and what to do"() {
        given:
        verbs = TwoRegions.started(directory, TwoRegions.DOMAIN.replace(", 't1']", ']'))

        when:
        def cut = verbs.region().cut('west', YES)

        then:
        cut.outages()*.archive() == [Optional.empty()]
        text(cut).contains('database bank/ledger has stopped: hosts [w1, w2] are cut off, and neither side reaches')
        text(cut).contains('HINT: ')
        text(verbs.status().run()).contains('database bank/ledger has stopped: ')
    }

    def "a region that is not there is refused with those that are"() {
        given:
        verbs = TwoRegions.started(directory)

        when:
        verbs.region().cut('north', YES)

        then:
        def refused = thrown(HotCopyException)
        refused.message == 'domain "bank" has no region "north"'
        refused.hints().toList() == ['it has: east, west, third']
        states() == [State.RUNNING] * 4
    }

    def "nothing is cut when the answer is no, nor in a dry run"() {
        given:
        verbs = TwoRegions.started(directory)
        def dry = verbs.dryRun()
        dry.start().run(StartRequest.of('bank'))

        expect:
        dry.region().cut('west', YES).planned()
        dry.region().heal(ProgressListener.NONE).planned()

        when:
        verbs.region().cut('west', { false })

        then:
        thrown(DeclinedException)
        states() == [State.RUNNING] * 4
    }

    private List<State> states() {
        verbs.show().run(ShowTopic.ARCHIVES).databases()[0].archives()*.state()
    }

    private static String text(VerbResult result) {
        Pages.of(result).toString()
    }
}
