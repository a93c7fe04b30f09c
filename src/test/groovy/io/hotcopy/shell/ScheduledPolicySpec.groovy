package io.hotcopy.shell

import io.hotcopy.verb.SmallBank
import io.hotcopy.verb.TestVerbs
import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** What the shell tells of a policy with schedules, objectives and retention. */
class ScheduledPolicySpec extends Specification {

    @TempDir
    Path directory

    def screen = new ByteArrayOutputStream()

    def "show policies tells when each type is taken, what is promised and what is kept"() {
        given:
        write("backupGroup 'east', archives: [0, 1]", '''
            timeZone 'Europe/Berlin'
            objectives rpo: 90.minutes, rto: 1.hour
            backupGroup 'east', archives: [0], shared: true
            backupGroup 'west', archives: [1]
            incremental every: 1.hour, interleaved: true
            journal
            retain recoveryWindow: 14.days, minimum: 2, daily: 7, monthly: 1
            hold 'latest', until: '2027-01-01', because: 'audit'
            hold 'oldest', because: 'law'
            ''', "full at: 'Sun 01:00'")

        when:
        run('-c', 'load domain.groovy policy.groovy', '-c', 'show policies')

        then:
        shown().contains("""\
            policy nightly protects bank/ledger
              backup group east: archives 0, on shared storage
              backup group west: archives 1
              takes full Sun 01:00 Europe/Berlin
              takes incremental every 1 hour, the groups in turn
              takes journal when asked
              into ${directory.toRealPath()}/backups/{date}T{time}-archive-{archive}
              promises rpo 90 minutes, rto 1 hour
              keeps every commit of the last 14 days, at least 2 collections, the last collection of 7 days, \
the last collection of 1 month
              holds latest until 2027-01-01T00:00:00+01:00: audit
              holds oldest: law
            """.stripIndent())
    }

    def "a policy without schedules takes what it takes when asked"() {
        given:
        SmallBank.writeInto(directory)

        when:
        run('-c', 'load domain.groovy policy.groovy', '-c', 'show policies')

        then:
        shown().contains('  takes full when asked, into ')
    }

    def "check says that times are UTC where nobody says otherwise: #words"() {
        given:
        write('nothing', words, schedule)

        when:
        run('check', 'domain.groovy', 'policy.groovy')

        then:
        shown().contains('policy nightly names no time zone: the times of its schedules are UTC') == told
        shown().contains('right: domain bank, policy nightly')

        where:
        schedule         | words           || told
        'full'           | ''              || false
        "full at: 'Sun 01:00'" | ''        || true
        'full every: 1.day'    | ''        || true
        "full at: 'Sun 01:00'" | "timeZone 'UTC'" || false
    }

    def "help explains the words of a policy: #word"() {
        when:
        run('help', word)

        then:
        shown().contains(text)

        where:
        word          | text
        'policy'      | "policy('nightly') { protects 'acme/test' }"
        'incremental' | 'incremental every: 1.hour, interleaved: true'
        'retain'      | 'retain in policy: says what must be kept'
        'onMissed'    | 'in YAML:  onMissed: {skip: {after: 15.minutes}}'
        'expect'      | "expect in domain database: says how much data is expected"
        'retian'      | 'help retain'
    }

    def "a policy may be typed, over lines, with all its words"() {
        given:
        SmallBank.writeInto(directory)

        when:
        run('-c', 'load domain.groovy', '-c', '''policy('typed') {
            protects 'bank/ledger'
            backupGroup 'all', archives: [0, 1]
            full cron: '30 1 * * *'
            onFailure retry, times: 2
            directory 'backups/{date}T{time}-archive-{archive}'
            }''', '-c', 'show policies')

        then:
        shown().contains('declared policy typed')
        shown().contains("takes full cron '30 1 * * *' UTC")
    }

    private void write(String replaced, String words, String full) {
        SmallBank.writeInto(directory)
        String policy = SmallBank.POLICY.replaceFirst(/(?m)^    full$/, "$words\n    $full")
        Files.writeString(directory.resolve('policy.groovy'), policy.replace("    $replaced\n", ''))
        Files.writeString(directory.resolve('domain.groovy'),
                SmallBank.DOMAIN.replaceAll(/serves: \['SG.']/, "serves: ['SG1', 'SG2'], journalHotCopy: true"))
    }

    private void run(String... arguments) {
        def out = new PrintWriter(screen, true)
        new HotCopyProgram(new ProgramSurroundings('1.2.3', directory, directory.resolve('home'),
                new BufferedReader(new StringReader('')), out, out, Optional.empty(), true, System::nanoTime,
                { false }, { events -> TestVerbs.in(directory) }, NoService.NUOCMD)).run(arguments as List)
    }

    private String shown() {
        screen.toString(StandardCharsets.UTF_8)
    }
}
