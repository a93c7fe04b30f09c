package io.hotcopy.shell.nuocmd

import io.hotcopy.admin.AdminAnswer
import io.hotcopy.admin.AdminClient
import io.hotcopy.admin.AdminRequest
import io.hotcopy.problem.HotCopyException
import java.time.Duration

/** What a line of nuocmd may say, where its options come from, and what is refused. */
class NuocmdRulesSpec extends NuocmdLines {

    static final HOT_COPY = ['hotcopy', 'database', '--db-name', 'test', '--type', 'full']
    static final STATUS = ['get', 'hotcopy-status', '--coordinator-start-id', '0', '--hotcopy-id', 'i']
    static final ALL_LINES = [
        'add storage-group', 'cancel hotcopy', 'check database', 'create archive', 'delete archive', 'get archives',
        'get hotcopy-info', 'get hotcopy-status', 'get storage-groups', 'get value', 'hotcopy database',
        'remove storage-group', 'set value', 'show archives', 'show database', 'show domain', 'show hotcopy-info',
        'show storage-groups', 'shutdown process', 'start process']

    static final WRONG = [
        [HOT_COPY + ['--t', '1'], 'nuocmd hotcopy database',
         'ambiguous option: --t could match --type, --test-mode, --timeout'],
        [HOT_COPY + ['--sh'], 'nuocmd',
         'ambiguous option: --sh could match --show-http, --show-json, --show-json-fields, --show-ndjson,'
             + ' --show-install-commands'],
        [HOT_COPY + ['--timeout'], 'nuocmd hotcopy database', 'argument --timeout: expected one argument'],
        [HOT_COPY + ['--timeout', 'x'], 'nuocmd hotcopy database', "argument --timeout: invalid int value: 'x'"],
        [HOT_COPY + ['--timeout', '--shared'], 'nuocmd hotcopy database', 'argument --timeout: expected one argument'],
        [HOT_COPY + ['--shared=yes'], 'nuocmd hotcopy database', "argument --shared: ignored explicit argument 'yes'"],
        [HOT_COPY + ['--frobs', 'a', 'b'], 'nuocmd', 'unrecognized arguments: --frobs a b'],
        [HOT_COPY + ['--show-json'], 'nuocmd', 'unrecognized arguments: --show-json'],
        [['--frobs'] + HOT_COPY, 'nuocmd', 'unrecognized arguments: --frobs'],
        [['hotcopy', 'database'], 'nuocmd hotcopy database',
         'the following arguments are required: --db-name, --type'],
        [['add', 'storage-group', '--db-name', 'd', '--sg-name', 's', '--archive-ids'], 'nuocmd add storage-group',
         'argument --archive-ids: expected at least one argument'],
        [['start', 'process', '--db-name', 'd', '--this-server', '--expected-incarnation', '1.x'],
         'nuocmd start process',
         "argument --expected-incarnation: Cannot convert '1.x' to incarnation. Expected format '<major>[.<minor>]'"
             + " where 'major' and 'minor' are both integers"],
        [['check', 'database', '--db-name', 'd', '--check-running', '--check-syncing'], 'nuocmd check database',
         'argument --check-syncing: not allowed with argument --check-running'],
        [['check', 'database', '--db-name', 'd', '--check-liveness', '1.x'], 'nuocmd check database',
         "argument --check-liveness: invalid float value: '1.x'"],
        [['create', 'archive', '--db-name', 'd', '--is-external', '--archive-path', 'p', '--passive', '--observers'],
         'nuocmd create archive', 'argument --observers: not allowed with argument --passive'],
    ]

    final List<AdminRequest> requests = []
    final AdminClient service = { request -> requests << request; new AdminAnswer(200, Optional.of([:])) }

    def "these lines are known, and no others"() {
        expect:
        Nuocmd.lines().toSorted() == ALL_LINES
    }

    def "refused: #line"() {
        expect:
        run(service, line.split(' ') as List) == 1
        complaints == ["$message failed: not supported by hotcopy".toString()]
        out.toString() == ''
        servers.isEmpty()

        where:
        line | message
        'get processes --db-name test' | "'get processes'"
        'delete storage-group --sg-name SG1' | "'delete storage-group'"
        'show certificate' | "'show certificate'"
        'get frobs' | "'get frobs'"
        'frobnicate database' | "'frobnicate database'"
        'frobnicate' | "'frobnicate'"
    }

    def "how to reach a service that hotcopy does not know is refused: #words"() {
        expect:
        run(service, words + ['get', 'value', '--key', 'a'], environment) == 1
        complaint() == "'get value' failed: $message is not supported by hotcopy"
        servers.isEmpty()

        where:
        words | environment | message
        ['--client-key', 'c.pem'] | [:] | '--client-key'
        ['--verify-server', 'ca.pem'] | [:] | '--verify-server'
        ['--basic-creds', 'u:p'] | [:] | '--basic-creds'
        ['--no-verify'] | [:] | '--no-verify'
        ['--show-http'] | [:] | '--show-http'
        ['--api-server', 'https://db:8888'] | [:] | 'https'
        [] | [NUOCMD_API_SERVER: 'https://db:8888'] | 'https'
        [] | [NUOCMD_CLIENT_KEY: 'c.pem'] | '--client-key'
        [] | [NUOCMD_BASIC_CREDS: 'u:p'] | '--basic-creds'
        [] | [NUOCMD_VERIFY_SERVER: 'ca.pem'] | '--verify-server'
    }

    def "the service is asked at #server"() {
        expect:
        run(service, words + ['get', 'value', '--key', 'a'], environment) == 0
        servers == [server]

        where:
        words | environment | server
        [] | [:] | Optional.empty()
        ['--api-server', 'db:8889'] | [:] | Optional.of('db:8889')
        ['--api-server=db:8889'] | [:] | Optional.of('db:8889')
        [] | [NUOCMD_API_SERVER: 'db:1'] | Optional.of('db:1')
        ['--api-server', 'db:2'] | [NUOCMD_API_SERVER: 'db:1'] | Optional.of('db:2')
    }

    def "who cannot be reached is named, and what else is wrong with it after the line: #trouble"() {
        given:
        def nobody = { throw new HotCopyException(trouble, 'Start it.') } as AdminClient

        expect:
        run(nobody, ['get', 'value', '--key', 'a']) == 1
        complaints == [message]

        where:
        trouble | message
        'Unable to connect to http://db:1: no' | 'Unable to connect to http://db:1: no'
        'no answer from http://db:1 within 30 s' | "'get value' failed: no answer from http://db:1 within 30 s"
    }

    def "options may be shortened and joined: #words"() {
        expect:
        run(service, words) == 0
        requests*.path() == [['databases', 'test', 'hotCopy']]
        requests[0].body().get().maxRate == '3000000'

        where:
        words << [
            HOT_COPY + ['--max-rate', '3'],
            ['hotcopy', 'database', '--db-n', 'test', '--ty', 'full', '--max', '3'],
            ['hotcopy', 'database', '--db-name=test', '--type=full', '--max-rate=3'],
            ['hotcopy', 'database', '--db-n=test', '--ty=full', '--max-rate', ' 3 '],
            ['hotcopy', 'database', '--db', 'other', '--db', 'test', '--type', 'full', '--max-rate', '0_3'],
            HOT_COPY + ['--max-rate', '1', '--max-rate', '3', '--timeout', '-1'],
        ]
    }

    def "wrong: #message"() {
        expect:
        run(service, words) == 2
        complaints.size() == 2
        complaints[0].startsWith('usage: nuocmd')
        complaint() == "$program: error: $message"
        servers.isEmpty()

        where:
        [words, program, message] << WRONG
    }

    def "the environment has defaults, which a line overrules"() {
        expect:
        run(service, ['check', 'database'] + words, [NUOCMD_DB_NAME: 'a']) == 1
        requests[0].path() == ['databases', name]

        where:
        words | name
        [] | 'a'
        ['--db-name', 'b'] | 'b'
    }

    def "a default of the environment stands in for #words"() {
        given:
        def environment = [NUOCMD_DB_NAME: 'test', NUOCMD_STORAGE_GROUP_FORMAT: '<{name}>', NUOCMD_KEY: 'a']

        expect: 'a database and a format may be there, a key may not'
        run(new RecordedService([page('databases/test/storageGroups'), page('processes')]),
            ['show', 'storage-groups'], environment) == 0
        out.toString() == 'Storage groups for database: test\n  <SG1>\n    No Leader Candidates available\n'
        run(service, ['get', 'value'], environment) == 2
        complaint() == 'nuocmd get value: error: the following arguments are required: --key'
    }

    def "polling waits ever longer, but never beyond the time given"() {
        given:
        def running = { new AdminAnswer(200, Optional.of([hotCopyId: 'i', status: 'running'])) } as AdminClient

        expect:
        run(running, STATUS + ['--timeout', '20']) == 1
        waits*.toMillis() == [250, 500, 1000, 2000, 4000, 5000, 5000, 2250]
    }

    def "an interrupt ends the polling, silently"() {
        given:
        def asked = 0
        def running = {
            asked++
            Thread.currentThread().interrupt()
            new AdminAnswer(200, Optional.of([hotCopyId: 'i', status: 'running']))
        } as AdminClient

        when:
        def code = run(running, STATUS + ['--timeout', '20'])

        then:
        code == 1
        asked == 1
        complaints.isEmpty()
        Thread.interrupted()
    }

    def "help of #words lists what may be said"() {
        expect:
        run(service, words) == 0
        out.toString().startsWith(usage)
        complaints.isEmpty()

        where:
        words | usage
        ['--help'] | 'usage: nuocmd [-h] [--api-server API_SERVER] [--show-json]'
        ['get', '-h'] | 'usage: nuocmd get [-h] NOUN ...\n\n  nuocmd get archives\n'
        ['get', 'value', '--he'] | 'usage: nuocmd get value [-h] --key KEY\n'
        HOT_COPY + ['-h'] | '''\
            usage: nuocmd hotcopy database [-h] --db-name DB_NAME
                                           --type {simple,full,incremental,journal}
            '''.stripIndent()
    }

    private static Map page(String resource) {
        [asks: "GET $resource".toString(),
         query: resource == 'processes'
             ? 'offset=0&limit=20&filterBy=dbName&dbName=test&orderBy=startId' : 'offset=0&limit=20&orderBy=sgName',
         status: 200, answer: [data: resource == 'processes' ? [] : [[sgName: 'SG1']], hasNext: false]]
    }
}
