package io.hotcopy.testkit

import static io.hotcopy.term.HotCopyType.FULL
import static io.hotcopy.term.HotCopyType.INCREMENTAL
import static io.hotcopy.term.HotCopyType.JOURNAL
import static io.hotcopy.testkit.Parts.nothing
import static io.hotcopy.testkit.Parts.region
import static io.hotcopy.testkit.Parts.run
import static io.hotcopy.testkit.Parts.storageManager

import io.hotcopy.model.Objectives
import io.hotcopy.simulate.Exposed
import io.hotcopy.simulate.Failure
import io.hotcopy.simulate.Overlap
import io.hotcopy.simulate.ProtectionProof
import io.hotcopy.simulate.ScenarioProof
import io.hotcopy.simulate.Worst
import io.hotcopy.term.DatabaseName
import io.hotcopy.term.StorageGroupName

import java.time.Duration
import java.time.Instant
import java.time.ZoneId

/** Proofs that are made by hand. */
class Proofs {
    static final Instant FROM = Instant.parse('2026-01-01T00:00:00Z')
    static final Instant DOWN = Instant.parse('2026-01-06T02:00:00Z')
    static final Instant LOST = Instant.parse('2026-01-06T02:40:00Z')
    static final Objectives PROMISES = new Objectives(Optional.of(20.minutes), Optional.of(1.hour))

    /** A storage manager that is down costs too much, a lost region has all fulls, and another one the majority. */
    static Proof oneThatFails() {
        of(PROMISES, [
                scenario(nothing(), 15.minutes, 12.minutes),
                scenario(storageManager(0), 25.minutes, 40.minutes,
                        [begins: DOWN, ends: DOWN + 1.day,
                         because: 'the newest commit that can be restored is of 03:15']),
                scenario(region('east'), 15.minutes, null, [begins: DOWN, because: 'no full is left']),
                scenario(region('west'), 15.minutes, 12.minutes,
                        [begins: DOWN, stops: '5 of 10 processes are left, not more than half']),
                scenario(run(JOURNAL), 15.minutes, 12.minutes),
        ])
    }

    static Proof oneThatHolds() {
        of(PROMISES, [scenario(nothing(), 15.minutes, 12.minutes)])
    }

    static Proof ofNoPromise() {
        of(Objectives.NONE, [scenario(nothing(), 15.minutes, 12.minutes)])
    }

    private static Proof of(Objectives promises, List<ScenarioProof> scenarios) {
        new Proof(new ProtectionProof('nightly', new DatabaseName('shop', 'orders'), ZoneId.of('Europe/Berlin'), FROM,
                FROM + 30.days, promises, scenarios,
                [new Overlap('east', INCREMENTAL, FULL, 'wait', Instant.parse('2026-01-04T01:00:00Z'), 4)],
                ['copies go at 200 MB/s']))
    }

    /** SG1 is what suffers, SG2 always loses 15 minutes and takes 12. */
    private static ScenarioProof scenario(Failure failure, Duration rpo, Duration rto, Map said = [:]) {
        Exposed sum = exposed(rpo, rto, said.because as String ?: 'as always')
        new ScenarioProof(failure, Optional.ofNullable(said.begins as Instant),
                Optional.ofNullable(said.ends as Instant), Optional.ofNullable(said.stops as String),
                [(new StorageGroupName('SG1')): sum,
                 (new StorageGroupName('SG2')): exposed(15.minutes, 12.minutes, 'as always')] as TreeMap,
                sum, sum.rpo().isWithin(20.minutes), sum.rto().isWithin(1.hour), [])
    }

    private static Exposed exposed(Duration rpo, Duration rto, String because) {
        new Exposed(new Worst(Optional.of(rpo), LOST, because), new Worst(Optional.ofNullable(rto), LOST, because))
    }
}
