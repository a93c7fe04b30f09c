package io.hotcopy.shell.help.outside

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

/** What Tab offers in bash for the arguments of the program. */
@Requires(value = { Installed.isWanted('bash') }, reason = 'without bash')
class BashCompletionOutsideSpec extends Specification {
    private static final String SCRIPT = Path.of('src/dist/completion/hotcopy.bash').toAbsolutePath()

    @TempDir
    Path directory

    def setup() {
        Files.createDirectories(directory.resolve('backups/my set'))
        Files.createFile(directory.resolve('domain.groovy'))
    }

    def 'after #words Tab offers #offered'() {
        expect:
        complete(words) == offered

        where:
        words                                   || offered
        ['ba']                                  || ['backup']
        ['--v']                                 || ['--version']
        ['sm', '']                              || ['add', 'serve', 'start', 'stop']
        ['sm', 'start', '--f']                  || ['--from']
        ['backup', '--run', '']                 || ['simple', 'full', 'incremental', 'journal']
        ['backup', '--run', 'in']               || ['incremental']
        ['backup', '--run', '=']                || ['simple', 'full', 'incremental', 'journal']
        ['backup', '--run', '=', 'f']           || ['full']
        ['backup', '--for', '']                 || []
        ['verify', '--depth', 'd']              || ['drill']
        ['verify', 'latest', '--d']             || ['--depth']
        ['verify', 'la']                        || ['latest', 'latest-full']
        ['verify', '']                          || ['latest', 'latest-full', 'oldest', 'backups']
        ['restore', '--to', '']                 || ['backups']
        ['list', '--in', 'backups/']            || ['backups/my set']
        ['check', '']                           || ['backups', 'domain.groovy']
        ['check', 'do']                         || ['domain.groovy']
        ['show', 'st']                          || ['storage-groups']
        ['help', 'inc']                         || ['include', 'incremental']
        ['help', 'exit']                        || ['exit', 'exit-codes']
        ['nuocmd', 'hot']                       || ['hotcopy']
        ['nuocmd', '--show-j']                  || ['--show-json', '--show-json-fields']
        ['nuocmd', 'hotcopy', '']               || ['database']
        ['nuocmd', 'hotcopy', 'database', '--type', ''] || ['simple', 'full', 'incremental', 'journal']
        ['nuocmd', '--show-json', 'get', 'v']   || ['value']
        ['nuoarchive', 'restore', '--report-']  || ['--report-backups', '--report-timestamps']
        ['backup', '--yes', '--q']              || ['--quiet']
        ['watch', '5', 'stat']                  || ['status']
        ['watch', '5', 'status', '--j']         || ['--json']
        ['watch', '5', 'show', 'arch']          || ['archives']
        ['nonsense', '--j']                     || []
    }

    def 'what makes sense in the shell only is not offered: #command'() {
        expect:
        complete([command]) == offered

        where:
        command || offered
        'loa'   || []
        'exi'   || []
        'sta'   || ['status']
    }

    /** As bash does it when Tab is typed behind the last word. */
    private List<String> complete(List<String> words) {
        def all = (['hotcopy'] + words).collect { "'$it'" }.join(' ')
        def script = """
            source '$SCRIPT'
            COMP_WORDS=($all)
            COMP_CWORD=${words.size()}
            [[ \$(complete -p hotcopy) == 'complete -F _hotcopy hotcopy' ]] || echo 'not bound'
            _hotcopy
            ((\${#COMPREPLY[@]} == 0)) || printf '%s\\n' "\${COMPREPLY[@]}"
            """
        Installed.run(directory, ['bash', '--norc', '-u', '-c', script]).readLines()
    }
}
