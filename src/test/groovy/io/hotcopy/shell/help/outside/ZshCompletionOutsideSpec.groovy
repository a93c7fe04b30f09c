package io.hotcopy.shell.help.outside

import java.nio.file.Path
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

/** What Tab offers in zsh, which is asked through a terminal of its own. */
@Requires(value = { Installed.isWanted('zsh') }, reason = 'without zsh')
class ZshCompletionOutsideSpec extends Specification {
    private static final Path COMPLETION = Path.of('src/dist/completion').toAbsolutePath()

    @TempDir
    Path directory

    def 'after "#line" Tab shows #shown'() {
        given:
        def answer = complete(line)

        expect:
        shown.every { answer.contains(it) }
        !answer.contains('not found')
        !answer.contains('invalid')

        where:
        line                              || shown
        'hotcopy sm '                     || ['serve', 'Give an archive one more', 'start', 'stop']
        'hotcopy verify --depth '         || ['checksums', 'drill', 'present', 'read']
        'hotcopy backup --m'              || ['--max-rate', 'read each archive', '--min-rate']
        'hotcopy nuocmd get '             || ['archives', 'hotcopy-info']
        'hotcopy nuocmd hotcopy database --type ' || ['incremental', 'journal']
        'hotcopy watch 5 s'               || ['show', 'status', 'Am I protected']
        'hotcopy watch 5 show --'         || ['--json', 'print the result as JSON']
        'hotcopy verify late'             || ['latest-full']
        'hotcopy restore --to-'           || ['--to-time', 'the state at this time: 2026']
    }

    def 'zsh can read all of it'() {
        expect:
        Installed.run(directory, ['zsh', '-n', "$COMPLETION/_hotcopy".toString()]) == ''
    }

    /** Waits for what zsh prints when it is ready, types, and waits until it shows its prompt again. */
    private String complete(String line) {
        def script = '''
            zmodload zsh/zpty
            zpty shell zsh -f -i
            zpty -w shell 'PS1="READY> "; stty columns 120; fpath=('$1' $fpath); autoload -Uz compinit; compinit -u -D'
            zpty -w shell 'LISTMAX=0; setopt nolistbeep; unsetopt listambiguous; print INITIAL''ISED'
            zpty -r shell answer '*INITIALISED*READY> *'
            zpty -w -n shell $2$'\\t\\t'
            zpty -w -n shell $'\\x15'
            zpty -w shell 'print F''INISHED'
            zpty -r shell answer '*FINISHED*'
            print -r -- $answer
            zpty -d shell
            '''
        Installed.run(directory, ['zsh', '-f', '-c', script, 'zsh', COMPLETION.toString(), line])
    }
}
