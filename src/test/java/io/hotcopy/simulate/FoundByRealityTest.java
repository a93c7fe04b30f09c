package io.hotcopy.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.dsl.Compilation;
import io.hotcopy.dsl.PolicyCompiler;
import io.hotcopy.model.Declarations;
import io.hotcopy.simulate.Failure.RegionLost;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the simulator once told otherwise than it really is, found by playing small worlds for real. */
class FoundByRealityTest {

    private static final Instant BEGIN = Instant.parse("2026-03-02T00:30:00Z");

    private static final String ONE_REGION = """
            domain('d') {
                embedded home: 'data'
                region 'east', hosts: ['e0']
                database('b') {
                    transactionEngines hosts: ['e0']
                    storageManager archive: 0, host: 'e0', journalHotCopy: true
                }
            }
            policy('p') {
                protects 'd/b'
                backupGroup 'g', archives: [0]%s
                full at: '12:00'
                incremental every: 1.hour
                onArchiveDown skip
                directory 'backups/{date}T{time}-archive-{archive}'
            }
            """;

    @Test
    void withoutItsSetsAGroupIsAsIfNeverCopied() {
        PlayedWorld played = lost(ONE_REGION.formatted(""), "east", "2026-03-02T03:30:00Z", "2026-03-02T05:30:00Z");

        assertTrue(played.toString().contains("2026-03-02T06:00:01Z published g/full"), played::toString);
        assertEquals(1, played.setsAt(Instant.parse("2026-03-02T06:30:00Z")).size());
    }

    @Test
    void whileTheDatabaseHasStoppedNothingIsLeftOut() {
        PlayedWorld played =
                lost(ONE_REGION.formatted(", shared: true"), "east", "2026-03-02T11:30:00Z", "2026-03-02T12:30:00Z");

        assertFalse(played.toString().contains("left out"), played::toString);
        assertTrue(played.toString().contains("2026-03-02T13:00:01Z published g/full"), played::toString);
    }

    @Test
    void withoutATransactionEngineTheDatabaseStops() {
        String threeRegions = """
                domain('d') {
                    embedded home: 'data'
                    region 'east', hosts: ['e0']
                    region 'west', hosts: ['w0']
                    region 'south', hosts: ['s0', 's1']
                    database('b') {
                        transactionEngines hosts: ['e0']
                        storageManager archive: 0, host: 'w0'
                        storageManager archive: 1, host: 's0'
                        storageManager archive: 2, host: 's1'
                    }
                }
                policy('p') {
                    protects 'd/b'
                    backupGroup 'g', archives: [0]
                    full every: 1.hour
                    directory 'backups/{date}T{time}-archive-{archive}'
                }
                """;

        PlayedWorld played = lost(threeRegions, "east", "2026-03-02T03:30:00Z", "2026-03-02T05:30:00Z");

        assertTrue(played.toString().contains("and the database stops"), played::toString);
    }

    private static PlayedWorld lost(String text, String region, String from, String to) {
        AssumedFailure failure = new AssumedFailure(
                new RegionLost(region), Optional.of(Instant.parse(from)), Optional.of(Instant.parse(to)));
        return PlayedWorld.of(declared(text), BEGIN, Instant.parse("2026-03-02T14:00:00Z"), failure);
    }

    private static Declarations declared(String text) {
        Compilation compiled = new PolicyCompiler(file -> text).compile(List.of(Path.of("policy.groovy")));
        assertFalse(compiled.hasErrors(), () -> compiled.problems().toString());
        return compiled.declarations();
    }
}
