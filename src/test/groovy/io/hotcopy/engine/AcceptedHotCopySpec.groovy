package io.hotcopy.engine

import static io.hotcopy.term.HotCopyType.FULL
import static io.hotcopy.term.HotCopyType.INCREMENTAL
import static io.hotcopy.term.HotCopyType.JOURNAL
import static io.hotcopy.term.HotCopyType.SIMPLE

import io.hotcopy.driver.CopyRefusedException
import io.hotcopy.driver.FileDatabase
import io.hotcopy.engine.HotCopyStatus.State
import io.hotcopy.plan.HotCopyStep
import io.hotcopy.problem.HotCopyException
import io.hotcopy.progress.ProgressListener
import io.hotcopy.term.HotCopyType
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import spock.lang.Specification
import spock.lang.TempDir

/** Who starts a hot copy and does not wait for its end learns whether it was accepted, and what refused it. */
class AcceptedHotCopySpec extends Specification {

    static final Duration LONG = Duration.ofSeconds(120)

    @TempDir
    Path directory

    FileDatabase database
    Path backups
    Path others

    def setup() {
        database = new FileDatabase(Files.createDirectory(directory.resolve('home')), 'SG1 SG2', 'SG1 SG3')
        backups = Files.createDirectory(directory.resolve('backups'))
        others = Files.createDirectory(directory.resolve('others'))
        10.times { database.commit(database.groups(), 100) }
    }

    def 'a #type is not accepted yet while it is held at #call'() {
        given:
        take(FULL, 0)
        def target = type == FULL ? others : backups

        when:
        def held = new HeldCopy(database, Plans.step(type, database, target, 0), call)

        then:
        !held.handle().awaitAccepted(Duration.ofMillis(1))
        held.handle().refusal().empty

        cleanup:
        held.close()

        where:
        type        | call
        FULL        | 'begin'
        FULL        | 'initialised'
        INCREMENTAL | 'continuation'
        JOURNAL     | 'continuation'
    }

    def 'a #type is accepted, and still runs, while it is held at #call'() {
        given:
        take(FULL, 0)
        def target = type == FULL ? others : backups

        when:
        def held = new HeldCopy(database, Plans.step(type, database, target, 0), call)

        then:
        held.handle().awaitAccepted(Duration.ZERO)
        !held.handle().ended
        held.handle().refusal().empty

        cleanup:
        held.close()

        where:
        type        | call
        FULL        | 'pin'
        SIMPLE      | 'pin'
        INCREMENTAL | 'cut'
        JOURNAL     | 'cut'
    }

    def 'M21 what a storage manager refuses has ended when it is no more waited for, in the words of the refusal'() {
        given:
        def held = new HeldCopy(database, Plans.step(FULL, database, backups, 0), 'read')

        when:
        def second = start(Plans.full(database, others, 0))

        then:
        second.awaitAccepted(LONG)
        second.refusal().get() instanceof CopyRefusedException
        second.refusal().get().message == 'Only one full hot copy at a time allowed'

        and:
        second.status()[0].state() == State.FAILED
        second.status()[0].reason() == Optional.of('Only one full hot copy at a time allowed')

        cleanup:
        held.close()
    }

    def 'M36 a set that one of several archives cannot go on with is a refusal as well'() {
        given:
        take(FULL, 0, 1)
        database.suspendJournals(1)

        when:
        def journal = start(Plans.step(JOURNAL, database, backups, 0, 1))

        then:
        journal.awaitAccepted(LONG)
        journal.refusal().get() instanceof CopyRefusedException
        journal.refusal().get().message == 'Full or incremental hot copy must be completed before journal hot copy'
    }

    def 'what is refused after the set of another archive was made is told without what is told around it'() {
        given:
        database.watch({ call, archive ->
            if (call == 'initialised' && archive.value() == 1) {
                throw new HotCopyException('planted')
            }
        } as FileDatabase.Watcher)

        when:
        def full = start(Plans.full(database, backups, 0, 1))

        then:
        full.awaitAccepted(LONG)
        full.refusal().get().message == 'planted'
        full.status()[0].reason() == Optional.of('planted')
        full.status()[0].message() ==
                'full hot copy of backup group "backups" failed at stage "initialise sets": planted'
    }

    def 'a failure after it was accepted is no refusal, and its status names the bare reason'() {
        given:
        database.watch({ call, archive ->
            if (call == 'pin') {
                throw new HotCopyException('planted')
            }
        } as FileDatabase.Watcher)

        when:
        def full = start(Plans.full(database, backups, 0))
        full.awaitEnd()

        then:
        full.awaitAccepted(Duration.ZERO)
        full.refusal().empty
        full.status()[0].reason() == Optional.of('planted')
        full.status()[0].message() == 'full hot copy of backup group "backups" failed at stage "pin": planted'
    }

    def 'one that is cancelled before it was accepted was not refused, and did not fail'() {
        given:
        def held = new HeldCopy(database, Plans.step(FULL, database, backups, 0), 'begin')

        when:
        held.handle().cancel()

        then:
        held.handle().awaitAccepted(LONG)
        held.handle().refusal().empty
        held.handle().status()[0].state() == State.CANCELLED
        held.handle().status()[0].reason().empty

        cleanup:
        held.close()
    }

    def 'the status names the directory of the element, which a simple hot copy does not have'() {
        expect:
        elements(take(FULL, 0, 1)) == ['full', 'full']
        elements(take(INCREMENTAL, 0, 1)) == ['1.inc', '1.inc']
        elements(take(JOURNAL, 0)) == ['1.jnl']
        elements(take(JOURNAL, 0)) == ['2.jnl']
        elements(take(SIMPLE, 0)) == [null]
    }

    private static List<String> elements(HotCopyHandle handle) {
        handle.status()[0].archives()*.element()*.orElse(null)
    }

    private HotCopyHandle take(HotCopyType type, int... archives) {
        HotCopyHandle handle = start(Plans.step(type, database, backups, archives))
        handle.finish(Optional.empty())
        handle
    }

    private HotCopyHandle start(HotCopyStep step) {
        Plans.engine(database).start(Plans.plan(step), ProgressListener.NONE)
    }
}
