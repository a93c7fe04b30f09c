package io.hotcopy.shell.page

import static io.hotcopy.shell.page.MadeProofs.at
import static io.hotcopy.shell.page.MadeProofs.down
import static io.hotcopy.shell.page.MadeProofs.event
import static io.hotcopy.shell.page.MadeProofs.lost
import static io.hotcopy.shell.page.MadeProofs.overlap
import static io.hotcopy.shell.page.MadeProofs.proof
import static io.hotcopy.shell.page.MadeProofs.scenario
import static io.hotcopy.shell.page.MadeProofs.story

import io.hotcopy.shell.screen.Lines
import io.hotcopy.simulate.Failure
import io.hotcopy.simulate.ProtectionProof
import io.hotcopy.simulate.ScenarioProof
import io.hotcopy.simulate.StoryEvent.Kind
import io.hotcopy.term.HotCopyType
import io.hotcopy.verb.ProveResult
import spock.lang.Specification

/** What prove shows, letter by letter. */
class ProofPageSpec extends Specification {

    static final NONE = new Failure.None()
    static final FULL_FAILED = new Failure.RunFailed(HotCopyType.FULL)

    /** Not indented, as all that follow: pages are as wide as they may be. */
    static final HOLDING = '''\
acme-nightly keeps rpo 15 min and rto 2 h under every single failure

policy acme-nightly for acme/test: rpo 15 min and rto 2 h
30 days from 2026-11-26T07:00:00+01:00, times in Europe/Berlin

failure           begins               rpo  lost at             rto  lost at      verdict
no failure        -            10 min 42 s  Dec 1 05:10      31 min  Dec 6 01:00  holds
sm 0 down         Dec 1 02:00  14 min 30 s  Dec 1 05:10      44 min  Dec 6 01:00  holds
  SG2 alone: rpo 10 min
region east lost  Dec 1 02:00       12 min  Dec 1 05:10   1 h 1 min  Dec 6 01:00  holds
full failed       Dec 1 02:00  10 min 42 s  Dec 1 05:10  1 h 58 min  Dec 6 01:00  holds
restored alone, at most: SG1 44 min, SG2 20 min'''

    static final HOLDING_NARROW = '''\
acme-nightly keeps rpo 15 min and rto 2 h under every single failure

policy acme-nightly for acme/test: rpo 15 min and rto 2 h
30 days from 2026-11-26T07:00:00+01:00, times in Europe/Berlin

failure           worst moment             rpo         rto  verdict
no failure        Tue Dec 1 05:10  10 min 42 s      31 min  holds
sm 0 down         Tue Dec 1 02:00  14 min 30 s      44 min  holds
  SG2 alone: rpo 10 min
region east lost  Tue Dec 1 02:00       12 min   1 h 1 min  holds
full failed       Tue Dec 1 02:00  10 min 42 s  1 h 58 min  holds
restored alone, at most: SG1 44 min, SG2 20 min'''

    static final BROKEN = '''\
acme-nightly does not keep rpo 15 min under sm 0 down, nor rto 2 h under one full failed
the database stops under region east lost

policy acme-nightly for acme/test: rpo 15 min and rto 2 h
30 days from 2026-11-26T07:00:00+01:00, times in Europe/Berlin

failure           begins               rpo  lost at             rto  lost at      verdict
no failure        -            10 min 42 s  Dec 1 05:10      31 min  Dec 6 01:00  holds
sm 0 down         Dec 1 02:00       33 min  Dec 1 05:10      44 min  Dec 6 01:00  DOES NOT HOLD
  SG2 SG3 alone: rpo 10 min
region east lost  Dec 1 02:00       12 min  Dec 1 05:10   1 h 1 min  Dec 6 01:00  database stops
  the database stops: hosts e1, e2, e3 are lost, and 3 of 6 processes have no majority
full failed       Dec 1 02:00  10 min 42 s  Dec 1 05:10  2 h 11 min  Dec 6 01:00  DOES NOT HOLD
restored alone, at most: SG1 44 min, SG2 20 min, SG3 20 min

sm 0 down: 33 min are lost, rpo 15 min is promised
the newest commit that can be restored is of 04:37

          Tue 1
          01:30       02:00       02:30       03:00       03:30       04:00       04:30       05:00
failure               #################################################~~~~~~~~                    |
east      I               x                                                                   i    |
west                                          J                                      J          -  |
lost                                                                                 !!!!!!!!!!!!!!|
F full  I incremental  J journal published  f i j begun  x failed  - left out  w waits
# failure  ~ catching up  ! lost  | everything live is lost

  1  Tue Dec 1 01:30:00  east: incremental hot copy published, covers through 01:30:00
  2  Tue Dec 1 02:00:00  storage manager of archive 0 down
  3  Tue Dec 1 02:10:00  east: journal hot copy cannot begin: archive 0 is not RUNNING
  4  Tue Dec 1 03:00:00  west: journal hot copy published, covers through 03:00:00
  5  Tue Dec 1 04:00:00  storage manager of archive 0 starts again
  6  Tue Dec 1 04:20:00  storage manager of archive 0 has caught up
  7  Tue Dec 1 04:37:00  west: journal hot copy published, covers through 04:37:00
  8  Tue Dec 1 05:00:00  east: incremental hot copy begins: journal hot copies are suspended after
                         the SYNC
  9  Tue Dec 1 05:05:00  west: journal hot copy left out, another one runs
 10  Tue Dec 1 05:10:00  everything live is lost: the newest commit that can be restored is of
                         04:37:00

one full failed: a restore takes 2 h 11 min, rto 2 h is promised
a full and 167 incrementals are read

          Sun 6
          00:00         00:30        01:00           01:30         02:00         02:30         03:00
failure                              x|
west      I                           |
east                                 x|
restored                             >|>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>
F full  I incremental  J journal published  f i j begun  x failed  - left out  w waits
# failure  ~ catching up  > being restored  | everything live is lost

  1  Sun Dec 6 00:00:00  west: incremental hot copy published
  2  Sun Dec 6 01:00:00  one full hot copy failed
  3  Sun Dec 6 01:00:00  east: full hot copy failed

warning: without any failure, incremental hot copies of backup group "east" meet full ones that
         still run: 4 times, first Sun Nov 29 02:00 (onOverlap wait)

assumed: nobody declared how much database acme/test changes in a day'''

    static final BROKEN_VERY_NARROW = '''\
acme-nightly does not keep rpo 15 min
under sm 0 down, nor rto 2 h under one
full failed
the database stops under region east
lost

policy acme-nightly for acme/test: rpo
15 min and rto 2 h
30 days from 2026-11-26T07:00:00+01:00,
times in Europe/Berlin

no failure: rpo 10 min 42 s, rto 31 min,
holds
sm 0 down: rpo 33 min, rto 44 min, DOES
NOT HOLD
  SG2 SG3 alone: rpo 10 min
region east lost: rpo 12 min, rto 1 h 1
min, database stops
  the database stops: hosts e1, e2, e3
  are lost, and 3 of 6 processes have no
  majority
one full failed: rpo 10 min 42 s, rto 2
h 11 min, DOES NOT HOLD
restored alone, at most: SG1 44 min, SG2
20 min, SG3 20 min

sm 0 down: 33 min are lost, rpo 15 min
is promised
the newest commit that can be restored
is of 04:37

          Tue 1
             02      03      04      05
failure      #################~~~      |
east      I    x                     i |
west                 J            J   -|
lost                              !!!!!|
F full  I incremental  J journal
published  f i j begun  x failed  - left
out  w waits
# failure  ~ catching up  ! lost  |
everything live is lost

1  Tue Dec 1 01:30:00 east:
     incremental hot copy published,
     covers through 01:30:00
2  Tue Dec 1 02:00:00 storage
     manager of archive 0 down'''

    def 'what holds is one line, and then the figures of every failure'() {
        expect:
        page(100, holding()) == HOLDING
    }

    def 'a narrow terminal gets fewer columns, a very narrow one sentences'() {
        expect:
        page(80, holding()) == HOLDING_NARROW
        page(30, holding()).contains('region east lost: rpo 12 min,\nrto 1 h 1 min, holds\n')
    }

    def 'what does not hold is drawn and told, rpo before rto'() {
        expect:
        page(100, broken()) == BROKEN
    }

    def 'a picture has as many columns as there are'() {
        expect:
        page(40, broken()).startsWith(BROKEN_VERY_NARROW)
    }

    def 'no line is wider than the terminal'() {
        expect:
        (20..200).every { width ->
            [holding(), broken()].every { made -> page(width, made).readLines().every { it.length() <= width } }
        }
    }

    def 'it is plain ASCII, and the colours are of the terminal alone'() {
        given:
        def lines = ProofPage.of(ProveResult.of([], [broken()], []), 100)

        expect:
        lines.toString() ==~ /[\n -~]*/
        ansi(lines, 'DOES NOT HOLD').contains('[31mDOES NOT HOLD')
        ansi(lines, 'database stops').contains('[35m')
        ansi(lines, 'assumed: ').contains('[2massumed: ')
        ansi(lines, '!!!').contains('[31m!')
    }

    def 'the first line says #sentence'() {
        expect:
        page(200, made).readLines()[0] == sentence

        where:
        sentence << [
            'acme-nightly keeps rpo 15 min under every single failure',
            'acme-nightly promises neither rpo nor rto: at worst, rpo 33 min (sm 0 down) and rto no bound (region ' +
                'east lost)',
            'acme-nightly does not keep rpo 15 min even without failure',
            'acme-nightly does not keep rpo 15 min under sm 0 down, sm 1 down, sm 2 down and 2 more',
        ]
        made << [
            proof(rto: null, scenario(NONE, 10, 30)),
            proof(rpo: null, rto: null, scenario(NONE, 10, 30), scenario(down(0), 33, 20),
                scenario(lost('east'), 1, null)),
            proof(scenario(rpoHolds: false, NONE, 15.01, 30), scenario(rpoHolds: false, down(0), 33, 20)),
            proof((0..4).collect { scenario(rpoHolds: false, down(it), 33, 20) } as ScenarioProof[]),
        ]
    }

    def 'the answer reads well where programs ask for it'() {
        expect:
        ProveResult.of([], [holding()], []).holds
        !ProveResult.of([], [holding(), broken()], []).holds
        ProveResult.of([], [broken()], []).policies[0].scenarios.findAll { !it.holds }*.failure == ['sm:0', 'run:full']
        ProveResult.of([], [], []).holds()
    }

    def 'of many storage groups some are told'() {
        given:
        def groups = (1..9).collectEntries { ["SG$it" as String, [5, 6]] }
        def lines = page(100, proof(scenario(groups: groups, NONE, 10, 30))).readLines()

        expect:
        lines.contains('  SG1 SG2 SG3 SG4 SG5 SG6 and 3 more alone: rpo 5 min')
        lines.contains('restored alone, at most: ' + (1..6).collect { "SG$it 6 min" }.join(', ') + ' and 3 more')
    }

    def 'failures that were asked for are named'() {
        given:
        def result = ProveResult.of(['sm:0', 'run:full'],
            [proof(scenario(down(0), 1, 1), scenario(FULL_FAILED, 1, 1))], ['by-hand'])

        expect:
        ProofPage.of(result, 100).toString().startsWith('''\
            acme-nightly keeps rpo 15 min and rto 2 h under sm 0 down, one full failed
            by-hand has no schedule, so it is not looked at

            policy acme-nightly for acme/test: rpo 15 min and rto 2 h
            '''.stripIndent())
    }

    def 'of many counterexamples the worst two are drawn, and the others can be asked for'() {
        given:
        def many = (0..4).collect { scenario(rpoHolds: false, story: story(), down(it), 30 + it, 20) }
        def lines = page(120, proof(many as ScenarioProof[])).readLines()

        expect:
        lines.findAll { it.contains(' are lost, ') } == [
            'sm 4 down: 34 min are lost, rpo 15 min is promised', 'sm 3 down: 33 min are lost, rpo 15 min is promised']
        lines.contains('3 counterexamples more; --fail sm:2 --fail sm:1 draws two of them')
    }

    def 'of a long story the begin and the end are told'() {
        given:
        def published = (1..50).collect {
            event("2026-12-01T01:${it + 9}:00Z", Kind.PUBLISHED, 'east', HotCopyType.JOURNAL, "published $it")
        }
        def lines = page(100, proof(scenario(rpoHolds: false, story: published, down(0), 33, 20))).readLines()

        expect:
        lines.contains('    and 18 more; --json has all')
        lines.findAll { it.contains(' east: published ') }.size() == 32
        lines.last() == ' 50  Tue Dec 1 02:59:00  east: published 50'
    }

    def 'what happens long before the loss is told, and not drawn'() {
        given:
        def old = event('2026-11-30T04:10:00Z', Kind.PUBLISHED, 'old', HotCopyType.FULL, 'published')
        def lines = page(100, proof(scenario(rpoHolds: false, story: [old] + story(), down(0), 20, 20))).readLines()

        expect: 'eight times 20 minutes'
        lines.find { it.startsWith('lost ') } ==~ /lost {6} {77}!{12}\|/
        lines.findAll { it.startsWith('failure ') }.last() ==~ /failure {3}#{51}~{11} +\|/
        lines.find { it.startsWith('old ') } ==~ /old +\|/
        lines.contains('  1  Mon Nov 30 05:10:00  old: published')
    }

    def 'what cannot be restored at all has no bound, and is drawn from the beginning'() {
        given:
        def scenario = scenario(rpoHolds: false, rtoHolds: false, story: story(), lost('east'), null, null)
        def lines = page(80, proof(scenario)).readLines()

        expect:
        lines.any { it ==~ /region east lost +Tue Dec 1 02:00 +no bound +no bound +DOES NOT HOLD/ }
        lines.contains('region east lost: everything is lost, rpo 15 min is promised')
        lines.any { it ==~ /lost +!{69}\|/ }
    }

    private static ProtectionProof holding() {
        proof(scenario(NONE, 10.7, 31), scenario(groups: [SG1: [14.5, 44], SG2: [10, 20]], down(0), 14.5, 44),
            scenario(lost('east'), 12, 60.5), scenario(FULL_FAILED, 10.7, 118))
    }

    private static ProtectionProof broken() {
        proof(overlaps: [overlap()], assumptions: ['nobody declared how much database acme/test changes in a day'],
            scenario(NONE, 10.7, 31),
            scenario(rpoHolds: false, ends: at('2026-12-01T03:00:00Z'), story: story(),
                groups: [SG1: [33, 44], SG2: [10, 20], SG3: [10, 20]], down(0), 33, 44),
            scenario(stops: 'hosts e1, e2, e3 are lost, and 3 of 6 processes have no majority', lost('east'), 12, 60.5),
            scenario(rtoHolds: false, story: lateFull(), FULL_FAILED, 10.7, 130.2))
    }

    private static lateFull() {
        [event('2026-12-05T23:00:00Z', Kind.PUBLISHED, 'west', HotCopyType.INCREMENTAL,
            'incremental hot copy published'),
         event('2026-12-06T00:00:00Z', Kind.FAILURE, 'one full hot copy failed'),
         event('2026-12-06T00:00:00Z', Kind.FAILED, 'east', HotCopyType.FULL, 'full hot copy failed')]
    }

    private static String page(int width, ProtectionProof... proofs) {
        ProofPage.of(ProveResult.of([], proofs as List, []), width).toString()
    }

    private static String ansi(Lines lines, String with) {
        lines.all().find { it.toString().contains(with) }.toAnsi()
    }
}
