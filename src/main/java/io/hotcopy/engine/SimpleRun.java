package io.hotcopy.engine;

import java.util.List;

/** A simple hot copy: archives that open at once, and no backup set (M12). */
final class SimpleRun implements Story {
    private final Crew<SimpleMember> crew;

    SimpleRun(Job job) {
        this.crew = new Crew<>(job);
    }

    @Override
    public Crew<SimpleMember> crew() {
        return crew;
    }

    @Override
    public List<Phase> phases() {
        return List.of(
                // Every archive lets this hot copy in, or none is touched.
                Phase.admission("begin", () -> crew.begin(SimpleMember::new)),
                // The journal is leased and the files are held as they are.
                new Phase("pin", () -> crew.each(SimpleMember::pin)),
                // The files are copied into directories that are named incomplete.
                new Phase("copy files", () -> crew.copy(SimpleMember::copyFiles)),
                // One commit is chosen for all archives, after the last file.
                new Phase("take the cut", crew::takeCut),
                // The journal from the pin point through the cut completes the files.
                new Phase("copy journals", () -> crew.copy((member, threads) -> member.copyJournal(crew.cut()))),
                // The database brings what was copied to the cut.
                new Phase("make archives", () -> crew.each(member -> member.makeArchive(crew.cut()))),
                // The directories get their names, the archives are let go.
                new Phase("publish", crew::publish));
    }
}
