package io.hotcopy.service.outside

import io.hotcopy.service.ServedDomain
import java.nio.file.Files
import java.nio.file.Path

/**
 * The domain of the reference text, with a database {@code test}, in a directory of its own that is served. Before, its
 * tables are made: {@code accounts} with a row, {@code orders}, and {@code bulk}, which gives a copy that is held to
 * 1 MB a second, the slowest that {@code nuocmd} can ask for, some seconds to do. Used by one thread.
 */
class Acme implements Closeable {

    /** The reference's figure 2: two archives together have all storage groups, neither alone. */
    static final GROUPS = [0: ['SG1', 'SG2'], 1: ['SG1', 'SG3'], 2: ['SG2', 'SG3']]
    /** Its figure 1: each archive has everything. */
    static final WHOLE = [0: [], 1: [], 2: []]

    final Path directory
    final Person person
    final ServedDomain served

    /** @param bulk how many MB go into every archive, about */
    Acme(Path directory, Map<Integer, List<String>> archives, int bulk = 0, String... options) {
        this.directory = directory
        person = new Person(directory)
        ['backups', 'archives'].each { Files.createDirectories(directory.resolve(it)) }
        Files.writeString(directory.resolve('acme.groovy'), declaration(archives))
        Files.writeString(directory.resolve('seed.groovy'), seed(bulk))
        person.types('run seed.groovy')
        served = ServedDomain.of(directory, 'acme.groovy', options)
    }

    private static String declaration(Map<Integer, List<String>> archives) {
        def groups = archives.values().flatten().unique().collect { "'$it'" }.join(', ')
        def managers = archives.collect { archive, serves ->
            def words = serves ? ", serves: [${serves.collect { "'$it'" }.join(', ')}]" : ''
            "storageManager archive: $archive, host: 'e${archive + 1}'$words, journalHotCopy: true"
        }
        """\
        domain('acme') {
            embedded home: 'data/acme'
            region 'east', hosts: ['e1', 'e2', 'e3', 'e4']
            database('test') {
                ${groups ? "storageGroups $groups" : ''}
                transactionEngines hosts: ['e1']
                ${managers.join('\n                ')}
            }
        }
        """.stripIndent()
    }

    /** Texts that do not compress, from a seed. */
    private static String seed(int bulk) {
        """\
        load 'acme.groovy'
        start 'acme'
        createTable 'accounts'
        createTable 'orders'
        createTable 'bulk'
        put 'accounts', 1, 'before all copies'
        def random = new Random(6)
        (0..<${bulk * 4}).each {
            def bytes = new byte[192 << 10]
            random.nextBytes(bytes)
            put 'bulk', it, bytes.encodeBase64().toString()
        }
        """.stripIndent()
    }

    /** A client's side of it. */
    Side side(Closure<Said> client) {
        new Side(directory, served.address(), client)
    }

    Path backup(String name) {
        directory.resolve('backups').resolve(name)
    }

    @Override
    void close() {
        served.close()
    }
}
