package io.hotcopy.engine;

import java.util.List;

/** A full: new sets, each with a complete archive and its journal (M13). */
final class FullRun implements Story {
    private final Crew<FullMember> crew;

    FullRun(Job job) {
        this.crew = new Crew<>(job);
    }

    @Override
    public Crew<FullMember> crew() {
        return crew;
    }

    @Override
    public List<Phase> phases() {
        return List.of(
                // Every archive lets this hot copy in, or none is touched.
                Phase.admission("begin", () -> crew.begin(FullMember::new)),
                // The sets exist; from here on journal copies go to them (M23, M26).
                Phase.admission("initialise sets", () -> crew.each(FullMember::initialise)),
                // The journal is leased and the files are held as they are.
                new Phase("pin", () -> crew.each(FullMember::pin)),
                // The files are copied, while the database goes on.
                new Phase("copy files", () -> crew.copy(FullMember::copyFiles)),
                // One commit is chosen for all archives, after the last file.
                new Phase("take the cut", crew::takeCut),
                // The journal from the pin point through the cut completes the files.
                new Phase("copy journals", () -> crew.copy((member, threads) -> member.copyJournal(crew.cut()))),
                // Every element has its manifest before any is visible.
                new Phase("seal", () -> SetMember.sealAll(crew)),
                // The elements are renamed into place, the leases move, the archives are let go.
                new Phase("publish", crew::publish));
    }
}
