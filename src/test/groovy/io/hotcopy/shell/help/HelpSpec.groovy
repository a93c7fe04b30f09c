package io.hotcopy.shell.help

import io.hotcopy.shell.OneShot
import io.hotcopy.shell.command.CommandTable
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** What a person reads who asks for help. */
class HelpSpec extends Specification {

    @TempDir
    Path directory

    def 'help names everything on one screen'() {
        given:
        def lines = Commands.manual(80).overview().all()*.toString()

        expect:
        lines.size() <= 24
        lines.every { it.length() <= 80 }
        names().every { name -> lines.any { it.split(' ').contains(name) } }
    }

    def 'on a narrow screen no line is too long: #about, #width columns'() {
        given:
        def lines = (about ? Commands.manual(width).about(about.split(' ') as List).get()
            : Commands.manual(width).overview()).all()*.toString()

        expect: 'what a person types is never broken'
        lines.findAll { it.length() > width && !(it.trim() in typed()) } == []

        where:
        [about, width] << [['', 'commands', 'words', 'topics', 'journal', 'policy', 'retain', 'sets', 'times',
                            'first-steps'], [60, 80, 120]].combinations()
    }

    def 'the program says how it is called before what it knows: #arguments'() {
        when:
        def run = run(arguments)

        then:
        run.code == 0
        run.out.toString().contains('hotcopy -c LINE -c LINE ...')
        run.out.toString().contains('first-steps')

        where:
        arguments << [['help'], ['--help'], ['-h']]
    }

    def 'help about #about tells of #told'() {
        when:
        def run = run(['help'] + about.split(' ').toList())

        then:
        run.code == 0
        told.every { squeezed(run.out.toString()).contains(squeezed(it)) }

        where:
        about                     || told
        'backup'                  || ['Usage: backup', 'Options:',
                                      'For example:\n  backup bank-nightly --run incremental']
        'journal search'          || ['Usage: journal search',
                                      'For example:\n  journal search latest --table accounts']
        'sm start'                || ['Usage: sm start', '  sm start 1 --from scratch/restored']
        'nuoarchive restore'      || ['Usage: nuoarchive restore', '--restore-dir']
        'incremental'             || ['incremental in policy: takes incremental',
                                      'interleaved: whether the backup groups',
                                      '  incremental every: 1.hour, interleaved: true',
                                      'in YAML:  incremental: {every: 1.hour, interleaved: true}']
        'policy'                  || ['policy at the top: declares', "from: the policy on which it builds (a name)",
                                      'protects           names the database that the policy protects (must be there)',
                                      "      full        at: 'Sun 01:00'"]
        'onMissed'                || ['run or skip;', 'after: how long it may be late']
        'domain database'         || ["database in domain: declares", 'storageManager']
        'journal'                 || ['Usage: journal', 'journal in policy: takes journal hot copies']
        'domain'                  || ['domain at the top: declares a domain']
        'nuocmd'                  || ["The vendor's own lines to a running service.", 'NUOCMD_API_SERVER',
                                      'nuocmd hotcopy database']
        'nuocmd hotcopy database' || ['Usage: nuocmd hotcopy database', 'Takes a hot copy',
                                      '--max-rate', 'For example:']
        'nuocmd get'              || ['Usage: nuocmd get archives', 'Usage: nuocmd get value']
        'commands'                || ['help           list everything, or explain one', 'look']
        'words'                   || ['in domain database', 'copyRate         says how much']
        'topics'                  || ['exit-codes     exit status']
        'exit-codes'              || ['130  interrupted']
        'sets'                    || ['latest-full  the newest', '  describe latest']
        'times'                   || ['90.minutes, 24.hours', 'Mon-Fri 01:00']
    }

    def 'what there is not is told with what is near: #about'() {
        when:
        def run = run(['help'] + about.split(' ').toList())

        then:
        run.code == 2
        run.err.toString() == "ERROR: there is no command, word or topic \"$about\"\nHINT: $hint\n"

        where:
        about            || hint
        'retian'         || 'help retain'
        'bakcup'         || 'help backup'
        'time'           || 'help times'
        'journal serach' || 'help journal search'
        'jornal search'  || 'help journal'
        'backup full'    || 'help backup'
        'quarterly'      || 'help lists them'
    }

    def 'a command shows by #option what help shows of it: #name'() {
        expect:
        run(line + [option]).out.toString() ==
            run(['help'] + line).out.toString().replaceFirst(/(?s)\n\n\w+ in policy.*/, '\n')

        where:
        line                      | option
        ['backup']                | '--help'
        ['journal']               | '--help'
        ['journal', 'search']     | '-h'
        ['nuoarchive', 'restore'] | '--help'
        ['workload', 'start']     | '-h'
        name = line.join(' ')
    }

    def 'every command shows its help, whatever it needs when it runs: #name'() {
        when:
        def run = run(['-c', "$name --help".toString()])

        then:
        run.code == 0
        run.out.toString().startsWith("Usage: $name ") || run.out.toString().startsWith("usage: $name ")

        where:
        name << Commands.docs().findAll { it.summary() }*.words()
    }

    def 'the whole manual is printed alone'() {
        expect:
        run(['help', '--as', 'man', 'backup']).err.toString()
            .startsWith('ERROR: --as prints everything, not only "backup"')
    }

    private OneShot run(List<String> arguments) {
        new OneShot(directory, arguments)
    }

    /** However wide columns are. */
    private static String squeezed(String text) {
        text.replaceAll(/ {2,}/, '  ')
    }

    private static Collection<String> names() {
        CommandTable.names() + WordHelp.all() + Topics.names()
    }

    /** Examples, first steps, and blocks of them. */
    private static List<String> typed() {
        def words = WordHelp.places().values().collectMany { it }
        def parts = Topics.all().collectMany { it.parts() }.findAll { it instanceof Topic.Typed }
        Commands.docs().collectMany { it.examples() } + parts.collectMany { it.lines()*.line()*.trim() } +
            words.collectMany { it.examples() + it.block().readLines()*.trim() }
    }
}
