package io.hotcopy.shell.keyboard

import io.hotcopy.shell.command.ExitCode
import java.util.concurrent.CountDownLatch
import org.jline.terminal.Attributes.LocalFlag
import org.jline.terminal.Terminal.Signal
import org.jline.terminal.impl.DumbTerminal
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.Timeout

@Timeout(60)
class JobInterruptsSpec extends Specification {

    @AutoCleanup
    def terminal = new DumbTerminal(new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream())

    def "Ctrl-C interrupts the job that runs, and nothing after it"() {
        given:
        def interrupts = new JobInterrupts(terminal)

        when:
        def code = interrupts.run {
            terminal.raise(Signal.INT)
            try {
                new CountDownLatch(1).await()
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt()
            }
            ExitCode.FAILED
        }

        then:
        code == ExitCode.INTERRUPTED
        !Thread.currentThread().isInterrupted()
        interrupts.run { Thread.currentThread().isInterrupted() ? ExitCode.FAILED : ExitCode.DONE } == ExitCode.DONE
    }

    def "a job that succeeded nevertheless has succeeded, and one that failed by itself has failed"() {
        given:
        def interrupts = new JobInterrupts(terminal)

        expect:
        interrupts.run { terminal.raise(Signal.INT); ExitCode.DONE } == ExitCode.DONE
        interrupts.run { ExitCode.USAGE } == ExitCode.USAGE
    }

    def "while nothing runs it interrupts nobody"() {
        given:
        new JobInterrupts(terminal).run { ExitCode.DONE }

        when:
        terminal.raise(Signal.INT)

        then:
        !Thread.interrupted()
    }

    def "what is typed while a job runs is not echoed, and is again afterwards, also when the job broke"() {
        given:
        def interrupts = new JobInterrupts(terminal)
        def before = terminal.attributes.getLocalFlag(LocalFlag.ECHO)
        def during = true

        when:
        interrupts.run {
            during = terminal.attributes.getLocalFlag(LocalFlag.ECHO)
            throw new IllegalStateException('broken')
        }

        then:
        thrown(IllegalStateException)
        !during
        terminal.attributes.getLocalFlag(LocalFlag.ECHO) == before
    }
}
