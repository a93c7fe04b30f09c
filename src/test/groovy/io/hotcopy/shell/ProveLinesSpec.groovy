package io.hotcopy.shell

import com.fasterxml.jackson.databind.ObjectMapper
import io.hotcopy.verb.TwoRegions
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** {@code prove} as people type it: alone, in the shell, and in a script; with its exit codes. */
class ProveLinesSpec extends Specification {

    @TempDir
    Path directory

    def setup() {
        Files.createDirectories(directory.resolve('backups'))
        Files.writeString(directory.resolve('all.groovy'), TwoRegions.DOMAIN + TwoRegions.SCHEDULED)
        Files.writeString(directory.resolve('tight.groovy'),
            TwoRegions.DOMAIN + TwoRegions.SCHEDULED.replace('rpo: 20.minutes', 'rpo: 10.minutes'))
    }

    def 'what holds ends with 0'() {
        given:
        def prove = run('prove', 'all.groovy')

        expect:
        prove.err.toString() == ''
        prove.code == 0
        prove.out.toString().startsWith('nightly keeps rpo 20 min and rto 1 h under every single failure\n')
        prove.out.toString().readLines().count { it.endsWith('  holds') } == 11
    }

    def 'what does not hold ends with 1, and its counterexample is drawn'() {
        given:
        def prove = run('prove', 'tight.groovy#nightly')

        expect:
        prove.code == 1
        prove.out.toString().startsWith('nightly does not keep rpo 10 min even without failure\n')
        prove.out.toString() =~ /\nlost +!+\|\n/
        prove.out.toString().readLines().every { it.length() <= 100 }
    }

    def 'JSON has all of it'() {
        given:
        def prove = run('prove', 'all.groovy', '--json', '--days', '8', '--fail', "sm:0@'Tue 02:00'..'Tue 05:00'",
            '--fail', 'region:east')
        def json = new ObjectMapper().readValue(prove.out.toString(), Map)

        expect:
        prove.code == 0
        json.asked == ["sm:0@'Tue 02:00'..'Tue 05:00'", 'region:east']
        json.policies[0].scenarios*.failure == ['sm:0', 'region:east']
        json.policies[0].scenarios[0].begins ==~ /\d{4}-\d\d-\d\dT02:00\+0[12]:00/
    }

    def '#words is wrong usage: #message'() {
        given:
        def prove = run('prove', 'all.groovy', *words)

        expect:
        prove.code == 2
        prove.out.toString() == ''
        prove.err.toString().startsWith(message)

        where:
        words                           | message
        ['--days', '0']                 | 'ERROR: --days takes a number of days, one or more, not 0\n'
        ['--outage', '24h']             | 'ERROR: "24h" is no duration\nHINT: did you mean 24.hours?\n'
        ['--outage', '0.hours']         | 'ERROR: --outage takes a duration of more than zero, not "0.hours"\n'
        ['--fail', 'sm:7', '--fail', 'x'] | 'error: failure "sm:7": database bank/ledger has no archive "7"\nHINT: ' +
            'archives: 0, 1, 2, 3\nerror: failure "x": it does not say what fails\nHINT: a failure is '
        ['more']                        | "ERROR: unmatched argument at index 1: 'more'\n"
    }

    def 'what cannot be proven ends with 1'() {
        given:
        Files.writeString(directory.resolve('none.groovy'),
            TwoRegions.DOMAIN + TwoRegions.SCHEDULED.replaceAll(/ (at|every): .*/, ''))

        expect:
        with(run('prove', 'none.groovy')) {
            code == 1
            err.toString().startsWith('ERROR: policy "nightly" has no schedule, so there is nothing to prove\nHINT: ')
        }
        with(run('prove', 'all.groovy', '--days', '4000')) {
            code == 1
            err.toString().startsWith('ERROR: a proof looks 1 to 3660 days ahead, not 4000\n')
        }
    }

    def 'in the shell it proves what is loaded, quotes and all'() {
        given:
        def shell = run('-c', 'load all.groovy', '-c', "prove --days 8 --fail sm:0@'Tue 02:00'..'Tue 05:00'",
            '-c', 'prove nightly --days 8 --outage 2.hours --fail run:full')

        expect:
        shell.err.toString() == ''
        shell.code == 0
        shell.out.toString().contains('nightly keeps rpo 20 min and rto 1 h under sm 0 down\n')
        shell.out.toString().contains('nightly keeps rpo 20 min and rto 1 h under one full failed\n')
    }

    def 'a script has the answer in the result, and goes on'() {
        given:
        Files.writeString(directory.resolve('s.groovy'), '''\
            def proof = prove 'all.groovy', days: 8, fail: ['sm:0', 'region:east'], outage: 2.hours
            assert proof.holds
            assert proof.policies[0].scenarios*.failure == ['sm:0', 'region:east']
            assert proof.policies[0].scenarios[0].whole.rpo.time.get() <= 20.minutes
            assert !prove('tight.groovy', days: 8, fail: 'run:journal', outage: '2.hours').holds()
            '''.stripIndent())
        def script = run('run', 's.groovy')

        expect:
        script.err.toString() == ''
        script.code == 0
        script.out.toString().contains('nightly keeps rpo 20 min and rto 1 h under sm 0 down, region east lost\n')
    }

    def 'a script is refused what the command is refused: #line'() {
        given:
        Files.writeString(directory.resolve('s.groovy'), line)
        def script = run('run', 's.groovy')

        expect:
        script.code == 1
        script.err.toString().contains(message)

        where:
        line                                      | message
        "prove 'all.groovy', fial: 'sm:0'"        | 'HINT: did you mean `fail:`?\n' +
            'HINT: it takes: days, fail, outage\n'
        "prove 'all.groovy', outage: '2h'"        | '"2h" is no duration'
        "prove 'all.groovy', fail: 'sm:7'"        | 'failure "sm:7": database bank/ledger has no archive "7"'
        "prove 'all.groovy', fail: ['sm:0', 'sm:7', 'x']" | 'failure "x": it does not say what fails'
        "prove 'a', 'b'"                          | 'prove takes one WHAT at most'
    }

    def 'help tells what a FAILURE is'() {
        given:
        def help = run('help', 'prove').out.toString()

        expect:
        help.startsWith('Usage: prove ')
        help.contains('region:NAME')
        help.contains('  prove nightly --fail "sm:0@Tue 02:00..Tue 05:00" --fail region:east')
        run('help', 'commands').out.toString().contains('  prove          whether policies keep rpo and rto')
    }

    private OneShot run(String... words) {
        new OneShot(directory, words as List)
    }
}
