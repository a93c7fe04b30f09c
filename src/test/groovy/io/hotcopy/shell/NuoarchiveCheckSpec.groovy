package io.hotcopy.shell

import io.hotcopy.verb.Tree
import java.nio.file.Files
import java.nio.file.Path

/** The vendor's check of an archive that no storage manager has open: read only, and every kind of damage is told. */
class NuoarchiveCheckSpec extends VendorLines {

    static final OWN = 'data/acme/test/archive-0'

    def "the archive of a stopped storage manager is whole, and stays as it is"() {
        given:
        takeAll()
        def before = Tree.of(directory)

        when:
        def code = alone("nuoarchive check $OWN")

        then:
        code == 0
        out.toString() ==~ /\[INFO] nuoarchive: no errors in \S+: archive 0 of acme\/test, commits through \d+, .*\n/
        out.toString().contains('storage groups SG1 UNPARTITIONED')
        Tree.of(directory) == before

        when:
        code = alone("nuoarchive check --quiet $OWN")

        then:
        code == 0
        out.toString() + err.toString() == ''
    }

    def "#what is whole too"() {
        given:
        takeAll()

        expect:
        making.every { alone(it) == 0 }
        alone("nuoarchive check $archive") == 0
        out.toString().contains('no errors in')

        where:
        what                  | making                                                          | archive
        'a restored archive'  | ["nuoarchive restore --restore-dir restored/a $SET"]            | 'restored/a'
        'the other archive'   | []                                                              | 'data/acme/test/archive-1'
    }

    def "an archive in use by a running domain is refused, and the domain keeps its lock"() {
        given:
        takeAll()

        when:
        def code = lines(START + ["nuoarchive check $OWN".toString()])

        then:
        code == 1
        err.toString().contains("ERROR: the archive in")
        err.toString().contains("is in use")
        err.toString().contains('HINT: Stop the domain first')

        when: 'the domain was stopped in the same shell'
        code = lines(START + ['stop', "nuoarchive check $OWN".toString(), 'start acme', 'count east'])

        then:
        code == 0
    }

    def "damage of #what is told"() {
        given:
        takeAll()
        alone("nuoarchive restore --quiet --restore-dir restored/archive-0 $SET")
        damage(directory.resolve(archive))

        expect:
        alone("nuoarchive check $archive") == 1
        def lines = out.toString().readLines()
        lines.every { it.startsWith('[ERROR] nuoarchive: ') || it.startsWith('[INFO] ') }
        lines.any { it.startsWith('[ERROR] nuoarchive: ') && it.contains(message) }

        and: 'the exit code tells without output too'
        alone("nuoarchive check --quiet $archive") == 1
        out.toString() == ''

        where:
        what                   | archive              | message            | damage
        'a file of records'    | OWN                  | '.sst" is damaged' | { flip(newest(it, 'rocks', '.sst'), 30) }
        'a restored archive'   | 'restored/archive-0' | '.sst" is damaged' | { flip(newest(it, 'rocks', '.sst'), 30) }
        'the identity'         | OWN                  | 'archive.yaml'     | { flip(it.resolve('archive.yaml'), 40) }
        'a missing identity'   | OWN                  | 'archive.yaml'     | { Files.delete(it.resolve('archive.yaml')) }
        'the leases'           | OWN                  | 'leases.yaml'      | { flip(it.resolve('leases.yaml'), 40) }
        'the journal\'s start' | OWN                  | 'journal'          | { flip(newest(it, 'journal', ''), 20) }
        'a journal\'s frame'   | OWN                  | 'journal'          | { flip(newest(it, 'journal', ''), 4096 + 60) }
        'lost records'         | OWN                  | 'no records'       | { it.resolve('rocks').toFile().deleteDir() }
        'a lost journal'       | OWN                  | 'no journal'       | { it.resolve('journal').toFile().deleteDir() }
    }

    def "there is no archive in #place"() {
        given:
        takeAll()

        expect:
        alone("nuoarchive check $place") == 1
        err.toString().contains('ERROR: there is no archive in')

        where:
        place << ['backups', 'none', SET]
    }

    private static Path newest(Path archive, String below, String ending) {
        Files.walk(archive.resolve(below)).withCloseable { all ->
            all.toList().findAll { Files.isRegularFile(it) && it.toString().endsWith(ending) }.max()
        }
    }

    private static void flip(Path file, int at) {
        def bytes = Files.readAllBytes(file)
        bytes[at] ^= 1
        Files.write(file, bytes)
    }
}
