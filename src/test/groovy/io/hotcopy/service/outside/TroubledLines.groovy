package io.hotcopy.service.outside

import java.nio.file.Files
import java.util.concurrent.CompletableFuture
import spock.lang.Timeout

/** Hot copies by the vendor's {@code nuocmd} that are slow, fail, are cancelled, meet another, or come after a SYNC. */
@Timeout(300)
abstract class TroubledLines extends HotCopyLines {

    static final BEFORE = '--backup-dirs 0 /backups/before0 1 /backups/before1'
    static final SLOW = '--backup-dirs 0 /backups/slow0 1 /backups/slow1'

    def 'a slow copy: not waited for to the end, refused and allowed beside, told of, and cancelled'() {
        given:
        assert twins.say("$HOTCOPY full $BEFORE --timeout 60").exit == 0

        when: 'it takes longer than one waits for'
        def slow = twins.remember('slow', "$HOTCOPY full $SLOW --max-rate 1 --timeout 1")

        then:
        slow.exit == 1
        slow.err == ''
        slow.out ==~ response('running', "$WORKING: timeout while waiting for hot copy operation to finish")

        when: 'M21 to M26, meanwhile'
        def second = twins.say("$HOTCOPY full --backup-dirs 0 /backups/n0 1 /backups/n1 --timeout 30")
        def inside = twins.say("$HOTCOPY incremental $SLOW --timeout 30")
        def behind = twins.say("$HOTCOPY journal $BEFORE --timeout 30")
        def before = twins.say("$HOTCOPY incremental $BEFORE --timeout 30")
        def beside = twins.say("$HOTCOPY journal $SLOW --timeout 30")

        then:
        second.error == REFUSED + 'Only one full hot copy at a time allowed'
        inside.error.startsWith(REFUSED)
        behind.error == REFUSED + 'Journal hot copy is only allowed on the most recent backup set'
        [second, inside, behind]*.exit == [1, 1, 1]
        [before, beside]*.exit == [0, 0]

        when: 'it is asked for'
        def ids = '--coordinator-start-id <slow.coordinator_start_id> --hotcopy-id <slow.id>'
        def status = twins.say("get hotcopy-status $ids")
        def running = twins.say('get hotcopy-info --db-name test --running-for 1s')
        def lately = twins.say('get hotcopy-info --db-name test --running-for 1h')
        def shown = twins.say('show hotcopy-info --db-name test')

        then:
        status.exit == 0
        status.out ==~ response('running', WORKING)
        running.out.count('status=running') == 1
        !lately.out.contains('status=running')
        shown.out =~ /(?m)^\[SM] .* MONITORED:RUNNING$/
        shown.out =~ /(?m)^  <id> \[running] <time>\.\.\. : $WORKING \(1\)$/

        when: 'it is cancelled, and again'
        def cancelled = twins.say("cancel hotcopy $ids --timeout 30")
        def again = twins.say("cancel hotcopy $ids")
        def after = twins.say("get hotcopy-status $ids --timeout 5")

        then:
        [cancelled, again, after].each {
            assert it.exit == 0
            assert it.out ==~ response('cancelled', 'Hot copy cancelled')
        }
        [real, ours].every { !Files.exists(it.backup('slow0/full')) }
    }

    def 'a copy that fails half-way is told as failed, with exit 1 and nothing on standard error'() {
        given:
        def line = "$HOTCOPY full --backup-dirs 0 /backups/torn0 1 /backups/torn1 --max-rate 1 --timeout 60"

        when: 'its target is taken away while it runs'
        def said = [real, ours].collect { acme ->
            def client = side(acme)
            def answer = CompletableFuture.supplyAsync { client.run(line) }
            await { Files.isDirectory(acme.backup('torn0/tmp/full/data')) }
            Files.move(acme.backup('torn0'), acme.backup('gone'))
            Neutral.of(answer.get(), acme.directory)
        }

        then:
        said.each {
            assert it.exit == 1
            assert it.err == ''
            assert it.out ==~ response('failed', 'Hot copy failed: .*/backups/torn0.*')
        }
    }

    def 'after a SYNC a journal copy is refused in the words that scripts look for, until an incremental'() {
        given:
        def sets = '--backup-dirs 0 /backups/sync0 1 /backups/sync1 --timeout 60'
        assert twins.say("$HOTCOPY full $sets").exit == 0
        def processes = twins.say('show database --db-name test --skip-exited').out
        def startId = (processes =~ /\[SM] .*\[start_id = (\d+)] \[server_id = e1]/)[0][1]

        when:
        def stopped = twins.say("shutdown process --start-id $startId --timeout 60")
        put('orders', 1, 'while archive 0 was away')
        def begun = twins.say('start process --db-name test --server-id e1 --engine-type SM --archive-id 0')
        def back = twins.say('check database --db-name test --check-running --num-processes 4 --timeout 60')
        def journal = twins.say("$HOTCOPY journal $sets")

        then:
        [stopped, begun, back, journal]*.exit == [0, 0, 0, 1]
        begun.out.startsWith('Process(archive_id=0, db_name=test, durable_state=REQUESTED, engine_state=UNKNOWN, ')
        journal.out == ''
        journal.error == REFUSED + 'Full or incremental hot copy must be completed before journal hot copy'

        when:
        def incremental = twins.say("$HOTCOPY incremental $sets")
        put('orders', 2, 'after the SYNC')
        def resumed = twins.say("$HOTCOPY journal $sets")

        then:
        [incremental, resumed]*.exit == [0, 0]
        restored('orders', 'sync0', 'sync1') ==
            ['1': 'while archive 0 was away', '2': 'after the SYNC']
    }
}
