package io.hotcopy.catalog;

import io.hotcopy.backupset.ElementFacts.Member;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.recovery.CopyRun;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.ElementId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A backup collection: the sets that one full hot copy made, one an archive (M36).
 *
 * @param id the collection's id: that of the full run
 * @param database whose it is
 * @param created when its first set was initialised
 * @param state complete only when all members are here, published at one cut, and no seal is broken
 * @param sets the sets found, in order of their archives
 * @param run the full run as its elements tell it; empty when none is published
 * @param later the incremental and journal runs that have an element in its sets, in order of their cuts
 * @param trouble why it is not complete, and which later runs are not, in words
 */
public record CatalogCollection(
        ElementId id,
        DatabaseName database,
        Instant created,
        SetState state,
        List<CatalogSet> sets,
        Optional<CopyRun> run,
        List<CopyRun> later,
        List<String> trouble) {

    public CatalogCollection {
        sets = List.copyOf(sets);
        later = List.copyOf(later);
        trouble = List.copyOf(trouble);
    }

    /**
     * Puts sets of one collection together, of which all have facts.
     *
     * @param runs every run of any set that is known: a journal run may have members in several collections
     */
    static CatalogCollection of(ElementId id, List<CatalogSet> found, List<CopyRun> runs) {
        List<CatalogSet> sets = found.stream()
                .sorted(Comparator.comparing(set -> facts(set).archive()))
                .toList();
        Optional<CopyRun> run = runs.stream()
                .filter(CopyRun::isFull)
                .filter(candidate -> candidate.id().equals(id))
                .max(Comparator.comparing(candidate -> candidate.present().size()));
        SetState state = Stream.concat(sets.stream().map(CatalogSet::state), run.map(CatalogCollection::state).stream())
                .max(Comparator.naturalOrder())
                .orElse(SetState.HALF_MADE);
        List<CopyRun> later = runs.stream()
                .filter(candidate -> !candidate.isFull() && touches(candidate, sets))
                .sorted(Comparator.comparing(CopyRun::cut))
                .toList();
        return new CatalogCollection(
                id,
                facts(sets.get(0)).database(),
                sets.stream()
                        .map(set -> facts(set).created())
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                state,
                sets,
                run,
                later,
                Stream.of(
                                sets.stream().flatMap(CatalogCollection::trouble),
                                run.stream().flatMap(CatalogCollection::trouble),
                                later.stream().flatMap(CatalogCollection::ofLater))
                        .flatMap(trouble -> trouble)
                        .toList());
    }

    private static boolean touches(CopyRun run, List<CatalogSet> sets) {
        return run.present().stream().anyMatch(part -> sets.stream()
                .anyMatch(set -> facts(set).id().equals(part.set().id())));
    }

    private static SetState state(CopyRun run) {
        if (run.contradiction().isPresent()) {
            return SetState.DAMAGED;
        }
        return run.isComplete() ? SetState.COMPLETE : SetState.INCOMPLETE;
    }

    private static Stream<String> trouble(CatalogSet set) {
        return set.trouble().map(what -> "archive " + facts(set).archive() + ": " + what).stream();
    }

    private static Stream<String> trouble(CopyRun run) {
        return Stream.concat(run.missing().stream().map(CatalogCollection::missing), run.contradiction().stream());
    }

    /** What was copied on top of the full; such trouble does not keep the collection from being restored. */
    private static Stream<String> ofLater(CopyRun run) {
        if (run.isUsable()) {
            return Stream.empty();
        }
        String what = run.contradiction()
                .orElseGet(() -> "published of " + run.present().size() + " of "
                        + run.members().size() + " archives only");
        return Stream.of(run.type().word() + " hot copy " + run.id() + " with cut " + run.cut()
                + " is not used as a common cut: " + what);
    }

    private static String missing(Member member) {
        return "archive " + member.archive() + ": no published element of this run (set " + member.set() + ")";
    }

    private static SetFacts facts(CatalogSet set) {
        return set.facts().orElseThrow();
    }

    /** The newest commit at which all its members can be used: of the full, or of a later run; empty when none can. */
    public Optional<CommitNumber> newestCut() {
        return Stream.concat(run.stream(), later.stream())
                .filter(CopyRun::isUsable)
                .map(CopyRun::cut)
                .max(Comparator.naturalOrder());
    }

    /** Where the sets lie. */
    public List<Path> locations() {
        return sets.stream().map(CatalogSet::location).toList();
    }
}
