package io.hotcopy.mainjob

import io.hotcopy.live.Neighbours
import io.hotcopy.shell.NoService
import io.hotcopy.shell.OneShot
import io.hotcopy.verb.TestVerbs
import io.hotcopy.verb.Tree
import io.hotcopy.verb.Verbs
import java.nio.file.Files
import java.nio.file.Path
import java.time.Clock
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Stepwise
import spock.lang.TempDir

/** The scripts that are shipped, on a declaration of somebody's own: one domain, one bad week. */
@Stepwise
class ShippedScriptsSpec extends Specification {

    static final List<String> SCRIPTS = ['fat-finger', 'nightly-run', 'region-loss', 'seed-sm', 'weekly-drill']

    static final String DECLARATION = '''\
        domain('own') {
            embedded home: 'data'
            region 'east',  hosts: ['e1', 'e2']
            region 'west',  hosts: ['w1']
            region 'third', hosts: ['t1']
            database('shop') {
                storageGroups 'SG1', 'SG2'
                transactionEngines hosts: ['e1', 't1']
                storageManager archive: 0, host: 'e1', serves: ['SG1'], journalHotCopy: true
                storageManager archive: 1, host: 'e2', serves: ['SG2'], journalHotCopy: true
                storageManager archive: 2, host: 'w1', serves: ['SG1', 'SG2'], journalHotCopy: true
            }
        }
        policy('careful') {
            protects    'own/shop'
            objectives  rpo: 2.days, rto: 1.hour
            backupGroup 'east', archives: [0, 1]
            backupGroup 'west', archives: [2]
            full        at: '01:00'
            journal
            retain      recoveryWindow: 1.day, minimum: 1
            directory   'backups/{group}-{date}T{time}-archive-{archive}'
        }
        '''.stripIndent()

    @Shared
    @TempDir
    Path directory

    @Shared
    long processes

    def setupSpec() {
        Files.createDirectories(directory.resolve('backups'))
        Files.writeString(directory.resolve('own.groovy'), DECLARATION)
        Files.writeString(directory.resolve('fill.groovy'), '''\
            load 'own.groovy'
            start 'own'
            createTable 'orders', partitions: 4
            (1..20).each { put 'orders', it, "order $it" }
            '''.stripIndent())
        assert hotcopy('run', 'fill.groovy').code == 0
    }

    def '#script without its arguments says how it is used, and ends with 2'() {
        given:
        def before = Tree.of(directory)

        when:
        def run = hotcopy('run', script(script))

        then:
        run.code == 2
        run.err.toString().contains("hotcopy run ${script}.groovy DECLARATION")
        run.err.toString().contains(firstLine(script))
        Tree.of(directory) == before

        where:
        script << SCRIPTS
    }

    def '#script has no more than sixty lines, and begins with what it is for'() {
        expect:
        Files.readAllLines(Path.of("scripts/${script}.groovy")).size() <= 60
        firstLine(script).length() > 20

        where:
        script << SCRIPTS
    }

    def 'what is not declared is wrong usage too: #words'() {
        when:
        def run = hotcopy(*(['run', script(words[0])] + words.drop(1)))

        then:
        run.code == 2
        run.err.toString().contains(says)

        where:
        words                                               || says
        ['region-loss', 'own.groovy', 'north', 'restored']  || 'there is no region north; there is: east, west, third'
        ['region-loss', 'own.groovy', 'west', 'r', 'other'] || 'own.groovy declares no policy other'
        ['weekly-drill', 'own.groovy', 'other']             || 'there is no policy other; there is: careful'
        ['nightly-run', 'own.groovy', 'other']              || 'there is no policy other; there is: careful'
        ['seed-sm', 'own.groovy', '9', 'e1', 'disk']        || 'there is no archive 9; there is: 0, 1, 2'
        ['fat-finger', 'own.groovy', 'orders', 'keys=4']    || 'these are not its arguments'
        ['fat-finger', 'own.groovy', 'orders', 'commit=x']  || 'these are not its arguments'
    }

    def 'before the first night there is nothing to restore: #script ends with 1 and says so'() {
        when:
        def run = hotcopy(*(['run', script(script)] + words))

        then:
        run.code == 1
        said(run).contains(says)

        where:
        script         | words                        || says
        'weekly-drill' | ['own.groovy']               || 'there is no complete backup collection'
        'region-loss'  | ['own.groovy', 'west', 'r1'] || 'no backup set of own/shop lies outside of region west'
        'fat-finger'   | ['own.groovy', 'orders']     || 'there is no complete backup collection'
    }

    def 'the dry run of a night says what would be done and changes nothing'() {
        given:
        def before = Tree.of(directory)

        when:
        def run = hotcopy('run', script('nightly-run'), 'own.groovy', '--dry-run')

        then:
        run.code == 0
        said(run).contains('full hot copy of own/shop, backup group west (archive 2)')
        Tree.of(directory) == before
    }

    def 'a night on which nothing can be copied ends with 1, and the rest of it is done all the same'() {
        given:
        Files.writeString(directory.resolve('nowhere.groovy'), DECLARATION.replace("'backups/", "'no-disk/"))

        when:
        def run = hotcopy('run', script('nightly-run'), 'nowhere.groovy')

        then:
        run.code == 1
        run.err.toString().contains('Failed to create backup set')
        said(run) =~ /careful +backup +FAILED/
        said(run) =~ /careful +expire +/
    }

    def 'the night takes what is due, verifies it, expires, and reports'() {
        when:
        def run = hotcopy('run', script('nightly-run'), 'own.groovy', '--quiet')

        then:
        run.code == 0
        said(run) =~ /careful +backup +done +full .*, full /
        said(run) =~ /careful +verify +done +valid/
        said(run) =~ /careful +expire +done +0 sets deleted/
        said(run).contains('all is well')
    }

    def 'the drill restores the newest collection of each backup group, and measures it against the rto'() {
        when:
        def run = hotcopy('run', script('weekly-drill'), 'own.groovy')

        then:
        run.code == 0
        said(run) =~ /careful\/east +passed +restored in [0-9.]+ s/
        said(run) =~ /careful\/west +passed +restored in [0-9.]+ s/
        said(run).contains('all 2 can be restored in time')

        when: 'the same with a promise that no disk keeps, and no policy can make: an rto of a millisecond'
        def hasty = Files.readString(Path.of(script('weekly-drill')))
                .replace('policy.objectives().rto().orElse(null)', 'java.time.Duration.ofMillis(1)')
        Files.writeString(directory.resolve('hasty.groovy'), hasty)
        run = hotcopy('run', 'hasty.groovy', 'own.groovy', 'careful')

        then:
        run.code == 1
        said(run) =~ /careful\/east +FAILED: too slow +restored in .* s, rto PT0.001S/
        said(run).contains('2 of 2 have failed')
    }

    def 'a row is deleted: the dry run names the commit and changes nothing, the run copies the row back'() {
        given:
        assert hotcopy('-c', 'load own.groovy', '-c', 'start own',
                '-c', 'delete orders 7 --yes', '-c', 'put orders 8 later', '-c', 'backup --run journal --yes').code == 0
        def before = Tree.of(directory)

        when:
        def dry = hotcopy('run', script('fat-finger'), 'own.groovy', 'orders', '--dry-run')

        then:
        dry.code == 0
        said(dry) =~ /the state just before commit \d+/
        Tree.of(directory) == before

        when: 'it is only looked at'
        def looked = hotcopy('run', script('fat-finger'), 'own.groovy', 'orders')

        then:
        looked.code == 0
        said(looked).contains('7 was order 7, is not there\n')
        restoredBefore().size() == 1

        when: 'and then copied back, by its key'
        restoredBefore().each { it.deleteDir() }
        def back = hotcopy('run', script('fat-finger'), 'own.groovy', 'orders', 'key=7', 'copy-back')

        then:
        back.code == 0
        said(back).contains('7 was order 7, is not there: copied back')
        value('orders', '7') == 'order 7'
        value('orders', '8') == 'later'
    }

    def 'a row that was written again since is left alone'() {
        given:
        assert hotcopy('-c', 'load own.groovy', '-c', 'start own',
                '-c', 'delete orders 9 --yes', '-c', 'put orders 9 new').code == 0

        when:
        def run = hotcopy('run', script('fat-finger'), 'own.groovy', 'orders', 'copy-back')

        then:
        run.code == 0
        said(run).contains('9 was order 9, is new\n')
        value('orders', '9') == 'new'
    }

    def 'a table is dropped, and comes back with all its rows'() {
        given:
        restoredBefore().each { it.deleteDir() }
        assert hotcopy('-c', 'load own.groovy', '-c', 'start own', '-c', 'drop table orders --yes').code == 0

        when:
        def run = hotcopy('run', script('fat-finger'), 'own.groovy', 'orders', 'copy-back')

        then:
        run.code == 0
        said(run).contains('all of orders: 20 records')
        said(run).contains('copied back: 20 records')
        value('orders', '20') == 'order 20'
    }

    def 'a region is lost: the dry run restores nothing, the run all of it; 1 when the rpo is not met'() {
        given:
        def before = Tree.of(directory)

        when:
        def dry = hotcopy('run', script('region-loss'), 'own.groovy', 'east', 'from-west', '--dry-run')

        then:
        dry.code == 0
        Tree.of(directory) == before

        when:
        def run = hotcopy('run', script('region-loss'), 'own.groovy', 'east', 'from-west')

        then:
        run.code == 0
        said(run).contains('region east is lost: archives 0, 1, and their backup sets')
        said(run).contains('1 of 3 backup sets are left')
        said(run).contains("-c 'start own --restored from-west'")
        Files.isDirectory(directory.resolve('from-west/archive-2'))

        when: 'the policy promised less than what is lost'
        def strict = Files.readString(Path.of(script('region-loss')))
                .replace('policy.objectives().rpo()', 'Optional.of(Duration.ofMillis(1))')
        Files.writeString(directory.resolve('strict.groovy'), strict)
        run = hotcopy('run', 'strict.groovy', 'own.groovy', 'west', 'from-east')

        then:
        run.code == 1
        said(run).contains('the rpo of careful, PT0.001S, is not met')
    }

    def 'a storage manager is seeded, and is there from then on'() {
        given:
        def before = Tree.of(directory)

        when:
        def dry = hotcopy('run', script('seed-sm'), 'own.groovy', '1', 'e1', 'disk', '--dry-run')

        then:
        dry.code == 0
        said(dry).contains('would add the storage manager of archive 3 of own/shop on host e1')
        Tree.of(directory) == before

        when:
        def run = hotcopy('run', script('seed-sm'), 'own.groovy', '1', 'e1', 'disk')

        then:
        run.code == 0
        said(run) =~ /SYNC brought .* more/
        hotcopy('-c', 'load own.groovy', '-c', 'start own', '-c', 'sm stop 1 --yes', '-c', 'count orders')
                .out.toString().contains('20 records in orders')

        when: 'one more by hand, on nothing'
        def hand = hotcopy('-c', 'load own.groovy', '-c', 'start own',
                '-c', 'sm add 4 --host e2 --directory disk-4 --groups SG1,SG2', '-c', 'sm start 4')

        then:
        hand.code == 0
        said(hand).contains('it serves SG1 SG2 UNPARTITIONED')
        said(hand).contains('RUNNING the storage manager of archive 4')
    }

    private List<File> restoredBefore() {
        directory.toFile().listFiles().findAll { it.name.startsWith('before-') }
    }

    private String value(String table, String key) {
        def run = hotcopy('-c', 'load own.groovy', '-c', 'start own', '-c', "get $table $key --json")
        run.out.toString().find(/"value" ?: ?"([^"]*)"/) { it[1] }
    }

    private static String said(OneShot run) {
        run.out.toString() + run.err
    }

    private static String script(String name) {
        Path.of("scripts/${name}.groovy").toAbsolutePath().toString()
    }

    private static String firstLine(String name) {
        Files.readAllLines(Path.of("scripts/${name}.groovy"))[0].drop(3)
    }

    /** Each as a process of its own, whose random numbers are its own too. */
    private OneShot hotcopy(String... words) {
        long seed = ++processes
        def run = new OneShot(directory, words.toList(), NoService.NUOCMD, { events ->
            new Verbs(TestVerbs.surroundings(directory, Clock.systemUTC(), { }, Neighbours.NONE, seed))
        })
        println "hotcopy ${words.join(' ')}: exit code ${run.code}, seed $seed\n${run.err}"
        return run
    }
}
