package io.hotcopy.simulate

import io.hotcopy.dsl.Compilation
import io.hotcopy.dsl.PolicyCompiler
import io.hotcopy.model.Declarations
import io.hotcopy.plan.PastRun
import io.hotcopy.plan.Planner
import io.hotcopy.term.ArchiveId

import java.nio.file.Path
import java.time.Duration
import java.time.Instant

/**
 * A small database and one policy, played for two weeks from a Monday on. Everything is copied with 1 MB a second: a
 * full takes 10 minutes, an incremental a minute for each hour since the one before, a journal hot copy a second for
 * each minute.
 */
class Simulated {
    static final Instant MONDAY = Instant.parse('2026-06-01T00:00:00Z')
    static final String DATA = 'expect size: 600.MB, changesPerDay: 1440.MB, journalPerDay: 1440.MB\ncopyRate 1.MB'
    static final String TIE_BREAKER = "region 'third', hosts: ['t1']"

    String regions = "region 'east', hosts: ['e1', 'e2']\nregion 'west', hosts: ['w1', 'w2']\n$TIE_BREAKER"
    String engines = "'e1', 'w1', 't1'"
    String groups = ''
    String managers = '''\
        storageManager archive: 0, host: 'e1', journalHotCopy: true
        storageManager archive: 1, host: 'w1', journalHotCopy: true
        '''
    String data = DATA
    String zone = 'UTC'
    /** Of the policy. */
    String words
    Instant from = MONDAY
    Duration horizon = Duration.ofDays(14)
    Duration outage = null
    List<AssumedFailure> failures = []
    List<PastRun> past = []

    static Simulated policy(Map<String, Object> said = [:], String words) {
        new Simulated(said + [words: words])
    }

    String getText() {
        """domain('d') {
            $regions
            database('b') {
                $groups
                transactionEngines hosts: [$engines]
                $managers
                $data
            }
        }
        policy('p') {
            protects 'd/b'
            timeZone '$zone'
            $words
            directory '{group}/{date}T{time}-{archive}'
        }
        """
    }

    Declarations declared() {
        Compilation compiled = new PolicyCompiler({ text }).compile([Path.of('p.groovy')])
        assert compiled.problems().findAll { it.error } == []
        compiled.declarations()
    }

    ProtectionProof prove() {
        ProofRequest request = new ProofRequest([], from, horizon, Optional.ofNullable(outage), failures)
        Simulator.prove(declared(), request, { past }).first()
    }

    /** What one failure does, at its worst moment. */
    ScenarioProof under(Failure failure) {
        prove().scenario(failure).orElseThrow()
    }

    /** What one failure does that happens then. */
    ScenarioProof under(Failure failure, String from, String to = null) {
        failures = [new AssumedFailure(failure, Optional.of(Instant.parse(from)),
                Optional.ofNullable(to).map { Instant.parse(it) })]
        prove().scenarios().first()
    }

    static Failure down(int archive) {
        new Failure.StorageManagerDown(new ArchiveId(archive))
    }

    static Failure lost(String region) {
        new Failure.RegionLost(region)
    }

    static Duration rpo(ScenarioProof scenario) {
        scenario.whole().rpo().time().orElse(null)
    }

    static Duration rto(ScenarioProof scenario) {
        scenario.whole().rto().time().orElse(null)
    }

    /** {@code Tue 02:00:07 published east …}, a line for each event of the story. */
    static List<String> told(ScenarioProof scenario) {
        scenario.story().collect { event ->
            "${event.at()} ${event.kind()}${event.backupGroup().map { " $it" }.orElse('')}: ${event.words()}" as String
        }
    }
}
