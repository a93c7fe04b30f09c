package io.hotcopy.plan;

import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.OnJournalSuspended;
import io.hotcopy.model.OnNoBaseSet;
import io.hotcopy.plan.DueRuns.Wanted;
import io.hotcopy.plan.PlanContext.Chosen;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.timetable.Timetable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is wanted of one backup group: what is asked for; else what is due by the schedule, and what heals it. */
final class WantedOfGroup {
    private static final String ASKED = "asked for";

    private final BackupPolicy policy;
    private final Chosen chosen;
    private final List<ArchiveFacts> archives;
    private final KnownSets known;
    private final DueRuns due;

    /** @param archives those of the group that exist */
    WantedOfGroup(Chosen chosen, List<ArchiveFacts> archives, KnownSets known, LineHistory history) {
        this.policy = chosen.policy();
        this.chosen = chosen;
        this.archives = archives;
        this.known = known;
        this.due = new DueRuns(Timetable.of(policy), chosen.group(), history);
    }

    List<Wanted> of(PlanRequest request, Instant now) {
        if (request.type().isPresent()) {
            return List.of(asked(request.type().get(), request.occurrence()));
        }
        if (!policy.isScheduled()) {
            return List.of(asked(HotCopyType.FULL, request.occurrence()));
        }
        return request.occurrence().map(due::occurringAt).orElseGet(() -> healed(due.at(now)));
    }

    private Wanted asked(HotCopyType type, Optional<Instant> occurrence) {
        String when = occurrence
                .map(at -> ", for " + DueRuns.shown(at, policy.timeZone()))
                .orElse("");
        return new Wanted(new LineRun(type, occurrence), ASKED + when);
    }

    /** With what must be done although its time has not come. */
    private List<Wanted> healed(List<Wanted> due) {
        List<Wanted> all = new ArrayList<>(due);
        if (!archives.isEmpty() && !wants(all, HotCopyType.FULL)) {
            healing(all).ifPresent(run -> all.add(0, run));
        }
        return all;
    }

    private Optional<Wanted> healing(List<Wanted> due) {
        boolean isFirst = known.copiesOf(chosen.group().archives()).isEmpty();
        if (isFirst && policy.run(HotCopyType.FULL).isPresent()) {
            return Optional.of(new Wanted(LineRun.asked(HotCopyType.FULL), "no backup yet"));
        }
        return wants(due, HotCopyType.INCREMENTAL)
                ? Optional.empty()
                : lostBase().or(() -> suspension(due));
    }

    private Optional<Wanted> lostBase() {
        boolean reacts = policy.reactions().onNoBaseSet() == OnNoBaseSet.FULL && isScheduled(HotCopyType.INCREMENTAL);
        return reacts
                ? BaseSets.ofIncremental(archives, known)
                        .missing()
                        .map(why -> new Wanted(LineRun.asked(HotCopyType.INCREMENTAL), why))
                : Optional.empty();
    }

    /** A journal hot copy that is due brings what ends the suspension by itself. */
    private Optional<Wanted> suspension(List<Wanted> due) {
        OnJournalSuspended reaction = policy.reactions().onJournalSuspended();
        Optional<String> why = suspended(archives);
        if (why.isEmpty() || !isScheduled(HotCopyType.JOURNAL) || wants(due, HotCopyType.JOURNAL)) {
            return Optional.empty();
        }
        String reason = why.get() + "; onJournalSuspended " + reaction.word() + " ends that";
        return switch (reaction) {
            case FAIL -> Optional.empty();
            case INCREMENTAL -> Optional.of(new Wanted(LineRun.asked(HotCopyType.INCREMENTAL), reason));
            case FULL -> Optional.of(new Wanted(LineRun.asked(HotCopyType.FULL), reason));
        };
    }

    /** On which of these archives journal hot copies are suspended, and why, as a sentence; empty when on none. */
    static Optional<String> suspended(List<ArchiveFacts> archives) {
        String suspended = archives.stream()
                .flatMap(archive -> archive.journalSuspended().stream()
                        .map(cause -> "archive " + archive.id() + " (" + cause + ")"))
                .collect(Collectors.joining(", "));
        return suspended.isEmpty() ? Optional.empty() : Optional.of("journal hot copies are suspended on " + suspended);
    }

    private boolean isScheduled(HotCopyType type) {
        return policy.run(type).flatMap(line -> line.schedule()).isPresent();
    }

    private static boolean wants(List<Wanted> runs, HotCopyType line) {
        return runs.stream().anyMatch(run -> run.run().line() == line);
    }
}
