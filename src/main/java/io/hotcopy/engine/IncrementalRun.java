package io.hotcopy.engine;

import java.util.List;

/** An incremental: into each set, what changed since its newest full or incremental (M14). */
final class IncrementalRun implements Story {
    private final Crew<IncrementalMember> crew;

    IncrementalRun(Job job) {
        this.crew = new Crew<>(job);
    }

    @Override
    public Crew<IncrementalMember> crew() {
        return crew;
    }

    @Override
    public List<Phase> phases() {
        return List.of(
                // Every archive lets this hot copy in, or none is touched.
                Phase.admission("begin", () -> crew.begin(IncrementalMember::new)),
                // The sets are the planned ones, and each says where its archive goes on.
                Phase.admission("open sets", () -> FurtherMember.openAll(crew)),
                // One commit is chosen for all archives.
                new Phase("take the cut", crew::takeCut),
                // The last value or tombstone of every record changed since then is written.
                new Phase("copy changes", () -> crew.copy((member, threads) -> member.copy(crew.cut(), threads))),
                // Every element has its manifest before any is visible.
                new Phase("seal", () -> SetMember.sealAll(crew)),
                // The elements are renamed into place, the leases move, the archives are let go.
                new Phase("publish", crew::publish));
    }
}
