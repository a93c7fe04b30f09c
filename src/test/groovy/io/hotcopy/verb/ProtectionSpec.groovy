package io.hotcopy.verb

import io.hotcopy.mission.LiveBank
import io.hotcopy.model.BackupPolicy
import io.hotcopy.model.Declarations
import io.hotcopy.model.Objectives
import io.hotcopy.model.RunLine
import io.hotcopy.model.Schedule
import io.hotcopy.plan.PastRun
import io.hotcopy.shell.page.Pages
import io.hotcopy.term.ByteSize
import io.hotcopy.term.DatabaseName
import io.hotcopy.term.HotCopyType
import java.nio.file.Path
import java.time.Duration
import java.time.Instant
import java.time.ZoneId
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** Am I protected, since when, what is next, what is late: of a domain that runs, with a policy that has schedules. */
class ProtectionSpec extends Specification {

    @TempDir
    Path directory

    @AutoCleanup
    LiveBank bank

    def setup() {
        bank = new LiveBank(directory, LiveBank.THREE_GROUPS, [nightly: [0, 1]])
        schedule()
    }

    def "before the first backup nothing is protected, every storage group is told, and the full is late"() {
        when:
        def status = bank.verbs.status().run().policies()[0]

        then:
        !status.isProtected()
        status.storageGroups().groups()*.newest().every { it.isEmpty() }
        status.tooOld()*.group()*.value() == ['SG1', 'SG2', 'SG3', 'UNPARTITIONED']
        status.lines().find { it.line() == HotCopyType.FULL }.next().isPresent()
        text()[0] ==~ /protected: NO, no complete backup yet; next: journal in .*; late: full( and 1 more)?/
        text()[1] == 'policy nightly: no complete backup yet'
    }

    def "after a backup the newest moment is told, and what is next; later it is older than promised, and late"() {
        given:
        bank.work(5)
        bank.backup('nightly', HotCopyType.FULL)
        bank.work(5)
        bank.backup('nightly', HotCopyType.JOURNAL)

        when:
        def status = bank.verbs.status().run().policies()[0]

        then:
        status.isProtected() && status.tooOld().isEmpty()
        status.storageGroups().worst().get().newest().get() == status.newest().get().at()
        text()[0] ==~ /protected: yes, up to \d+ s ago; next: journal in 1\d min( \d+ s)?; late: none/
        text()[1] ==~ /policy nightly: up to commit \d+ of 2021-12-18T\S+Z, \d+ s ago/
        text()[2] ==~ /  next: journal of backup group all, 2021-12-18T01:15:00Z, in .*/

        when:
        bank.clock.pass(Duration.ofMinutes(40))

        then:
        text().findAll { it.startsWith('  warning: ') }.size() == 4
        text()[0] ==~ /protected: yes, up to 4\d min( \d+ s)? ago, older than promised; next: .*; late: journal/
        text()[2] ==~ '  warning: storage group SG1: 2021-12-18T\\S+, 4\\d min( \\d+ s)? ago; ' +
                'the policy promises an rpo of 30 min'
        text().any { it ==~ /  late: journal of backup group all, since 2021-12-18T01:15:00Z, .* ago/ }
    }

    def "a storage group that no copy holds is no protection, however new all others are"() {
        given:
        bank.backup('nightly', HotCopyType.FULL)

        when:
        bank.verbs.storageGroup().create('SG9', ['0'], Optional.empty())
        def status = bank.verbs.status().run().policies()[0]

        then:
        status.newest().isPresent()
        !status.isProtected()
        text()[0].startsWith('protected: NO, nothing of storage group SG9 can be restored; next: ')
        text().any { it == '  storage group SG9: nothing can be restored' }
    }

    def "a run that failed is told with its reason until the line has run again"() {
        given:
        bank.work(5)
        bank.backup('nightly', HotCopyType.FULL)
        Instant began = bank.clock.instant()
        bank.verbs.@session.ledger('bank').enter(new PastRun('nightly', 'all', new DatabaseName('bank', 'ledger'),
            HotCopyType.JOURNAL, Optional.empty(), HotCopyType.JOURNAL, Optional.empty(), began,
            began.plusSeconds(2), PastRun.Outcome.FAILED, new ByteSize(0), 'the disk is full'))
        bank.clock.pass(Duration.ofMinutes(1))

        expect:
        text().any { it ==~ /  last failure: journal of backup group all, 2021-12-18T\S+, .* ago: the disk is full/ }

        and: 'one that was cancelled has failed nobody'
        bank.verbs.@session.ledger('bank').enter(new PastRun('nightly', 'all', new DatabaseName('bank', 'ledger'),
            HotCopyType.JOURNAL, Optional.empty(), HotCopyType.JOURNAL, Optional.empty(), bank.clock.instant(),
            bank.clock.instant(), PastRun.Outcome.CANCELLED, new ByteSize(0), 'hot copy cancelled'))
        text().any { it ==~ /  cancelled: journal of backup group all, 2021-12-18T\S+ .*/ }
        !text().any { it.contains('failure') }

        and: 'the timeline has it too'
        bank.verbs.timeline().run(TimelineRequest.ofAll()).policies()[0].backupGroups()[0].past()*.outcome() ==
                [PastRun.Outcome.DONE, PastRun.Outcome.FAILED, PastRun.Outcome.CANCELLED]
    }

    def "the timeline: a full and journals give every moment, an incremental only its own"() {
        given:
        bank.work(5)
        def full = bank.backup('nightly', HotCopyType.FULL)
        bank.work(5)
        bank.backup('nightly', HotCopyType.JOURNAL)
        Instant through = bank.verbs.status().run().policies()[0].newest().get().at()

        when:
        def policy = bank.verbs.timeline().run(TimelineRequest.ofAll()).policies()[0]

        then:
        policy.whole().size() == 1
        !policy.whole()[0].from().isBefore(full.began()) && policy.whole()[0].from().isBefore(full.ended())
        policy.whole()[0].through() == through
        policy.storageGroups()*.group() == ['SG1', 'SG2', 'SG3', 'UNPARTITIONED']
        policy.backupGroups()[0].past()*.type() == [HotCopyType.FULL, HotCopyType.JOURNAL]
        policy.backupGroups()[0].ahead()*.type().toSet() == [HotCopyType.FULL, HotCopyType.JOURNAL] as Set

        when: 'the journals of that time are gone, and an incremental was taken'
        bank.work(5)
        bank.clock.pass(Duration.ofHours(2))
        bank.backup('nightly', HotCopyType.INCREMENTAL)
        bank.verbs.list().run([]).listing().collections()[0].locations().each { set ->
            set.resolve('1.jnl').toFile().deleteDir()
        }
        def later = bank.verbs.timeline().run(TimelineRequest.ofAll()).policies()[0]

        then:
        later.whole().size() == 2
        later.whole()[1].from() == later.whole()[1].through()
        later.whole()[1].from().isAfter(through)
        later.whole()[0].through().isBefore(through)
    }

    private List<String> text() {
        Pages.of(bank.verbs.status().run()).toString().readLines()
    }

    /** A full each night, journals every quarter of an hour, and no more than half an hour may be lost. */
    private void schedule() {
        Declarations declared = bank.verbs.declared()
        def policies = declared.policies().collect {
            new BackupPolicy(it.name(), it.protects(), ZoneId.of('UTC'),
                new Objectives(Optional.of(Duration.ofMinutes(30)), Optional.empty()), it.backupGroups(), [
                    new RunLine(HotCopyType.FULL, Optional.of(new Schedule.Every(Duration.ofHours(12), false))),
                    new RunLine(HotCopyType.INCREMENTAL, Optional.empty()),
                    new RunLine(HotCopyType.JOURNAL, Optional.of(new Schedule.Every(Duration.ofMinutes(15), false)))],
                it.reactions(), it.outage(), it.directory(), it.retention(), it.holds())
        }
        bank.verbs.@session.declare(new Declarations(declared.domains(), policies, [:]))
    }
}
