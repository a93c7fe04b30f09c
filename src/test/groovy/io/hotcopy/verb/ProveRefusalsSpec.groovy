package io.hotcopy.verb

import io.hotcopy.problem.HotCopyException
import io.hotcopy.problem.Problem
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.time.Instant
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** What {@code prove} cannot be asked: every message, and what to do instead. */
class ProveRefusalsSpec extends Specification {

    static final FORM = "a failure is sm:N, region:NAME or run:TYPE, and may say when: " +
        "sm:0@'Tue 02:00'..'Tue 05:00'"
    static final MOMENT = MomentText.FORM
    static final DAYS = 'days: Mon, Tue, Wed, Thu, Fri, Sat, Sun'
    static final TIMES = '''a time of day is '01:00' for every day, or 'Sun 01:00', 'Mon,Thu 01:00', \
'Mon-Fri 01:00' for some days'''
    static final WITHOUT_JOURNALS = TwoRegions.DOMAIN.replaceFirst(', journalHotCopy: true', '')
    static final KINDS = 'kinds: sm, region, run'
    static final ARCHIVES = 'archives: 0, 1, 2, 3'
    static final REGIONS = 'regions: east, west, third'
    static final LINES = 'lines with a schedule: full, journal'
    static final FURTHER = '--days N looks further ahead.'
    static final DAYS_LOOKED_AT = 'the 30 days looked at, 2026-11-26T07:00+01:00 to 2026-12-26T07:00+01:00'

    static final POLICY = TwoRegions.SCHEDULED.replaceAll(/ objectives .*| every: 1.hour/, '')

    @TempDir
    Path directory

    @AutoCleanup
    Verbs verbs

    def setup() {
        Files.createDirectories(directory.resolve('backups'))
        declare(POLICY)
        verbs = TestVerbs.in(directory, Instant.parse('2026-11-26T06:00:00Z'))
    }

    def '--fail #text'() {
        when:
        prove(fail: [text])

        then:
        def wrong = thrown(WrongFailuresException)
        said(wrong) == ["failure \"$text\": $message" as String]
        wrong.problems()[0].hints() == hints

        where:
        text                                      | hints
        'sm0'                                     | [FORM]
        ''                                        | [FORM]
        'rm:0'                                    | ['did you mean sm?', KINDS]
        'disk:0'                                  | [KINDS]
        'sm:9'                                    | [ARCHIVES]
        'sm:'                                     | [ARCHIVES]
        'sm:00'                                   | [ARCHIVES]
        'region:esat'                             | ['did you mean east?', REGIONS]
        'region:e1'                               | [REGIONS]
        'run:ful'                                 | ['did you mean full?', LINES]
        'run:incremental'                         | [LINES]
        'run:simple'                              | [LINES]
        'sm:0@'                                   | [MOMENT]
        'sm:0@..Tue 02:00'                        | [MOMENT]
        'sm:0@Tue 02:00..'                        | [MOMENT]
        'sm:0@Tue'                                | [TIMES]
        'sm:0@Tue 2:00'                           | ["did you mean '02:00'?"]
        'sm:0@Tue 25:00'                          | ['times of day go from 00:00 to 23:59']
        'sm:0@Tus 02:00'                          | ['did you mean Tue?', DAYS]
        "sm:0@'Tus 02:00'"                        | ['did you mean Tue?', DAYS]
        'sm:0@2026-13-01T02:00'                   | [MOMENT]
        'sm:0@2026-12-01'                         | [MOMENT]
        'sm:0@2026-12-01T02:00+1'                 | [MOMENT]
        'sm:0@2020-01-01T02:00'                   | [FURTHER]
        'sm:0@2027-01-01T02:00'                   | [FURTHER]
        'sm:0@2026-12-02T02:00..2026-12-01T02:00' | []
        'run:full@Sun 01:00..Sun 02:00'           | ["say only when it begins: run:full@'Sun 01:00'"]

        message << [
            'it does not say what fails',
            'it does not say what fails',
            'there is no kind of failure "rm"',
            'there is no kind of failure "disk"',
            'database bank/ledger has no archive "9"',
            'database bank/ledger has no archive ""',
            'database bank/ledger has no archive "00"',
            'domain bank has no region "esat"',
            'domain bank has no region "e1"',
            'policy nightly has no line "ful" with a schedule',
            'policy nightly has no line "incremental" with a schedule',
            'policy nightly has no line "simple" with a schedule',
            'a moment is missing',
            'a moment is missing',
            'a moment is missing',
            '"Tue" does not end with a time of day',
            '"Tue 2:00" does not end with a time of day',
            '"Tue 25:00": there is no 25:00 in a day',
            'unknown day "Tus" in "Tus 02:00"',
            'unknown day "Tus" in "Tus 02:00"',
            '"2026-13-01T02:00" is no moment',
            '"2026-12-01" is no moment',
            '"2026-12-01T02:00+1" is no moment',
            "\"2020-01-01T02:00\" is not among $DAYS_LOOKED_AT",
            "\"2027-01-01T02:00\" is not among $DAYS_LOOKED_AT",
            'its end 2026-12-01T02:00+01:00 is not after its begin 2026-12-02T02:00+01:00',
            'a run that fails is over at once, and "Sun 02:00" would be its end',
        ]
    }

    def 'everything that is wrong with several is told at once'() {
        when:
        prove(fail: ['sm:9@Tus 02:00', 'region:east', 'region:north@Tue 02:00..Wen 02:00', 'sm:9@Tus 02:00'])

        then:
        def wrong = thrown(WrongFailuresException)
        said(wrong) == [
            'failure "sm:9@Tus 02:00": database bank/ledger has no archive "9"',
            'failure "sm:9@Tus 02:00": unknown day "Tus" in "Tus 02:00"',
            'failure "region:north@Tue 02:00..Wen 02:00": domain bank has no region "north"',
            'failure "region:north@Tue 02:00..Wen 02:00": unknown day "Wen" in "Wen 02:00"',
        ]
    }

    def '#request makes no sense'() {
        when:
        prove(request)

        then:
        def wrong = thrown(HotCopyException)
        wrong.message == message

        where:
        request                       || message
        [days: 0]                     || 'a proof looks 1 to 3660 days ahead, not 0'
        [days: 3661]                  || 'a proof looks 1 to 3660 days ahead, not 3661'
        [outage: Duration.ZERO]       || 'an outage is longer than nothing, not PT0S'
        [outage: Duration.ofHours(-1)] || 'an outage is longer than nothing, not PT-1H'
        [what: 'weekly']              || 'no policy "weekly" is loaded'
        [what: 'all.groovy#weekly']   || '"all.groovy" declares no policy "weekly"'
    }

    def 'without any schedule there is nothing to prove'() {
        given:
        declare(POLICY.replaceAll(/ (at|every): .*/, ''))

        when:
        prove()

        then:
        def wrong = thrown(HotCopyException)
        wrong.message == 'policy "nightly" has no schedule, so there is nothing to prove'
        wrong.hints() == ["Say when a line runs: full at: 'Sun 01:00', or journal every: 15.minutes."]
    }

    def 'what cannot be run is not proven: #what'() {
        given:
        declare(policy, domain)

        when:
        prove()

        then:
        def wrong = thrown(ProblemsException)
        !(wrong instanceof WrongFailuresException)
        wrong.problems()*.message() == [message]
        wrong.problems()[0].span().get().file() == 'all.groovy'
        wrong.texts().containsKey('all.groovy')

        where:
        what                      | policy                               | domain
        'an unknown word'         | POLICY.replace('protects', 'protect') | TwoRegions.DOMAIN
        'journals not allowed'    | POLICY                               | WITHOUT_JOURNALS
        'a storage group missing' | POLICY.replace('[2, 3]', '[2]')      | TwoRegions.DOMAIN

        message << [
            "unknown word `protect` in policy 'nightly'",
            'journal hot copy is not enabled for archive 0, of which policy "nightly" takes journal hot copies',
            'Not all storage groups are included in hot-copy for dbName=ledger, missingSgs=[SG2]',
        ]
    }

    def 'a promise that the rules call impossible is proven all the same'() {
        given:
        declare(POLICY.replace("full at", "objectives rpo: 1.minute\nfull at"))

        expect:
        verbs.check().run(new CheckRequest([Path.of('all.groovy')], Optional.empty())).problems().any {
            it.error && it.message().contains('rpo 1.minute cannot hold')
        }
        !prove().holds()
    }

    private void declare(String policy, String domain = TwoRegions.DOMAIN) {
        Files.writeString(directory.resolve('all.groovy'), domain + policy)
    }

    private ProveResult prove(Map how = [:]) {
        verbs.prove().run(new ProveRequest(Optional.of(how.what ?: 'all.groovy'),
            how.containsKey('days') ? how.days : 30, how.fail ?: [], Optional.ofNullable(how.outage)))
    }

    private static List<String> said(ProblemsException wrong) {
        assert wrong.problems().every { Problem problem -> problem.error && problem.span().empty }
        wrong.problems()*.message()
    }
}
