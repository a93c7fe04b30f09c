package io.hotcopy.plan;

import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.model.OnNoBaseSet;
import io.hotcopy.plan.DueRuns.Wanted;
import io.hotcopy.plan.PlanContext.Chosen;
import io.hotcopy.term.HotCopyType;
import java.util.List;
import java.util.Optional;

/** Decides for one backup group which hot copies are taken, into which sets, and what else if that cannot be. */
final class GroupPlanner {
    private final Chosen chosen;
    private final List<ArchiveFacts> archives;
    private final KnownSets known;
    private final StepMaker maker;
    private final List<Wanted> wanted;

    /**
     * @param archives those of the group that exist
     * @param wanted at most one run of each line
     */
    GroupPlanner(Chosen chosen, List<ArchiveFacts> archives, KnownSets known, StepMaker maker, List<Wanted> wanted) {
        this.chosen = chosen;
        this.archives = archives;
        this.known = known;
        this.maker = maker;
        this.wanted = wanted;
    }

    /** A full serves whatever else is wanted; an incremental and a journal hot copy are both taken. */
    Decision decide() {
        if (archives.isEmpty() || wanted.isEmpty()) {
            return Decision.NOTHING;
        }
        Optional<Wanted> fresh = wanted(HotCopyType.FULL).or(() -> wanted(HotCopyType.SIMPLE));
        if (fresh.isPresent()) {
            return Decision.of(maker.fresh(fresh.get().run().line(), fresh.get().why(), served()));
        }
        Decision first = wanted(HotCopyType.INCREMENTAL)
                .map(run -> incremental(run.why(), List.of(run.run())))
                .orElse(Decision.NOTHING);
        return takes(first, HotCopyType.FULL)
                ? first
                : wanted(HotCopyType.JOURNAL)
                        .map(run -> first.and(journal(run, takes(first, HotCopyType.INCREMENTAL))))
                        .orElse(first);
    }

    private Optional<Wanted> wanted(HotCopyType line) {
        return wanted.stream().filter(run -> run.run().line() == line).findFirst();
    }

    private List<LineRun> served() {
        return wanted.stream().map(Wanted::run).toList();
    }

    private static boolean takes(Decision decision, HotCopyType type) {
        return decision.steps().stream().anyMatch(step -> step instanceof HotCopyStep copy && copy.type() == type);
    }

    private Decision incremental(String why, List<LineRun> serves) {
        BaseSets base = BaseSets.ofIncremental(archives, known);
        return base.missing().isPresent()
                ? withoutBase(base.missing().get(), HotCopyType.INCREMENTAL)
                : Decision.of(maker.appended(HotCopyType.INCREMENTAL, base, why, serves));
    }

    private Decision journal(Wanted run, boolean afterIncremental) {
        BaseSets newest = BaseSets.ofJournal(archives, known);
        if (newest.missing().isPresent()) {
            return withoutBase(newest.missing().get(), HotCopyType.JOURNAL);
        }
        PlanStep copy = maker.appended(HotCopyType.JOURNAL, newest, run.why(), List.of(run.run()));
        return WantedOfGroup.suspended(archives)
                .filter(why -> !afterIncremental)
                .map(why -> suspended(why, copy))
                .orElseGet(() -> Decision.of(copy));
    }

    /** A full holds all that the journal hot copy would have held, so that one goes on after it. */
    private Decision withoutBase(String why, HotCopyType wanted) {
        if (chosen.policy().reactions().onNoBaseSet() == OnNoBaseSet.FULL) {
            return Decision.of(maker.fresh(HotCopyType.FULL, why + "; onNoBaseSet full makes a new one", served()));
        }
        return Decision.not(new Obstacle(
                chosen,
                why,
                List.of(
                        "Take a full hot copy of backup group \""
                                + chosen.group().name() + "\" first: backup "
                                + chosen.policy().name() + " --run full --group "
                                + chosen.group().name() + ".",
                        "Or write onNoBaseSet full into the policy: a run that finds no set to append its "
                                + wanted.word() + " hot copy to takes a full instead.")));
    }

    private Decision suspended(String why, PlanStep journal) {
        return switch (chosen.policy().reactions().onJournalSuspended()) {
            case INCREMENTAL -> incrementalBefore(journal, why);
            case FULL ->
                Decision.of(maker.fresh(HotCopyType.FULL, why + "; onJournalSuspended full ends that", served()));
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
        Decision first = incremental(
                why + "; onJournalSuspended incremental ends that", List.of(LineRun.asked(HotCopyType.INCREMENTAL)));
        return takes(first, HotCopyType.INCREMENTAL) ? first.and(Decision.of(journal)) : first;
    }
}
