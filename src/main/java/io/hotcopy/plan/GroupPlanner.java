package io.hotcopy.plan;

import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.model.OnNoBaseSet;
import io.hotcopy.plan.PlanContext.Chosen;
import io.hotcopy.term.HotCopyType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Decides for one backup group which hot copies are taken, into which sets, and what else if that cannot be. */
final class GroupPlanner {
    private static final String ASKED = "asked for";

    private final Chosen chosen;
    private final List<ArchiveFacts> archives;
    private final KnownSets known;
    private final StepMaker maker;

    /** @param archives those of the group that exist */
    GroupPlanner(Chosen chosen, List<ArchiveFacts> archives, KnownSets known, StepMaker maker) {
        this.chosen = chosen;
        this.archives = archives;
        this.known = known;
        this.maker = maker;
    }

    Decision decide(HotCopyType type) {
        if (archives.isEmpty()) {
            return Decision.NOTHING;
        }
        return switch (type) {
            case FULL, SIMPLE -> Decision.of(maker.fresh(type, ASKED));
            case INCREMENTAL -> incremental(ASKED);
            case JOURNAL -> journal();
        };
    }

    private Decision incremental(String why) {
        BaseSets base = BaseSets.ofIncremental(archives, known);
        return base.missing().isPresent()
                ? withoutBase(base.missing().get(), HotCopyType.INCREMENTAL)
                : Decision.of(maker.appended(HotCopyType.INCREMENTAL, base, why));
    }

    private Decision journal() {
        BaseSets newest = BaseSets.ofJournal(archives, known);
        if (newest.missing().isPresent()) {
            return withoutBase(newest.missing().get(), HotCopyType.JOURNAL);
        }
        PlanStep copy = maker.appended(HotCopyType.JOURNAL, newest, ASKED);
        return suspension().map(why -> suspended(why, copy)).orElseGet(() -> Decision.of(copy));
    }

    /** A full holds all that the journal hot copy would have held, so that one goes on after it. */
    private Decision withoutBase(String why, HotCopyType wanted) {
        if (chosen.policy().reactions().onNoBaseSet() == OnNoBaseSet.FULL) {
            return Decision.of(maker.fresh(HotCopyType.FULL, why + "; onNoBaseSet full makes a new one"));
        }
        return Decision.not(new Obstacle(
                chosen,
                why,
                List.of(
                        "Take a full hot copy of backup group \""
                                + chosen.group().name() + "\" first: backup "
                                + chosen.policy().name() + " --group "
                                + chosen.group().name() + ".",
                        "Or write onNoBaseSet full into the policy: a run that finds no set to append its "
                                + wanted.word() + " hot copy to takes a full instead.")));
    }

    private Optional<String> suspension() {
        String suspended = archives.stream()
                .flatMap(archive -> archive.journalSuspended().stream()
                        .map(cause -> "archive " + archive.id() + " (" + cause + ")"))
                .collect(Collectors.joining(", "));
        return suspended.isEmpty() ? Optional.empty() : Optional.of("journal hot copies are suspended on " + suspended);
    }

    private Decision suspended(String why, PlanStep journal) {
        return switch (chosen.policy().reactions().onJournalSuspended()) {
            case INCREMENTAL -> incrementalBefore(journal, why);
            case FULL -> Decision.of(maker.fresh(HotCopyType.FULL, why + "; onJournalSuspended full ends that"));
            case FAIL ->
                Decision.not(new Obstacle(
                        chosen,
                        "Full or incremental hot copy must be completed before journal hot copy",
                        List.of(
                                Character.toUpperCase(why.charAt(0)) + why.substring(1) + ".",
                                "Write onJournalSuspended incremental into the policy: one is then taken first.")));
        };
    }

    /** Without a set for the incremental a full is taken, or nothing; the journal hot copy needs one of them. */
    private Decision incrementalBefore(PlanStep journal, String why) {
        Decision first = incremental(why + "; onJournalSuspended incremental ends that");
        boolean appends = first.steps().stream()
                .anyMatch(step -> step instanceof HotCopyStep copy && copy.type() == HotCopyType.INCREMENTAL);
        return appends
                ? new Decision(
                        new ArrayList<>(Stream.concat(first.steps().stream(), Stream.of(journal))
                                .toList()),
                        List.of())
                : first;
    }
}
