package io.hotcopy.catalog

import io.hotcopy.problem.HotCopyException
import java.nio.file.Files
import java.nio.file.Path
import java.time.Instant
import java.util.concurrent.CyclicBarrier
import java.util.concurrent.atomic.AtomicInteger
import spock.lang.Specification
import spock.lang.TempDir

/** A plan is entered before it is carried out: the one who enters it carries it out, and nobody else ever. */
class AppliedPlansSpec extends Specification {
    static final String ID = '0123456789abcdef0123456789abcdef'
    static final Instant NOW = Instant.parse('2026-11-26T03:00:00Z')

    @TempDir
    Path directory

    def 'a plan is entered once, and that is known to whoever looks later'() {
        given:
        new AppliedPlans(directory).enter(ID, NOW)

        when:
        new AppliedPlans(directory).refuseApplied(ID)

        then:
        def refused = thrown(HotCopyException)
        refused.message == 'this plan has been applied at 2026-11-26T03:00:00Z, and a plan is applied once'

        when:
        new AppliedPlans(directory).enter(ID, NOW)

        then:
        thrown(HotCopyException)
        new AppliedPlans(directory).refuseApplied('f' * 32)
    }

    def 'of many who try at the same time one succeeds'() {
        given:
        def entered = new AtomicInteger()
        def refused = new AtomicInteger()
        def together = new CyclicBarrier(8)

        when:
        (1..8).collect {
            Thread.start {
                together.await()
                try {
                    new AppliedPlans(directory).enter(ID, NOW)
                    entered.incrementAndGet()
                } catch (HotCopyException late) {
                    refused.incrementAndGet()
                }
            }
        }*.join()

        then:
        entered.get() == 1
        refused.get() == 7
    }

    def 'an entry that a crash has spoilt counts, though nobody knows from when it is: #text'() {
        given:
        new AppliedPlans(directory).enter(ID, NOW)
        Files.writeString(directory.resolve("applied-plans/$ID"), text)

        when:
        new AppliedPlans(directory).refuseApplied(ID)

        then:
        def refused = thrown(HotCopyException)
        refused.message == 'this plan has been applied, and a plan is applied once'

        where:
        text << ['', 'hotcopy-applied-plan 1 00000000 2026-11-26T03:00:00Z\n', 'nonsense']
    }

    def 'a plan file is replaced as a whole, and only when it holds a plan'() {
        given:
        def file = directory.resolve('plan.yaml')

        when:
        PlanFile.write(file, 'format: "hotcopy-plan"\none\n')
        PlanFile.write(file, 'format: "hotcopy-plan"\ntwo\n')

        then:
        PlanFile.read(file).endsWith('two\n')
        directory.toFile().list() as Set == ['plan.yaml'] as Set

        when:
        Files.write(file, bytes as byte[])
        PlanFile.write(file, 'format: "hotcopy-plan"\nthree\n')

        then:
        thrown(HotCopyException)
        Files.readAllBytes(file) == bytes as byte[]

        where:
        bytes << [[0xff, 0xfe, 0], [] , 'notes'.bytes.toList()]
    }

    def 'a leftover of a crash stands in nobody\'s way'() {
        given:
        Files.writeString(directory.resolve('.plan.yaml.incomplete'), 'half')

        when:
        PlanFile.write(directory.resolve('plan.yaml'), 'format: "hotcopy-plan"\none\n')

        then:
        directory.toFile().list() as Set == ['plan.yaml'] as Set
    }
}
