package io.hotcopy.plan

import static io.hotcopy.plan.World.every
import static io.hotcopy.term.HotCopyType.FULL
import static io.hotcopy.term.HotCopyType.INCREMENTAL
import static io.hotcopy.term.HotCopyType.JOURNAL

import io.hotcopy.driver.JournalQuota
import io.hotcopy.embedded.EmbeddedSettings
import io.hotcopy.problem.Problem
import java.nio.file.Path
import java.time.Duration
import spock.lang.Specification

/** Protocol §4: a lease keeps the journal that is not copied yet, up to a quota. */
class JournalVolumeSpec extends Specification {
    static final long GB = 1_000_000_000
    static final Optional<Path> EMBEDDED = Optional.of(Path.of('data'))

    def 'accepts intervals in which less is written than is kept'() {
        expect:
        findings(EMBEDDED, (JOURNAL): every(Duration.ofMinutes(5)), (INCREMENTAL): every(Duration.ofMinutes(10))) == []
    }

    def 'warns of an interval in which more is written, and says how often would do'() {
        when:
        List<Problem> problems = findings(EMBEDDED, (JOURNAL): every(Duration.ofHours(1)))

        then:
        problems*.error == [false]
        problems*.message() == ['archive 0 writes about 4.0 GB of journal from one journal hot copy to the next, 1 h ' +
                'later, and keeps at most 1.1 GB: the chain would break']
        problems*.hints() == [['Take journal hot copies every 12.minutes or more often.']]
        problems*.span()*.get()*.file() == ['journal']
    }

    def 'says nothing of a database that is only described: what it keeps is not known'() {
        expect:
        findings(Optional.empty(), (JOURNAL): every(Duration.ofHours(1))) == []
    }

    def 'what it takes as kept is what the embedded database keeps'() {
        expect:
        EmbeddedSettings.DEFAULT.journalQuota() == JournalQuota.BYTES
    }

    private static List<Problem> findings(Map schedules, Optional<Path> home) {
        new World(home: home, policies: [World.policy(lines: World.lines([(FULL): null] + schedules))])
                .expecting(300 * GB, GB, 144 * GB).findings(new JournalVolume())
    }
}
