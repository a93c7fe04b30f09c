package io.hotcopy.shell.page

import io.hotcopy.model.Objectives
import io.hotcopy.simulate.Exposed
import io.hotcopy.simulate.Failure
import io.hotcopy.simulate.Overlap
import io.hotcopy.simulate.ProtectionProof
import io.hotcopy.simulate.ScenarioProof
import io.hotcopy.simulate.StoryEvent
import io.hotcopy.simulate.StoryEvent.Kind
import io.hotcopy.simulate.Worst
import io.hotcopy.term.ArchiveId
import io.hotcopy.term.DatabaseName
import io.hotcopy.term.HotCopyType
import io.hotcopy.term.StorageGroupName
import java.time.Duration
import java.time.Instant
import java.time.ZoneId

/** Proofs written by hand, as the simulator could give them. */
class MadeProofs {

    static final FROM = Instant.parse('2026-11-26T06:00:00Z')
    static final BERLIN = ZoneId.of('Europe/Berlin')

    /** What is asked of {@code acme/test}, and found. */
    static ProtectionProof proof(Map how = [:], ScenarioProof... scenarios) {
        new ProtectionProof(how.policy ?: 'acme-nightly', new DatabaseName('acme', 'test'), BERLIN, FROM,
            FROM + Duration.ofDays(30),
            new Objectives(Optional.ofNullable(how.containsKey('rpo') ? how.rpo : Duration.ofMinutes(15)),
                Optional.ofNullable(how.containsKey('rto') ? how.rto : Duration.ofHours(2))),
            scenarios as List, how.overlaps ?: [], how.assumptions ?: [])
    }

    /** Minutes that are lost and minutes that a restore takes; {@code null} for without bound. */
    static ScenarioProof scenario(Map how = [:], Failure failure, Number rpo, Number rto) {
        def none = failure instanceof Failure.None
        new ScenarioProof(failure, none ? Optional.empty() : Optional.of(at('2026-12-01T01:00:00Z')),
            Optional.ofNullable(how.ends), Optional.ofNullable(how.stops), groups(how.groups ?: [:]),
            exposed(rpo, rto), how.rpoHolds != false, how.rtoHolds != false, how.story ?: [])
    }

    private static SortedMap groups(Map<String, List> groups) {
        new TreeMap(groups.collectEntries { name, figures ->
            [new StorageGroupName(name), exposed(figures[0], figures[1])]
        })
    }

    static Exposed exposed(Number rpo, Number rto) {
        new Exposed(
            new Worst(time(rpo), at('2026-12-01T04:10:00Z'), 'the newest commit that can be restored is of 04:37'),
            new Worst(time(rto), at('2026-12-06T00:00:00Z'), 'a full and 167 incrementals are read'))
    }

    private static Optional<Duration> time(Number minutes) {
        Optional.ofNullable(minutes).map { Duration.ofMillis((it * 60_000) as long) }
    }

    static Instant at(String text) {
        Instant.parse(text)
    }

    static Failure down(int archive) {
        new Failure.StorageManagerDown(new ArchiveId(archive))
    }

    static Failure lost(String region) {
        new Failure.RegionLost(region)
    }

    static StoryEvent event(String at, Kind kind, String words) {
        new StoryEvent(Instant.parse(at), kind, Optional.empty(), Optional.empty(), words)
    }

    static StoryEvent event(String at, Kind kind, String group, HotCopyType type, String words) {
        new StoryEvent(Instant.parse(at), kind, Optional.of(group), Optional.of(type), words)
    }

    /** A storage manager is down, comes back, and its journals stay suspended until an incremental. */
    static List<StoryEvent> story() {
        [
            event('2026-12-01T00:30:00Z', Kind.PUBLISHED, 'east', HotCopyType.INCREMENTAL,
                'incremental hot copy published, covers through 01:30:00'),
            event('2026-12-01T01:00:00Z', Kind.FAILURE, 'storage manager of archive 0 down'),
            event('2026-12-01T01:10:00Z', Kind.FAILED, 'east', HotCopyType.JOURNAL,
                'journal hot copy cannot begin: archive 0 is not RUNNING'),
            event('2026-12-01T02:00:00Z', Kind.PUBLISHED, 'west', HotCopyType.JOURNAL,
                'journal hot copy published, covers through 03:00:00'),
            event('2026-12-01T03:00:00Z', Kind.RECOVERY, 'storage manager of archive 0 starts again'),
            event('2026-12-01T03:20:00Z', Kind.SYNCED, 'storage manager of archive 0 has caught up'),
            event('2026-12-01T03:37:00Z', Kind.PUBLISHED, 'west', HotCopyType.JOURNAL,
                'journal hot copy published, covers through 04:37:00'),
            event('2026-12-01T04:00:00Z', Kind.BEGUN, 'east', HotCopyType.INCREMENTAL,
                'incremental hot copy begins: journal hot copies are suspended after the SYNC'),
            event('2026-12-01T04:05:00Z', Kind.LEFT_OUT, 'west', HotCopyType.JOURNAL,
                'journal hot copy left out, another one runs'),
            event('2026-12-01T04:10:00Z', Kind.WORST, 'everything live is lost: the newest commit that can be ' +
                'restored is of 04:37:00'),
        ]
    }

    static Overlap overlap() {
        new Overlap('east', HotCopyType.INCREMENTAL, HotCopyType.FULL, 'wait', at('2026-11-29T01:00:00Z'), 4)
    }
}
