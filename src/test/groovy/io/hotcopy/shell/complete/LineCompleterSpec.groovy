package io.hotcopy.shell.complete

import io.hotcopy.model.Declarations
import io.hotcopy.shell.command.CommandTable
import io.hotcopy.shell.line.LineRouter
import io.hotcopy.verb.KnownNames
import io.hotcopy.verb.KnownNames.Known
import io.hotcopy.verb.TestVerbs
import io.hotcopy.verb.TwoRegions
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** What Tab offers: the bar is the cursor. Offers are those that begin with what is typed. */
class LineCompleterSpec extends Specification {

    static final KNOWN = new KnownNames(
        [new Known('accounts', '2 partitions'), new Known('notes', '')], [new Known('before.accounts', '')],
        [new Known('before', 'opened archives')],
        [new Known('7f3a-collection', 'bank/ledger, complete'), new Known('ledger-archive-0', 'archive 0')],
        [new Known('e1e1', 'incremental, cut 42')], [new Known('c0c0', 'full of bank/ledger')])

    static final RESTORE_OPTIONS =
        ['--before-commit', '--element', '--in', '--quiet', '--to', '--to-commit', '--to-time', '--yes']
    static final LATER_SETS = ['7f3a-collection', 'latest-full', 'ledger-archive-0', 'oldest']
    static final VENDORS_VERBS =
        ['add', 'cancel', 'check', 'create', 'delete', 'get', 'hotcopy', 'remove', 'set', 'show', 'shutdown', 'start']
    static final ALL_HOSTS = ["'e1'", "'e2'", "'h1'", "'t1'", "'w1'", "'w2'"]
    static final OUTAGE = 'says for how long a storage manager that is down is taken to stay down; 24.hours by default'

    @Shared @TempDir
    Path directory

    @Shared LineCompleter completer

    def setupSpec() {
        Files.writeString(directory.resolve('domain.groovy'), TwoRegions.DOMAIN)
        Files.writeString(directory.resolve('two.groovy'), "policy('one') { full }\npolicy('two') { full }\n")
        Files.writeString(directory.resolve('two.yaml'),
            'policy:\n  eins:\n    full: {}\n  "zwei":\n    full: {}\nx: 1\n')
        Files.writeString(directory.resolve('readme.txt'), '')
        Files.writeString(directory.resolve('.hidden'), '')
        Files.createDirectories(directory.resolve('backups/first set'))
        Files.createDirectories(directory.resolve('drill'))
        TestVerbs.in(directory).withCloseable { verbs ->
            assert verbs.load().typed(TwoRegions.DOMAIN + TwoRegions.SCHEDULED).loaded()
            completer = completerFor(verbs.declared())
        }
    }

    private LineCompleter completerFor(Declarations declared) {
        def commands = new CommandTable(Contexts.without(directory))
        def router = new LineRouter(CommandTable.names())
        new LineCompleter(commands, router::isCommand,
            new LineCompleter.Known({ declared }, { KNOWN }, { ['rate', 'x'] }), directory)
    }

    def "in a command: #line"() {
        expect:
        offered(line) == expected.sort(false)

        where:
        line                                  || expected
        'sta|'                                || ['start', 'status']
        'STA|'                                || ['start', 'status']
        'pre|'                                || ['preview']
        'create|'                             || ['create']
        'createT|'                            || ['createTable']
        'create |'                            || ['storage-group', 'table']
        'catalog m|'                          || ['missing']
        'nuoarchive |'                        || ['check', 'restore']
        'start |'                             || ['bank']
        'start bank |'                        || ['--lost', '--restored']
        'start bank --lost |'                 || ['0', '1', '2', '3']
        'start bank --lost=|'                 || ['0', '1', '2', '3']
        'start bank --lost 0,|'               || ['1', '2', '3']
        'start bank --lost=0,2,|'             || ['1', '3']
        'sm |'                                || ['add', 'serve', 'start', 'stop']
        'sm stop |'                           || ['0', '1', '2', '3']
        'sm stop 1 --d|'                      || ['--database']
        'sm stop --database |'                || ['ledger']
        'sm stop --database=l|'               || ['ledger']
        'sm serve 2 |'                        || ['SG1', 'SG2']
        'create storage-group SG9 --archives 1,|' || ['0', '2', '3']
        'create table t --groups SG1,|'       || ['SG2']
        'region cut |'                        || ['east', 'third', 'west']
        'plan n|'                             || ['nightly']
        'plan |' || ['backups/', 'domain.groovy', 'drill/', 'nightly', 'two.groovy', 'two.yaml']
        'plan two.groovy#|'                   || ['two.groovy#one', 'two.groovy#two']
        'plan two.yaml#z|'                    || ['two.yaml#zwei']
        'plan --diff |' || ['backups/', 'domain.groovy', 'drill/', 'nightly', 'two.groovy', 'two.yaml']
        'plan --diff two.groovy#one two.groovy#t|' || ['two.groovy#two']
        'plan --diff a b --da|'               || ['--days']
        'backup --run |'                      || ['full', 'incremental', 'journal', 'simple']
        'backup --run=in|'                    || ['incremental']
        'backup --group |'                    || ['east', 'west']
        'backup --m|'                         || ['--max-rate', '--min-rate']
        'backup --max-rate |'                 || []
        'backup --yes --y|'                   || []
        'prove --fail sm|' || ['sm:0', 'sm:1', 'sm:2', 'sm:3']
        'prove --fail ru|' || ['run:full', 'run:incremental', 'run:journal']
        'prove --fail sm:0 --fail re|'        || ['region:east', 'region:third', 'region:west']
        'prove --outage 24|'                  || ['24.days', '24.hours', '24.minutes', '24.seconds', '24.weeks']
        'prove --outage 90.mi|'               || ['90.minutes']
        'expire --keep |'                     || ['restorable-from=']
        'check --as |'                        || ['groovy', 'yaml']
        'verify --depth=|'                    || ['checksums', 'drill', 'present', 'read']
        'verify lat|'                         || ['latest', 'latest-full']
        'verify |' || ['7f3a-collection', 'latest', 'latest-full', 'ledger-archive-0', 'oldest']
        'verify latest lat|'                  || ['latest-full']
        'verify back|'                        || ['backups/']
        'verify backups/|'                    || ['backups/first set/']
        'restore 7f|'                         || ['7f3a-collection']
        'restore latest --t|' || ['--to', '--to-commit', '--to-time']
        'restore latest |' || LATER_SETS + RESTORE_OPTIONS
        'restore |' || ['--to', '7f3a-collection', 'latest', 'latest-full', 'ledger-archive-0', 'oldest']
        'restore --element e|'                || ['e1e1']
        'restore --element e1e1 --to|'        || ['--to']
        'restore --to |'                      || ['backups/', 'drill/']
        'catalog describe ba|'                || ['backups/', 'bank/ledger']
        'get |'                               || ['accounts', 'before.accounts', 'notes']
        'get be|'                             || ['before.accounts']
        'put |'                               || ['accounts', 'notes']
        'put accounts |'                      || []
        'drop table n|'                       || ['notes']
        'journal search latest --table acc|'  || ['accounts']
        'workload check |'                    || ['before']
        'cancel |'                            || ['c0c0']
        'show st|'                            || ['storage-groups']
        'load |'                              || ['backups/', 'domain.groovy', 'drill/', 'two.groovy', 'two.yaml']
        'load read|'                          || ['readme.txt']
        'load .|'                             || ['.hidden']
        'load nowhere/|'                      || []
        'apply |'                             || ['backups/', 'drill/', 'two.yaml']
        'help in|'                            || ['include', 'incremental']
        'help journal se|' || ['search']
        'help sm st|'                         || ['start', 'stop']
        'serve --on-stop |'                   || ['cancel', 'finish']
        'status # sm |'                       || []
        'backup --nonsense=|'                 || []
    }

    def "in the vendor's lines: #line"() {
        expect:
        offered(line) == expected.sort(false)

        where:
        line                                                       || expected
        'nuocmd |' || VENDORS_VERBS
        'nuocmd sh|'                                               || ['show', 'shutdown']
        'nuocmd show |' || ['archives', 'database', 'domain', 'hotcopy-info', 'storage-groups']
        'nuocmd --show-json show ar|'                              || ['archives']
        'nuocmd --api-server localhost:8888 hotcopy |'             || ['database']
        'nuocmd hotcopy database --t|'                             || ['--timeout', '--type']
        'nuocmd hotcopy database --type |'                         || ['full', 'incremental', 'journal', 'simple']
        'nuocmd hotcopy database --type=f|'                        || ['full']
        'nuocmd hotcopy database --db-name |'                      || ['ledger']
        'nuocmd hotcopy database --db-name=l|'                     || ['ledger']
        'nuocmd hotcopy database --db-name ledger --d|'            || ['--default-backup-dir']
        'nuocmd hotcopy database --backup-dirs |'                  || ['0', '1', '2', '3']
        'nuocmd hotcopy database --backup-dirs 0 ba|'              || ['backups/']
        'nuocmd hotcopy database --backup-dirs 0 a 1 b --p|'       || ['--partial-storage-groups']
        'nuocmd add storage-group --sg-name |'                     || ['SG1', 'SG2']
        'nuocmd add storage-group --archive-ids |'                 || ['0', '1', '2', '3']
        'nuocmd create archive --server-id w|'                     || ['w1', 'w2']
        'nuocmd cancel hotcopy --hotcopy-id |'                     || ['c0c0']
        'nuoarchive restore --restore-|'                           || ['--restore-dir', '--restore-snapshot']
        'nuoarchive restore --report-timestamps --format |'        || ['simple']
        'nuoarchive restore ba|'                                   || ['backups/']
    }

    def "in a declaration: #line"() {
        expect:
        offered(line) == expected.sort(false)

        where:
        line                                                         || expected
        'dom|'                                                       || ["domain('"]
        "domain('x') { |"                                            || ["database('", 'embedded', 'region']
        "domain('x') {\n    embedded home: 'd'\n    |"               || ["database('", 'region']
        "domain('x') { database('d') { s|"                           || ['storageGroups', 'storageManager']
        "domain('x') { database('d') { storageManager |" || ['archive:', 'host:', 'journalHotCopy:', 'serves:']
        "domain('x') { database('d') { storageManager archive: 0, |" || ['host:', 'journalHotCopy:', 'serves:']
        "domain('x') { database('d') {\nstorageManager archive: 4\nstorageManager archive: |" || ['5']
        "domain('x') { region 'r', hosts: ['h1', 'h2']\ndatabase('d') { storageManager host: 'h|" || ["h1'", "h2'"]
        "domain('x') { region 'r', hosts: ['h1']\ndatabase('d') { storageManager host: |" || ALL_HOSTS
        "domain('x') { database('d') {\nstorageGroups 'A', 'B'\nstorageManager serves: ['A', 'B|" || ["B'"]
        "domain('x') { embedded home: 'ba|"                          || ['backups/']
        "policy('p') { incr|"                                        || ['incremental']
        "policy('p') { full\nfu|"                                    || []
        "policy('p') { protects '|"                                  || ["bank/ledger'"]
        "domain('x') { database('d') { } }\npolicy('p') { protects 'x|" || ["x/d'"]
        "policy('p') { protects 'bank/ledger'\nbackupGroup 'e', |"   || ['archives:', 'shared:']
        "policy('p') { protects 'bank/ledger'\nbackupGroup 'e', archives: [0, |" || ['1', '2', '3']
        "policy('p') { full |"                                       || ['at:', 'cron:', 'every:', 'interleaved:']
        "policy('p') { full at: '|" || ['Fri ', 'Mon ', 'Mon-Fri ', 'Sat ', 'Sun ', 'Thu ', 'Tue ', 'Wed ']
        "policy('p') { full every: 15|" || ['15.days', '15.hours', '15.minutes', '15.seconds', '15.weeks']
        "policy('p') { full every: 15.m|"                            || ['15.minutes']
        "policy('p') { full every: 15.minutes, int|"                 || ['interleaved:']
        "policy('p') { full interleaved: |"                          || ['false', 'true']
        "policy('p') { onOverlap |"                                  || ['fail', 'skip', 'wait']
        "policy('p') { onNoBaseSet f|"                               || ['fail', 'full']
        "policy('p') { backupGroup 'a'\nbackupGroup 'b'\nonArchiveDown |" || ["'a'", "'b'", 'fail', 'skip']
        "policy('p') { backupGroup 'a'\nonArchiveDown '|"            || ["a'"]
        "policy('p') { onFailure retry, |"                           || ['after:', 'times:']
        "policy('p') { timeZone 'Europe/Berl|"                       || ["Europe/Berlin'"]
        "policy('p') { directory 'x/{da|"                            || ['{database}', '{date}']
        "policy('p', |"                                              || ['from:']
        "policy('p', from: '|"                                       || ["nightly'", "p'"]
        "policy('p') { retain |" || ['daily:', 'minimum:', 'monthly:', 'recoveryWindow:', 'weekly:']
        "policy('p') { hold 'lat|"                                   || ["latest'", "latest-full'"]
        "domain('x') { database('d') { expect size: 100.G|"          || ['100.GB']
        "include 'two|"                                              || ["two.groovy'", "two.yaml'"]
        "include '|" || ['backups/', "domain.groovy'", 'drill/', "two.groovy'", "two.yaml'"]
        "policy('p') { // incr|"                                     || []
        "policy('p') { nonsense |"                                   || []
        "nonsense('p') { inc|"                                       || ['include']
    }

    def "in a line of Groovy: #line"() {
        expect:
        offered(line) == expected.sort(false)

        where:
        line                            || expected
        'checkA|'                       || ['checkArchive']
        'ra|'                           || ['rate']
        'x = pla|'                      || ['plan', 'planDiff']
        'x = ra|'                       || ['rate']
        'x = 1\nsta|'                   || ['start', 'status']
        'x = 1\npol|'                   || ["policy('"]
        'x = nuo|'                      || []
        'x = backup ma|'                || ['maxRate:']
        "x = backup 'nightly', group: '|" || ["east'", "west'"]
        "x = backup('n|"                || ["nightly'"]
        "x = restore 'latest', to|"     || ['to:', 'toCommit:', 'toTime:']
        "x = verify('latest', depth: '|" || ["checksums'", "drill'", "present'", "read'"]
        "x = get('be|"                  || ["before.accounts'"]
        'x = workload.|'                || ['check', 'start', 'status', 'stop', 'transfersIn']
        'sm.st|'                        || ['start', 'stop']
        'x.|'                           || []
        '"text |'                       || []
    }

    def "offers tell what they are, under headings: #line"() {
        when:
        def offer = fitting(line).find { it.value() == value }

        then:
        offer.text() == text
        offer.group() == group

        where:
        line                                || value        | text                                    | group
        'sta|'                              || 'status'     | 'am I protected, since when, and what runs' | 'look'
        'sm |' || 'stop' | 'Stop a storage manager in good order; the database goes on without it.' | 'commands'
        'backup --y|'                       || '--yes'      | 'do it without asking'                  | 'options'
        'sm stop |'                         || '0'          | 'on e1, serves SG1'                     | 'archives'
        'sm serve 0 |'                      || 'SG1'        | 'served by archives 0, 2'               | 'storage groups'
        'plan |'                            || 'nightly'    | 'protects bank/ledger'                  | 'policies'
        'verify |'                          || 'latest'     | 'the newest state there is'             | 'sets'
        "policy('p') { outa|" || 'outage' | OUTAGE | 'words'
        "policy('p') { pr|" || 'protects' | 'names the database that the policy protects' | 'needed here'
        "policy('p') { backupGroup 'a', |" || 'archives:' | 'the numbers of the archives' | 'arguments'
        'x = planD|' || 'planDiff' | 'tells what an edit adds, moves and takes away' | 'verbs of scripts'
    }

    def "#value replaces #line as #written"() {
        when:
        def completion = at(line)

        then:
        completion.quoting().written(value, ends).toString() == written
        completion.start() == line.indexOf('^')

        where:
        line                        | value                | ends  || written
        'verify ^ba|'               | 'backups/first set/' | false || "'backups/first set/"
        'verify ^"ba|'              | 'backups/first set/' | false || '"backups/first set/'
        "verify ^'backups/first s|" | 'backups/first set'  | true  || "'backups/first set'"
        'verify --in=^"ba|'         | 'backups/first set'  | true  || '"backups/first set"'
        'verify --in=^ba|'          | 'backups/'           | false || 'backups/'
        'verify --in=^|'            | "it's"               | true  || '"it\'s"'
        'verify ^|'                 | 'both \' and "'      | true  || "'both '\"'\"' and \"'"
        'start b --lost 0,^1|'      | '12'                 | true  || '12'
        'load ^|'                   | '#1'                 | true  || "'#1'"
        "policy('p') { ^fu|"        | 'full'               | true  || 'full'
    }

    def "quotes that are open close where the word is whole"() {
        expect:
        offered("load 'dom|") == ['domain.groovy']
        offered("verify 'backups/fir|") == ['backups/first set/']
        at("verify 'backups/fir|").offers().find { it.value() == 'backups/first set/' }.ends() == false
    }

    private List<String> offered(String line) {
        fitting(line).collect { it.value() }.unique().sort()
    }

    private List<Offer> fitting(String line) {
        def completion = at(line)
        completion.offers().findAll { it.value().toLowerCase().startsWith(completion.word().toLowerCase()) }
    }

    private Completion at(String marked) {
        def line = marked.replace('^', '')
        completer.at(line.replace('|', ''), line.indexOf('|'))
    }
}
