package io.hotcopy.mission

import io.hotcopy.embedded.EmbeddedArchiveFormat
import io.hotcopy.restore.ArchiveFormats
import io.hotcopy.shell.page.Pages
import io.hotcopy.verb.BackupRequest
import io.hotcopy.verb.LoadRequest
import io.hotcopy.verb.TestVerbs
import io.hotcopy.verb.VerbSurroundings
import io.hotcopy.verb.Verbs
import spock.lang.Specification
import spock.lang.TempDir

import java.nio.file.Files
import java.nio.file.Path

/**
 * M33: incremental and journal copies run against several archives in a stagger: hourly cover from two, one on even
 * hours, one on odd; journals every 15 minutes, staggered too.
 */
class M33InterleavedSpec extends Specification {
    static final String TEXT = '''\
        domain('acme') {
            embedded home: 'data'
            region 'east', hosts: ['e1']
            region 'west', hosts: ['w1']
            database('test') {
                transactionEngines hosts: ['e1', 'w1']
                storageManager archive: 0, host: 'e1', journalHotCopy: true
                storageManager archive: 2, host: 'w1', journalHotCopy: true
                expect size: 100.GB, changesPerDay: 24.GB, journalPerDay: 48.GB
            }
        }
        policy('staggered') {
            protects 'acme/test'
            backupGroup 'east', archives: [0]
            backupGroup 'west', archives: [2]
            full        at: 'Mon 01:00'
            incremental every: 1.hour, interleaved: true
            journal     every: 15.minutes, interleaved: true
            directory 'backups/{group}/{date}T{time}-archive-{archive}'
        }
        '''.stripIndent()

    @TempDir
    Path directory
    Verbs verbs

    def setup() {
        Files.writeString(directory.resolve('policy.groovy'), TEXT)
        Files.createDirectories(directory.resolve('backups'))
        verbs = new Verbs(new VerbSurroundings(new MadeClock(), new Random(7), directory.toAbsolutePath(),
                TestVerbs.homeIn(directory), Files.&readString, new ArchiveFormats([new EmbeddedArchiveFormat()]),
                TestVerbs.SMALL, { }))
        verbs.load().run(new LoadRequest([Path.of('policy.groovy')]))
    }

    def cleanup() {
        verbs?.close()
    }

    def 'M33 - east on even hours, west on odd: together one every hour; the plan for the days to come shows it'() {
        when: 'it is a Saturday, one o\'clock'
        def runs = verbs.plan().horizon(BackupRequest.due(), 1).horizon()

        then:
        List incrementals = runs.runs().findAll { it.type().word() == 'incremental' }
        incrementals.empty && runs.total().incrementals() == 24 && runs.total().journals() == 96

        when: 'of one group it is half as many'
        def east = verbs.plan().horizon(group('east'), 1).horizon()
        def west = verbs.plan().horizon(group('west'), 1).horizon()

        then:
        hours(east) == (2..24).step(2)
        hours(west) == (3..25).step(2)
        east.total().journals() == 48 && west.total().journals() == 48

        and: 'each takes the changes of the two hours since its own last one'
        east.runs().find { it.type().word() == 'incremental' }.bytes().bytes() == 2_000_000_000L

        and: 'as a person sees it'
        String page = Pages.of(verbs.plan().horizon(group('east'), 1)).toString()
        page.startsWith('the next day: 60 runs (0 full, 12 incremental, 48 journal), the sets grow by 72.0 GB')
        page.contains('2021-12-18T02:00:00Z  staggered  east   incremental')
        !page.contains('2021-12-18T03:00:00Z  staggered  east   incremental')
    }

    private static BackupRequest group(String name) {
        BackupRequest all = BackupRequest.due()
        new BackupRequest(all.what(), all.type(), all.occurrence(), Optional.of(name), all.pace(), all.partial())
    }

    /** Hours of the 18th at which an incremental begins; 24 and 25 are those of the next day. */
    private static List<Integer> hours(horizon) {
        horizon.runs().findAll { it.type().word() == 'incremental' }.collect {
            it.at()[11..12].toInteger() + (it.at().startsWith('2021-12-19') ? 24 : 0)
        }
    }
}
