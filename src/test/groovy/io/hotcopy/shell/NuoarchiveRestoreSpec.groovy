package io.hotcopy.shell

import java.nio.file.Files
import java.time.LocalDateTime
import java.time.format.DateTimeFormatter
import javax.xml.parsers.DocumentBuilderFactory
import org.w3c.dom.Element

/** The vendor's restore tool: his lines, his outputs. */
class NuoarchiveRestoreSpec extends VendorLines {

    static final DATE = DateTimeFormatter.ofPattern('uuuu-MM-dd HH:mm:ss')

    def "a set is restored to the newest state that it reaches, journals included, and to an archive by itself"() {
        given:
        takeAll()

        when:
        def code = alone("nuoarchive restore --restore-dir restored/archive-0 $SET")

        then:
        code == 0
        out.toString() == "Finished restoring $SET to restored/archive-0\n"
        err.toString().contains('restore archive 0')
        Files.exists(directory.resolve('restored/archive-0/archive.yaml'))
        names('restored') == ['archive-0']
        read('restored/archive-0', 'east') == ['1': 'full', '2': 'incremental', '3': 'journal']
    }

    def "M37: every set of a collection in its own call, to one snapshot: a database starts on them together"() {
        given:
        takeAll()
        def snapshot = commits().last()

        expect:
        alone("nuoarchive restore $SET --restore-dir restored/archive-0 --restore-snapshot $snapshot") == 0
        alone("nuoarchive restore --quiet --restore-snapshot $snapshot $OTHER --restore-dir restored/archive-1") == 0
        out.toString() + err.toString() == ''

        when: 'the old database is gone'
        directory.resolve('data').toFile().deleteDir()
        def code = lines(['load acme.groovy', 'start acme --restored restored', 'count east', 'count west',
            'put east 5 anew', 'get east 5'])

        then:
        code == 0
        out.toString().contains('anew')
    }

    def "a snapshot is everything up to and including it"() {
        given:
        takeAll()
        def commits = commits()

        expect:
        alone("nuoarchive restore --quiet --restore-snapshot ${commits[-2]} --restore-dir restored/a $SET") == 0
        read('restored/a', 'east') == ['1': 'full', '2': 'incremental']
        alone("nuoarchive restore --quiet --restore-snapshot ${commits[-1]} --restore-dir restored/b $SET") == 0
        read('restored/b', 'east') == ['1': 'full', '2': 'incremental', '3': 'journal']
    }

    def "a set is restored through one of its elements"() {
        given:
        takeAll()
        def ids = elements().collectEntries { [it.getAttribute('type'), it.getAttribute('id')] }

        expect:
        ['full', 'incremental', 'journal'].every { type ->
            alone("nuoarchive restore --backup-element-id ${ids[type]} --restore-dir restored/$type $SET") == 0
        }
        read('restored/full', 'east') == ['1': 'full']
        read('restored/incremental', 'east') == ['1': 'full', '2': 'incremental']
        read('restored/journal', 'east') == ['1': 'full', '2': 'incremental', '3': 'journal']
    }

    def "--report-backups is XML: journals first, then incrementals and the full, the newest first"() {
        given:
        takeAll()
        lines(START + ['backup --run journal --yes --quiet', 'backup --run incremental --yes --quiet'])

        when:
        alone("nuoarchive restore --report-backups $SET")
        def lines = out.toString().readLines()
        def set = xml()
        def elements = elements()

        then:
        lines[0] ==~ /<BackupSet id="\S+" database="test" databaseId="\S+" collectionId="\S+" archiveId="\S+">/
        lines[1] == '    <BackupElements>'
        lines[2..6].every { it ==~
            /        <BackupElement id="\S+" type="\w+" startDate="[-\d]{10} [:\d]{8}" endDate="[-: \d]{19}"\/>/ }
        lines[7..8] == ['    </BackupElements>', '</BackupSet>']

        and:
        ['id', 'databaseId', 'collectionId', 'archiveId'].every { UUID.fromString(set.getAttribute(it)) }
        elements*.getAttribute('type') == ['journal', 'journal', 'incremental', 'incremental', 'full']
        set.getAttribute('collectionId') == elements.last().getAttribute('id')
        def starts = elements.collect { LocalDateTime.parse(it.getAttribute('startDate'), DATE) }
        starts[0] >= starts[1]
        starts[2] >= starts[3] && starts[3] >= starts[4]
        err.toString() == ''
    }

    def "--report-timestamps tells every commit in its order, with its second in UTC, and each can be restored"() {
        given:
        takeAll()

        when:
        def code = alone("nuoarchive restore --report-timestamps --format simple $SET")
        def lines = out.toString().readLines()
        def times = lines.collect { LocalDateTime.parse(it.split(' ')[0]) }

        then:
        code == 0
        lines.every { it ==~ /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d \d+/ }
        commits() == commits().toSorted().unique()
        times.every { it.isAfter(LocalDateTime.now(java.time.ZoneOffset.UTC).minusHours(1)) }

        and: 'the commits to this archive, but not the one that no hot copy holds'
        alone("nuoarchive restore --quiet --restore-dir restored/x --restore-snapshot ${commits().last()} $SET") == 0
        alone("nuoarchive restore --restore-dir restored/y --restore-snapshot ${commits().last() + 10} $SET") == 1
        err.toString().contains('This set was looked at alone.')
        names('restored') == ['x']
    }

    def "--start-time and --end-time bound the report, to the second"() {
        given:
        takeAll()
        alone("nuoarchive restore --report-timestamps $SET")
        def all = out.toString().readLines()
        def last = all.last().split(' ')[0]

        expect:
        bounded("--start-time $last") == all.findAll { it.split(' ')[0] >= last }
        bounded("--end-time $last") == all
        bounded('--end-time 2017-12-10T00:00') == []
        bounded('--start-time 2017-12-10T00:00 --end-time 2017-12-11T00:00:30') == []
        bounded('--start-time 2017-12-10T00:00') == all
    }

    def "#line is wrong usage: #message"() {
        expect:
        alone("nuoarchive $line") == 2
        err.toString().contains("ERROR: $message")
        names('restored') == []

        where:
        line | message
        '' | 'nuoarchive what'
        'restore' | "missing required parameter: 'SET'"
        'restore s' | '--restore-dir is missing'
        'restore --restore-dir d s t' | "unmatched argument at index 4: 't'"
        'restore --restore-dir d --now s' | "unknown option: '--now'"
        'restore --restore-dir d --restore-snapshot x s' | "invalid value for option '--restore-snapshot'"
        'restore --restore-dir d --restore-snapshot -1 s' | 'commit number must not be negative: -1'
        'restore --restore-dir d --backup-element-id 7 s' | '--backup-element-id "7" is no id'
        'restore --restore-snapshot 1 --backup-element-id 7 s' | '--restore-snapshot and --backup-element-id are two'
        'restore --report-backups --report-timestamps s' | '--report-backups and --report-timestamps'
        'restore --report-backups --restore-dir d s' | 'a report restores nothing'
        'restore --restore-dir d --start-time 2017-12-10T00:00 s' | '--start-time, --end-time and --format belong'
        'restore --report-timestamps --start-time today s' | '--start-time "today" is no time'
        'restore --report-timestamps --start-time 2018-01-01T00:00 --end-time 2017-01-01T00:00 s' | '--start-time 2018'
        'restore --report-timestamps --format xml s' | 'there is no format "xml"'
        'purge s' | "unmatched arguments from index 0: 'purge'"
    }

    def "#line fails: #message"() {
        given:
        takeAll()
        Files.createDirectories(directory.resolve('full'))
        Files.createFile(directory.resolve('full/of'))

        expect:
        alone("nuoarchive restore --restore-dir $line") == 1
        err.toString().contains("ERROR: ")
        err.toString().contains(message)
        names('restored') == []

        where:
        line | message
        'restored/a backups/none' | 'no such directory'
        "full $SET" | 'the directory is not empty'
        "full/of/it $SET" | 'full/of" is not a directory'
        "restored/a --backup-element-id 00000000-0000-4000-8000-000000000000 $SET" | 'has no element'
        "restored/a --restore-snapshot 999999 $SET" | 'cannot restore commit 999999'
    }

    def "help names the vendor's options"() {
        expect:
        alone('nuoarchive restore --help') == 0
        ['--quiet', '--restore-dir', '--restore-snapshot', '--backup-element-id', '--report-backups',
            '--report-timestamps', '--start-time', '--end-time', '--format'].every { out.toString().contains(it) }
        lines(['help nuoarchive check']) == 0
        out.toString().contains('Usage: nuoarchive check')
    }

    private List<Long> commits() {
        assert alone("nuoarchive restore --report-timestamps $SET") == 0
        out.toString().readLines().collect { it.split(' ')[1] as long }
    }

    private List<String> bounded(String bounds) {
        assert alone("nuoarchive restore --report-timestamps $bounds $SET") == 0
        out.toString().readLines()
    }

    private Element xml() {
        assert alone("nuoarchive restore --report-backups $SET") == 0
        DocumentBuilderFactory.newInstance().newDocumentBuilder()
            .parse(new ByteArrayInputStream(out.toString().getBytes('UTF-8'))).documentElement
    }

    private List<Element> elements() {
        def found = xml().getElementsByTagName('BackupElement')
        (0..<found.length).collect { found.item(it) as Element }
    }

    private List<String> names(String below) {
        directory.resolve(below).toFile().list().toList().toSorted()
    }
}
