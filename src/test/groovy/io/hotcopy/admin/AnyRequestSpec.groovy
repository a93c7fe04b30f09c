package io.hotcopy.admin

import static io.hotcopy.admin.AdminFixture.json

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** Whatever is asked, the answer is one of the protocol's, and nothing lies where nothing may be written. */
class AnyRequestSpec extends Specification {

    static final List<String> WORDS = [
        'databases', 'processes', 'archives', 'peers', 'regions', 'kvstore', 'diagnostics', 'storageGroups', 'exited',
        'log', 'config', 'options', 'availableOptions', 'addStorageGroup', 'removeStorageGroup', 'test', 'SG1', '0',
        '1', '5', '-1', '99999999999', '', '.', '..', 'a/b', '\0', 'é', 'x' * 3000
    ]
    static final List<String> FIELDS = [
        'dbName', 'host', 'engineType', 'archiveId', 'labels', 'overrideOptions', 'expectedIncarnation', 'path',
        'restored', 'journalPath', 'sgName', 'message', 'key', 'newValue', 'expectedValue', 'expectedAbsent', 'major',
        'minor', 'offset', 'limit', 'filterBy', 'orderBy', 'descendingFields', 'filterQuery', 'removed', 'purge',
        'timeout', 'evict', 'kill', 'startId', 'type', 'databaseIncarnation'
    ]

    static final List<String> LIKELY = [
        'SM', 'e1', 'e2', 'e3', 'test', 'SG1', 'SG3', 'True', 'FALSE', '.*', 'label(a b)', '\ud800'
    ]

    @TempDir
    Path directory

    @AutoCleanup
    AdminFixture service

    Random random = new Random(20261126)

    private <T> T one(List<T> list) {
        list[random.nextInt(list.size())]
    }

    private Object value(int depth) {
        switch (random.nextInt(depth > 2 ? 9 : 11)) {
            case 0: return random.nextInt(8)
            case 1: return random.nextLong()
            case 2: return random.nextDouble()
            case 3: return random.nextBoolean()
            case 4: return null
            case 5: return one(WORDS)
            case 6: return one(LIKELY)
            case 7: return directory.resolve(one(['yes', 'yes/a', 'no', 'home/test/archive-0', 'yes/../no'])).toString()
            case 8: return one(FIELDS)
            case 9: return (0..random.nextInt(3)).collect { value(depth + 1) }
            default: return object(depth + 1)
        }
    }

    private Map<String, Object> object(int depth) {
        (0..random.nextInt(8)).collectEntries { [(one(FIELDS)): value(depth)] }
    }

    private AdminRequest request() {
        def likely = [
            'POST processes', 'POST archives', 'PUT archives/4', 'DELETE archives/4', 'POST archives/addStorageGroup',
            'POST archives/removeStorageGroup', 'PUT kvstore/k', 'POST diagnostics/log', 'GET processes',
            'GET processes/exited', 'GET archives', 'GET databases/test/storageGroups', 'GET peers',
            'DELETE processes/1'
        ]
        def parts = one(likely).split(' ')
        def path = random.nextInt(3) > 0 ? parts[1].split('/').toList() : (0..random.nextInt(4)).collect { one(WORDS) }
        def method = random.nextInt(3) > 0 ? parts[0] : one(['GET', 'POST', 'PUT', 'DELETE'])
        def query = (0..<random.nextInt(5)).collectEntries {
            [(one(FIELDS)): (0..random.nextInt(10).intdiv(8)).collect { String.valueOf(value(3)) }]
        }
        def body = random.nextInt(8) == 0 ? Optional.empty() : Optional.of(object(0))
        return new AdminRequest(method, path, query, body)
    }

    private Set<String> outside() {
        try (def paths = Files.walk(directory)) {
            return paths.map { directory.relativize(it).toString() }
                    .filter { !it.startsWith('yes/') && !it.startsWith('home/') }.toList() as Set
        }
    }

    def "three thousand requests are answered with less than 500"() {
        given:
        Files.createDirectory(directory.resolve('yes'))
        service = new AdminFixture(directory.resolve('home'))
        service.allowed = [directory.resolve('yes')]
        service.start()
        def before = outside()
        def statuses = new TreeMap<Integer, Integer>()

        when:
        3000.times {
            def asked = request()
            def answer = service.api.send(asked)
            statuses.merge(answer.status(), 1, Integer::sum)
            assert answer.status() < 500: "$asked gives $answer"
            assert !answer.error || (json(answer).code == answer.status() && json(answer).messages[0] instanceof String)
        }

        then:
        outside() == before
        service.logged.every { !it.contains('defect') }
        statuses[200] > 100
        statuses[400] > 100
    }
}
