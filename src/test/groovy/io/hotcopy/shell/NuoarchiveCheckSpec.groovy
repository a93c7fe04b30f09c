package io.hotcopy.shell

import io.hotcopy.embedded.store.ArchiveStore
import io.hotcopy.embedded.store.StoreBatch
import io.hotcopy.embedded.store.StoreMemory
import io.hotcopy.problem.HotCopyException
import io.hotcopy.progress.ProgressListener
import io.hotcopy.term.ByteSize
import io.hotcopy.term.StorageGroupName
import io.hotcopy.verb.LoadRequest
import io.hotcopy.verb.StartRequest
import io.hotcopy.verb.TestVerbs
import io.hotcopy.verb.Tree
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Requires

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
        what | making | archive
        'a restored archive' | ["nuoarchive restore --restore-dir restored/a $SET"] | 'restored/a'
        'the other archive' | [] | 'data/acme/test/archive-1'
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
        what | archive | message | damage
        'a file of records' | OWN | '.sst" is damaged' | { flip(newest(it, 'rocks', '.sst'), 30) }
        'a restored archive' | 'restored/archive-0' | 'is damaged: ' | { flip(newest(it, 'rocks', '.sst'), 30) }
        'the identity' | OWN | 'archive.yaml' | { flip(it.resolve('archive.yaml'), 40) }
        'a missing identity' | OWN | 'archive.yaml' | { lose(it, 'archive.yaml') }
        'the leases' | OWN | 'leases.yaml' | { flip(it.resolve('leases.yaml'), 40) }
        'the journal\'s start' | OWN | 'journal' | { flip(newest(it, 'journal', ''), 20) }
        'a journal\'s frame' | OWN | 'journal' | { flip(newest(it, 'journal', ''), 4096 + 60) }
        'a journal\'s lost end' | OWN | 'lost its end' | { zero(newest(it, 'journal', ''), 4096) }
        'a wrong record' | OWN | 'storage group SG1' | { forge(it) }
        'lost records' | OWN | 'no records' | { lose(it, 'rocks') }
        'a lost journal' | OWN | 'no journal' | { lose(it, 'journal') }
    }

    def "what a crash leaves at the journal's end is no damage"() {
        given:
        takeAll()
        def segment = newest(directory.resolve(OWN), 'journal', '')
        def bytes = Files.readAllBytes(segment)
        def end = (bytes.length - 1..0).find { bytes[it] != 0 }
        def torn = Arrays.copyOf(bytes, (end.intdiv(4096) + 2) * 4096)
        torn[torn.length - 4000] = 7
        Files.write(segment, torn)

        expect:
        alone("nuoarchive check $OWN") == 0
        out.toString().contains('[INFO] nuoarchive: the journal ends in a write that was never acknowledged')
        out.toString().contains('no errors in')
    }

    @Requires({ new File('/proc/locks').exists() })
    def "who is refused does not take the running domain's lock away"() {
        given:
        takeAll()
        def verbs = TestVerbs.in(directory)
        verbs.load().run(new LoadRequest([Path.of('acme.groovy')]))
        verbs.start().run(StartRequest.of('acme'))
        def inode = Files.getAttribute(directory.resolve('data/acme/lock'), 'unix:ino')

        when:
        verbs.checkArchive().run(Path.of(OWN), ProgressListener.NONE)

        then:
        thrown(HotCopyException)
        new File('/proc/locks').readLines().any { it.contains(":$inode ") }

        cleanup:
        verbs.close()
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

    private static void zero(Path file, int from) {
        def bytes = Files.readAllBytes(file)
        Arrays.fill(bytes, from, bytes.length, (byte) 0)
        Files.write(file, bytes)
    }

    /** Changes a record behind the back of the fingerprints; every checksum is right. */
    private static void forge(Path archive) {
        def group = new StorageGroupName('SG1')
        new StoreMemory(ByteSize.ofMegabytes(8), ByteSize.ofMegabytes(8)).withCloseable { memory ->
            ArchiveStore.open(archive.resolve('rocks'), new TreeSet([group]), memory).withCloseable { store ->
                byte[] victim = null
                store.scan(group, new byte[0], new byte[0]) { key, value -> victim = key; false }
                store.apply(new StoreBatch().put(group, victim, 'forged'.bytes).applied(store.appliedMark()))
            }
        }
    }

    private static void lose(Path archive, String name) {
        assert archive.resolve(name).toFile().with { it.directory ? it.deleteDir() : it.delete() }
    }
}
