package io.hotcopy.shell.help.outside

import java.nio.file.Path
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

/** The man page, judged by the program that BSD and Alpine show such pages with. */
@Requires(value = { Installed.isWanted('mandoc') }, reason = 'without mandoc')
class ManPageOutsideSpec extends Specification {
    private static final String PAGE = Path.of('src/dist/man/hotcopy.1').toAbsolutePath()

    @TempDir
    Path directory

    def 'nothing in it is wrong; it has no date, for it is as old as the program'() {
        expect:
        Installed.run(directory, ['mandoc', '-Tlint', '-Wwarning', PAGE]).readLines()
            .findAll { !it.contains('missing date') } == []
    }

    def 'it shows what is typed as it is typed'() {
        given:
        def shown = Installed.run(directory, ['mandoc', '-Tascii', '-Owidth=78', PAGE]).replaceAll(/.\x08/, '')

        expect:
        shown.contains("      storageManager archive: 0, host: 'e1', serves: ['SG1', 'SG2'], journalHotCopy: true")
        shown.contains('backup bank-nightly --run full --group east --max-rate 40 --yes')
        shown.contains('EXIT STATUS')
    }
}
