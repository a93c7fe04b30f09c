package io.hotcopy.shell

import io.hotcopy.shell.ProgramSurroundings.TerminalOpener
import io.hotcopy.verb.SmallBank
import io.hotcopy.verb.TestVerbs
import io.hotcopy.verb.TwoRegions
import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import org.jline.terminal.Size
import org.jline.terminal.Terminal
import org.jline.terminal.impl.DumbTerminal
import org.jline.terminal.impl.ExternalTerminal
import spock.lang.Specification
import spock.lang.TempDir

/** The whole shell, typed into: keys in, everything that would be on the screen out. */
class ShellOverKeysSpec extends Specification {

    @TempDir
    Path directory

    def screen = new ByteArrayOutputStream()

    int code

    def "help is answered and exit leaves"() {
        when:
        type('help\nexit\nhelp exit\n')

        then:
        shown().contains('help COMMAND, help WORD and help TOPIC explain one')
        !shown().contains('Usage: exit')
        code == 0
    }

    def "a command that fails leaves the shell open"() {
        when:
        type('help nonsense\nhelp exit\n')

        then:
        shown().contains('ERROR: there is no command, word or topic "nonsense"')
        shown().contains('Usage: exit')
        code == 0
    }

    def "a terminal of unknown size still shows its prompt"() {
        when:
        type('exit\n', new Size(0, 0))

        then:
        shown().contains('hotcopy> ')
    }

    def "the history is its owner's only, and is there the next time"() {
        given:
        def history = home().resolve('history')

        when:
        type('help exit\nexit\n')

        then:
        PosixFilePermissions.toString(Files.getPosixFilePermissions(home())) == 'rwx------'
        PosixFilePermissions.toString(Files.getPosixFilePermissions(history)) == 'rw-------'
        Files.readString(history).contains('help exit')

        when:
        screen.reset()
        typeOnXterm('\u0010\u0010\rexit\r')

        then:
        shown().contains('Usage: exit')
    }

    def "lines from a pipe end at the first that fails, with its code"() {
        when:
        pipe('help exit\nexit --now\nhelp quit\n')

        then:
        shown().contains('Usage: exit')
        shown().contains("unknown option: '--now'")
        !shown().contains('Usage: quit')
        code == 2
        Files.notExists(home())
    }

    def "arguments #arguments give exit code #expected"() {
        when:
        code = program(Optional.empty(), '').run(arguments)

        then:
        code == expected
        shown().contains(text)

        where:
        arguments                      || expected | text
        ['--version']                  || 0        | 'hotcopy 1.2.3'
        ['-V']                         || 0        | 'hotcopy 1.2.3'
        ['help']                       || 0        | 'help first-steps shows them'
        ['--help']                     || 0        | 'help first-steps shows them'
        ['help', 'exit']               || 0        | 'Usage: exit'
        ['-c', 'help exit']            || 0        | 'Usage: exit'
        ['-c', 'help x', '-c', 'exit'] || 2        | 'there is no command, word or topic "x"'
        ['-c']                         || 2        | 'every -c takes one line'
        ['-c', 'exit', 'more']         || 2        | 'every -c takes one line'
        ['start', 'bank']              || 2        | 'start works on what earlier lines have loaded or started'
        ['nonsense']                   || 2        | 'there is no command "nonsense"'
        ['help', '--now']              || 2        | "unknown option: '--now'"
    }

    def "a declaration may span lines, is kept as one line of history, and replaces what it declares again"() {
        when:
        typeOnXterm("domain('mini') {\rregion 'r', hosts: ['h']\rdatabase('d') {\rtransactionEngines hosts: ['h']\r" +
            "storageManager archive: 0, host: 'h'\r}\r}\r\u0010\rshow domain\rexit\r")

        then:
        withoutColours().contains('declared domain mini')
        shown().contains('nothing new is declared')
        shown().contains('archive 0 on h serves -')
        Files.readAllLines(home().resolve('history')).count { it.contains("domain('mini')") } == 1
    }

    def "a wrong declaration is told with line, caret and hint"() {
        when:
        type("domain('mini') { regoin 'r', hosts: ['h'] }\nexit\n")

        then:
        shown().contains('line:1:18: error: unknown word `regoin`')
        shown().contains('     |                  ^^^^^^')
        shown().contains('did you mean `region`?')
        shown().contains('nothing was loaded')
    }

    def "a line that is no command is Groovy, and its names are kept"() {
        when:
        type('n = 20\n(1..n).sum()\nprintln "n is $n"\nexit\n')

        then:
        shown().contains('210')
        shown().contains('n is 20')
    }

    def "the prompt names the domain that runs, a question is asked, and no means no"() {
        given:
        SmallBank.writeInto(directory)

        when:
        type('load domain.groovy policy.groovy\nstart bank\nbackup\nn\nlist\nexit\n')

        then:
        shown().contains('bank> ')
        shown().contains('take this backup? [y/N]')
        shown().contains('not agreed, nothing was done')
        shown().contains('no backup set below')
    }

    def "without a terminal #line needs --yes"() {
        when:
        pipe("$line\n")

        then:
        code == 2
        shown().contains('ERROR: nobody is here to be asked')
        shown().contains('HINT: --yes does it without asking')

        where:
        line << ['backup', 'restore --to x', 'delete accounts 1', 'drop table accounts', 'sm stop 1', 'sm serve 1 SG1',
            'region cut east']
    }

    def "a hot copy type that there is not is refused with those there are: #word"() {
        when:
        pipe("$line --run $word\n")

        then:
        code == 2
        shown().contains("ERROR: there is no hot copy type \"$word\"")
        shown().contains('HINT: types: simple, full, incremental, journal')
        shown().contains('did you mean incremental?') == near

        where:
        line     | word          || near
        'backup' | 'weekly'      || false
        'backup' | 'incremantal' || true
        'plan'   | 'weekly'      || false
    }

    def "the first quarter of an hour, through a pipe"() {
        given:
        SmallBank.writeInto(directory)

        when:
        pipe('''\
            load domain.groovy policy.groovy
            start bank
            create table accounts
            put accounts 4711 'a rich man'
            status                               # protected: NO
            plan
            backup --yes --quiet
            delete accounts 4711 --yes
            restore latest --to before --yes --quiet
            open before --as before
            get before.accounts 4711
            verify latest --quiet
            list --json
            status
            '''.stripIndent())

        then:
        code == 0
        shown().contains('protected: NO, no complete backup yet; next: ')
        shown().contains('plan for ')
        shown().contains('taken nightly/east/full')
        shown().contains('\na rich man\n')
        shown().contains('valid, depth checksums')
        shown().contains('"state" : "complete"')
        shown().contains('protected: yes, up to ')
        !shown().contains('\u001b')
    }

    def "Tab completes names of tables, and of sets as the last listing found them"() {
        given:
        SmallBank.writeInto(directory)

        when:
        typeOnXterm([
            'load domain.groovy policy.groovy', 'start bank', 'create table accounts', 'put acc\t4711 rich',
            'get acc\t4711', 'backup --yes --quiet', 'list', 'describe 20\t1', 'drop table acc\t--yes', 'exit', ''
        ].join('\r'))

        then:
        withoutColours().contains('get accounts 4711')
        withoutColours().contains('written "4711" in accounts')
        withoutColours().contains('archive 1 (SG2) in')
        withoutColours().contains('dropped table accounts')
        !withoutColours().contains('ERROR')
        code == 0
    }

    def "Tab completes the policy to expire by, and the file with the plan to apply"() {
        given:
        SmallBank.writeInto(directory)

        when:
        typeOnXterm([
            'load domain.groovy policy.groovy', 'expire ni\t--yes', 'plan -o plan.yaml', 'start bank',
            "apply $directory/pl\t--yes --quiet", 'exit', ''
        ].join('\r'))

        then:
        withoutColours().contains('expire nightly --yes')
        withoutColours().contains('nothing is to be deleted')
        withoutColours().contains('taken nightly/east/full')
        !withoutColours().contains('ERROR')
        code == 0
    }

    def "Tab completes archives and regions from what is declared"() {
        given:
        Files.writeString(directory.resolve('domain.groovy'), TwoRegions.DOMAIN)

        when:
        typeOnXterm([
            'load domain.groovy', 'start bank', 'region cut w\t--yes', 'region heal', 'sm st\t',
            'sm serve 2 \t2 --yes', 'help sm start', 'exit', ''
        ].join('\r'))

        then:
        withoutColours().contains('cut off region west, hosts w1 w2')
        withoutColours().contains('healed, all hosts reach each other')
        withoutColours().contains('done: storage group SG2 of bank/ledger served by archive 2, too')
        withoutColours().contains('  sm start 1 --from scratch/restored')
        code == 0
    }

    def "Tab completes what to prove and what may fail"() {
        given:
        Files.writeString(directory.resolve('all.groovy'), TwoRegions.DOMAIN + TwoRegions.POLICY)

        when:
        typeOnXterm(['load all.groovy', 'prove ni\t--fail region:ea\t--fail sm:\t', 'prove --fa\trun:x', 'exit', '']
            .join('\r'))

        then:
        withoutColours().contains('prove nightly --fail region:east --fail sm:')
        ['sm:0', 'sm:1', 'sm:2', 'sm:3'].every { withoutColours().contains(it) }
        withoutColours().contains('prove --fail run:x')
    }

    def "a workload that failed with its database is told at the end, as any failure, and not as a stack trace"() {
        given:
        Files.writeString(directory.resolve('domain.groovy'), TwoRegions.DOMAIN.replace(", 't1']", ']'))

        when:
        pipe("load domain.groovy\nstart bank\nworkload start --accounts 20 --quiet\nregion cut west --yes\n")

        then:
        code == 1
        def told = shown().readLines().find { it.startsWith('ERROR: the workload failed: ') }
        told.contains('hosts [w1, w2] are cut off')
        !shown().contains('\tat ')
    }

    def "what does not exist or is damaged has its exit code"() {
        given:
        SmallBank.writeInto(directory)
        pipe("load domain.groovy policy.groovy\nstart bank\nbackup --yes --quiet\n")
        def full = Files.walk(directory.resolve('backups')).withCloseable { all ->
            all.toList().findAll { Files.isRegularFile(it) && it.toString().contains('/full/data/') }
        }

        when:
        Files.write(full.max { Files.size(it) }, new byte[1])
        code = program(Optional.empty(), '').run(['verify', 'latest', '--in', 'backups', '--quiet'])

        then:
        code == 1
        shown().contains('damaged')

        and: 'the reason is told once, where it was found, though it damages every storage group of the set'
        shown().count('damaged backup set: ') == 1
        !shown().contains('damaged: damaged')
        shown().contains('damaged  storage group UNPARTITIONED')

        when:
        code = program(Optional.empty(), '').run(['verify', 'backups/none', '--quiet'])

        then:
        code == 1
        shown().contains('there is no backup set "backups/none"')
    }

    def "a directory in the working directory is a SET without a slash, wherever the catalog says that sets lie"() {
        given:
        SmallBank.writeInto(directory)
        pipe("load domain.groovy policy.groovy\nstart bank\nbackup --yes --quiet\n")
        def set = Files.list(directory.resolve('backups')).withCloseable { it.toList()[0] }
        Files.move(set, directory.resolve('moved'))
        screen.reset()

        when:
        code = program(Optional.empty(), '').run(['describe', word])

        then:
        code == expected
        shown().contains(text)

        where:
        word      || expected | text
        'moved'   || 0        | 'archive '
        'backups' || 1        | 'not a backup set: '
        'nowhere' || 1        | 'there is no backup set "nowhere"'
    }

    def "a script runs, and says where it failed"() {
        given:
        SmallBank.writeInto(directory)
        Files.createDirectories(directory.resolve('scripts'))
        Files.writeString(directory.resolve('scripts/nightly.groovy'), '''\
            load '../domain.groovy', '../policy.groovy'
            start 'bank'
            plan group: 'east'
            fail "enough of $args"
            '''.stripIndent())

        when:
        code = program(Optional.empty(), '').run(['run', 'scripts/nightly.groovy', 'one'])

        then:
        code == 1
        shown().contains('started domain bank')
        shown().contains('plan for ')
        shown().contains('scripts/nightly.groovy:4:1: error: enough of [one]')

        when:
        code = program(Optional.empty(), '').run(['run', 'domain.groovy'])

        then:
        code == 1
        shown().contains('"domain.groovy" is a declaration, which is read and not run')
    }

    private void type(String keys, Size size = new Size(100, 30)) {
        def input = new ByteArrayInputStream(keys.bytes)
        run(new DumbTerminal('keys', 'dumb', input, screen, StandardCharsets.UTF_8), size)
    }

    /** Too low for hints, which would stand between the keys on this screen. */
    private void typeOnXterm(String keys) {
        def input = new ByteArrayInputStream(keys.bytes)
        run(new ExternalTerminal('keys', 'xterm', input, screen, StandardCharsets.UTF_8), new Size(100, 22))
    }

    private void run(Terminal terminal, Size size) {
        terminal.size = size
        code = program(Optional.of({ takesInterrupts -> terminal } as TerminalOpener), '').run([])
    }

    private void pipe(String lines) {
        code = program(Optional.empty(), lines).run([])
    }

    private HotCopyProgram program(Optional<TerminalOpener> terminal, String lines) {
        def out = new PrintWriter(screen, true)
        def input = new BufferedReader(new StringReader(lines))
        new HotCopyProgram(new ProgramSurroundings('1.2.3', directory, home(), input, out, out, terminal,
            false, System::nanoTime, { false }, { events -> TestVerbs.in(directory) }, NoService.NUOCMD))
    }

    private Path home() {
        directory.resolve('home')
    }

    private String withoutColours() {
        shown().replaceAll(/\u001b\[[0-9;?]*[a-zA-Z]/, '')
    }

    private String shown() {
        screen.toString(StandardCharsets.UTF_8)
    }
}
