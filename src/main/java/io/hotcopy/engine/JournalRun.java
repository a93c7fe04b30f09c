package io.hotcopy.engine;

import java.util.List;

/** A journal hot copy: into each archive's newest set, its journal since its previous journal element (M15). */
final class JournalRun implements Story {
    private final Crew<JournalMember> crew;

    JournalRun(Job job) {
        this.crew = new Crew<>(job);
    }

    @Override
    public Crew<JournalMember> crew() {
        return crew;
    }

    @Override
    public List<Phase> phases() {
        return List.of(
                // Every archive lets this hot copy in, or none is touched.
                Phase.admission("begin", () -> crew.begin(JournalMember::new)),
                // The sets are the planned ones, and each archive says where its journal goes on.
                Phase.admission("open sets", () -> FurtherMember.openAll(crew)),
                // One commit is chosen for all archives.
                new Phase("take the cut", crew::takeCut),
                // The journal since then through the cut is copied as it is.
                new Phase("copy journals", () -> crew.copy((member, threads) -> member.copy(crew.cut(), threads))),
                // Every element has its manifest before any is visible.
                new Phase("seal", () -> SetMember.sealAll(crew)),
                // The elements are renamed into place, the leases move, the archives are let go.
                new Phase("publish", crew::publish));
    }
}
