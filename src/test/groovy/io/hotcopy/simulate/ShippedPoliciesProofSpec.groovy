package io.hotcopy.simulate

import io.hotcopy.dsl.PolicyCompiler
import io.hotcopy.model.Declarations
import spock.lang.Shared
import spock.lang.Specification

import java.nio.file.Files
import java.nio.file.Path
import java.time.Instant

/** What the policies to start from keep of their promises: pinned, so that who changes one sees what it does. */
class ShippedPoliciesProofSpec extends Specification {
    static final Path FOLDER = Path.of('policies')
    static final Instant FROM = Instant.parse('2026-06-01T00:00:00Z')

    /** How many there are for each, without any among them. */
    static final Map<String, Integer> FAILURES = [
            'single-sm': 6, 'two-regions': 11, 'interleaved': 11,
            'storage-groups-two-regions': 13, 'low-rpo-journals': 9, 'daily-weekly-monthly': 8]

    @Shared
    Map<String, ProtectionProof> proofs = [:]

    def 'every policy is in the table below, with every failure'() {
        expect:
        FOLDER.toFile().list().findAll { it.endsWith('.groovy') }*.minus('.groovy').toSet() == FAILURES.keySet()
        FAILURES.every { name, count -> proof("${name}.groovy").scenarios().size() == count }
    }

    def '#name holds under every failure, from either spelling'() {
        when:
        def proof = proof("${name}.groovy")

        then:
        proof.scenarios().findAll { !it.holds() } == []
        proof.holds()
        proof.assumptions() == []
        proof == Simulator.prove(declared("${name}.yaml"), ProofRequest.from(FROM), { [] }).first()

        where:
        name << FAILURES.keySet()
    }

    def '#name, #failure: at most #rpo are lost, and a restore takes at most #rto'() {
        given:
        def scenario = proof("${name}.groovy").scenarios().find { it.failure().words() == failure }

        expect:
        [scenario.whole().rpo(), scenario.whole().rto()]*.time()*.get()*.toString() == [rpo, rto]
        scenario.stops().present == stops

        where:
        name                         | failure                             || rpo            | rto       | stops
        'single-sm'                  | 'no failure'                        || 'PT5M40S'      | 'PT55S'   | false
        'single-sm'                  | 'storage manager of archive 0 down' || 'PT6M40S'      | 'PT55S'   | true
        'single-sm'                  | 'region east lost'                  || 'PT5M40S'      | 'PT55S'   | true
        'single-sm'                  | 'one full hot copy failed'          || 'PT7M20S'      | 'PT55S'   | false
        'single-sm'                  | 'one incremental hot copy failed'   || 'PT6M2S'       | 'PT55S'   | false
        'single-sm'                  | 'one journal hot copy failed'       || 'PT6M2S'       | 'PT55S'   | false
        'two-regions'                | 'no failure'                        || 'PT15M29S'     | 'PT1M41S' | false
        'two-regions'                | 'storage manager of archive 0 down' || 'PT15M58.999S' | 'PT1M41S' | false
        'two-regions'                | 'storage manager of archive 1 down' || 'PT15M29S'     | 'PT1M41S' | false
        'two-regions'                | 'storage manager of archive 2 down' || 'PT15M30S'     | 'PT1M41S' | false
        'two-regions'                | 'storage manager of archive 3 down' || 'PT15M29S'     | 'PT1M41S' | false
        'two-regions'                | 'region east lost'                  || 'PT15M59S'     | 'PT1M41S' | false
        'two-regions'                | 'region west lost'                  || 'PT15M30S'     | 'PT1M41S' | false
        'two-regions'                | 'region third lost'                 || 'PT15M29S'     | 'PT1M41S' | false
        'two-regions'                | 'one full hot copy failed'          || 'PT15M59S'     | 'PT1M41S' | false
        'two-regions'                | 'one incremental hot copy failed'   || 'PT15M29S'     | 'PT1M41S' | false
        'two-regions'                | 'one journal hot copy failed'       || 'PT15M29S'     | 'PT1M41S' | false
        'interleaved'                | 'no failure'                        || 'PT15M25S'     | 'PT2M11S' | false
        'interleaved'                | 'storage manager of archive 0 down' || 'PT30M17S'     | 'PT2M11S' | false
        'interleaved'                | 'storage manager of archive 1 down' || 'PT15M25S'     | 'PT2M11S' | false
        'interleaved'                | 'storage manager of archive 2 down' || 'PT30M25S'     | 'PT2M12S' | false
        'interleaved'                | 'storage manager of archive 3 down' || 'PT15M25S'     | 'PT2M11S' | false
        'interleaved'                | 'region east lost'                  || 'PT30M1S'      | 'PT2M11S' | false
        'interleaved'                | 'region west lost'                  || 'PT30M25S'     | 'PT2M12S' | false
        'interleaved'                | 'region third lost'                 || 'PT15M25S'     | 'PT2M11S' | false
        'interleaved'                | 'one full hot copy failed'          || 'PT15M50S'     | 'PT2M11S' | false
        'interleaved'                | 'one incremental hot copy failed'   || 'PT30M2S'      | 'PT2M11S' | false
        'interleaved'                | 'one journal hot copy failed'       || 'PT30M25S'     | 'PT2M11S' | false
        'storage-groups-two-regions' | 'no failure'                        || 'PT10M24S'     | 'PT1M19S' | false
        'storage-groups-two-regions' | 'storage manager of archive 0 down' || 'PT10M48.999S' | 'PT1M19S' | false
        'storage-groups-two-regions' | 'storage manager of archive 1 down' || 'PT10M48.999S' | 'PT1M19S' | false
        'storage-groups-two-regions' | 'storage manager of archive 2 down' || 'PT10M24S'     | 'PT1M19S' | false
        'storage-groups-two-regions' | 'storage manager of archive 3 down' || 'PT10M25S'     | 'PT1M48S' | false
        'storage-groups-two-regions' | 'storage manager of archive 4 down' || 'PT10M25S'     | 'PT1M28S' | false
        'storage-groups-two-regions' | 'storage manager of archive 5 down' || 'PT10M24S'     | 'PT1M19S' | false
        'storage-groups-two-regions' | 'region east lost'                  || 'PT10M49S'     | 'PT1M19S' | false
        'storage-groups-two-regions' | 'region west lost'                  || 'PT10M25S'     | 'PT1M20S' | false
        'storage-groups-two-regions' | 'region third lost'                 || 'PT10M24S'     | 'PT1M19S' | false
        'storage-groups-two-regions' | 'one full hot copy failed'          || 'PT10M49S'     | 'PT1M19S' | false
        'storage-groups-two-regions' | 'one incremental hot copy failed'   || 'PT10M24S'     | 'PT1M19S' | false
        'storage-groups-two-regions' | 'one journal hot copy failed'       || 'PT10M25S'     | 'PT1M19S' | false
        'low-rpo-journals'           | 'no failure'                        || 'PT1M19S'      | 'PT33S'   | false
        'low-rpo-journals'           | 'storage manager of archive 0 down' || 'PT1M38.999S'  | 'PT33S'   | false
        'low-rpo-journals'           | 'storage manager of archive 1 down' || 'PT1M20S'      | 'PT33S'   | false
        'low-rpo-journals'           | 'region east lost'                  || 'PT1M39S'      | 'PT33S'   | false
        'low-rpo-journals'           | 'region west lost'                  || 'PT1M20S'      | 'PT33S'   | false
        'low-rpo-journals'           | 'region third lost'                 || 'PT1M19S'      | 'PT33S'   | false
        'low-rpo-journals'           | 'one full hot copy failed'          || 'PT1M39S'      | 'PT33S'   | false
        'low-rpo-journals'           | 'one incremental hot copy failed'   || 'PT1M19S'      | 'PT33S'   | false
        'low-rpo-journals'           | 'one journal hot copy failed'       || 'PT1M19S'      | 'PT33S'   | false
        'daily-weekly-monthly'       | 'no failure'                        || 'PT1H19S'      | 'PT21S'   | false
        'daily-weekly-monthly'       | 'storage manager of archive 0 down' || 'PT1H38.999S'  | 'PT21S'   | false
        'daily-weekly-monthly'       | 'storage manager of archive 1 down' || 'PT1H20S'      | 'PT21S'   | false
        'daily-weekly-monthly'       | 'region east lost'                  || 'PT1H39S'      | 'PT21S'   | false
        'daily-weekly-monthly'       | 'region west lost'                  || 'PT1H20S'      | 'PT21S'   | false
        'daily-weekly-monthly'       | 'region third lost'                 || 'PT1H19S'      | 'PT21S'   | false
        'daily-weekly-monthly'       | 'one full hot copy failed'          || 'PT1H39S'      | 'PT21S'   | false
        'daily-weekly-monthly'       | 'one journal hot copy failed'       || 'PT1H20S'      | 'PT21S'   | false
    }

    private ProtectionProof proof(String file) {
        proofs.computeIfAbsent(file) { Simulator.prove(declared(file), ProofRequest.from(FROM), { [] }).first() }
    }

    private static Declarations declared(String file) {
        new PolicyCompiler({ Files.readString(it) }).compile([FOLDER.resolve(file)]).declarations()
    }
}
