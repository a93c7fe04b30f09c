package io.hotcopy.engine;

import io.hotcopy.term.CommitNumber;

/** Measures one phase of a hot copy, from its beginning to its end. */
final class StageWatch {
    private final NanoClock clock;
    private final Crew<?> crew;
    private final CommitNumber stableBefore;
    private final long bytesBefore;
    private final long began;

    private StageWatch(NanoClock clock, Crew<?> crew, CommitNumber stableBefore) {
        this.clock = clock;
        this.crew = crew;
        this.stableBefore = stableBefore;
        this.bytesBefore = bytes(crew);
        this.began = clock.nanos();
    }

    static StageWatch start(NanoClock clock, Crew<?> crew) throws Exception {
        crew.waits().begin();
        return new StageWatch(clock, crew, crew.stable());
    }

    CommitNumber stableBefore() {
        return stableBefore;
    }

    RunReport.Stage stop(String name) throws Exception {
        long nanos = clock.nanos() - began;
        return new RunReport.Stage(
                name,
                nanos,
                bytes(crew) - bytesBefore,
                crew.stable().value() - stableBefore.value(),
                crew.waits().waited());
    }

    private static long bytes(Crew<?> crew) {
        return crew.members().stream()
                .mapToLong(member -> member.part().meter().bytes())
                .sum();
    }
}
