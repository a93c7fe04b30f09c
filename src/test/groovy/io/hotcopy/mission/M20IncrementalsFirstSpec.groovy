package io.hotcopy.mission

import static io.hotcopy.term.HotCopyType.FULL
import static io.hotcopy.term.HotCopyType.INCREMENTAL
import static io.hotcopy.term.HotCopyType.JOURNAL

import io.hotcopy.recovery.RestoreTarget.Latest
import io.hotcopy.recovery.RestoreTarget.ToCommit
import io.hotcopy.verb.PreviewRequest
import io.hotcopy.verb.SetRequest
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** M20: a restore uses incrementals first, since they are quicker, and finishes with journals as needed. */
class M20IncrementalsFirstSpec extends Specification {

    @TempDir
    Path directory
    @AutoCleanup
    LiveBank bank

    def 'incrementals come first, then the journals from the last of them on'() {
        given:
        bank = new LiveBank(directory, LiveBank.NO_GROUPS, [zero: [0]])
        bank.work()
        bank.backup('zero', FULL)
        def early = bank.work()
        bank.backup('zero', JOURNAL)
        bank.work()
        bank.backup('zero', INCREMENTAL)
        bank.work()
        def second = bank.backup('zero', INCREMENTAL)
        bank.work()
        bank.backup('zero', JOURNAL)

        expect: 'what the incrementals hold is not replayed once more'
        steps(new Latest()) == ['1.inc', '2.inc', '2.jnl']
        steps(new ToCommit(second.cut())) == ['1.inc', '2.inc']

        and: 'before the first incremental only journals help'
        steps(new ToCommit(early)) == ['1.jnl']

        and:
        bank.restoredRows(new Latest()) == bank.states.lastEntry().value
        bank.restoresExactly(early)
    }

    private List<String> steps(target) {
        bank.verbs.preview().run(new PreviewRequest(SetRequest.of(), target, Optional.empty()))
            .plan().get().archives()[0].steps()*.element()*.directory()
    }
}
