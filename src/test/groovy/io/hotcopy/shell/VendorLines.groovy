package io.hotcopy.shell

import com.fasterxml.jackson.databind.ObjectMapper
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/**
 * The reference text's two archives, each with a set of a full, an incremental and a journal hot copy; the program as
 * its arguments start it. Of the vendor's lines only the prefix {@code /backups} is another.
 */
abstract class VendorLines extends Specification {

    static final DOMAIN = '''\
        domain('acme') {
            embedded home: 'data/acme'
            region 'east', hosts: ['e1', 'e2']
            database('test') {
                storageGroups 'SG1', 'SG2'
                transactionEngines hosts: ['e1']
                storageManager archive: 0, host: 'e1', serves: ['SG1'], journalHotCopy: true
                storageManager archive: 1, host: 'e2', serves: ['SG2'], journalHotCopy: true
            }
        }
        policy('nightly') {
            protects 'acme/test'
            backupGroup 'all', archives: [0, 1]
            full
            incremental
            journal
            directory 'backups/test-2021-12-18-archive-{archive}'
        }
        '''.stripIndent()

    static final START = ['load acme.groovy', 'start acme']
    static final SET = 'backups/test-2021-12-18-archive-0'
    static final OTHER = 'backups/test-2021-12-18-archive-1'

    @TempDir
    Path directory

    StringWriter out
    StringWriter err

    def setup() {
        Files.writeString(directory.resolve('acme.groovy'), DOMAIN)
        Files.createDirectories(directory.resolve('backups'))
        Files.createDirectories(directory.resolve('restored'))
    }

    /** A record before each hot copy, and one that is in none. */
    void takeAll() {
        def code = lines(START + [
            'create table east --groups SG1',
            'create table west --groups SG2',
            'put east 1 full',
            'put west 1 full',
            'backup --yes --quiet',
            'put east 2 incremental',
            'backup --run incremental --yes --quiet',
            'put east 3 journal',
            'put west 3 journal',
            'backup --run journal --yes --quiet',
            'put east 4 lost',
        ])
        assert code == 0 : out.toString() + err
    }

    /** Runs lines of the shell; gives the exit code. */
    int lines(List<String> lines) {
        run(lines.collectMany { ['-c', it] })
    }

    /** Runs one command alone, as {@code scripts/hotcopy} does; blanks part its words. */
    int alone(String line) {
        run(line.split(' ') as List)
    }

    private int run(List<String> arguments) {
        def run = new OneShot(directory, arguments)
        out = run.out
        err = run.err
        run.code
    }

    /** The records of a table in a restored archive. */
    Map<String, String> read(String archive, String table) {
        def code = lines(["open $archive --as it".toString(), "scan it.$table --json".toString()])
        assert code == 0 : err
        def text = out.toString()
        def records = new ObjectMapper().readValue(text.substring(text.indexOf('{')), Map).records
        records.collectEntries { [it.key, it.value] }
    }
}
