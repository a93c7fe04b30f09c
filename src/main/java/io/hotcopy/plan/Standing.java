package io.hotcopy.plan;

import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.plan.Decider.Cause;
import io.hotcopy.plan.PlanContext.Chosen;
import io.hotcopy.term.HotCopyType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How it stands with one backup group, in facts and in words.
 *
 * @param archives those of the group that exist
 * @param neverCopied whether there is no usable hot copy of it
 * @param base what an incremental appends to
 * @param journalBase what a journal hot copy appends to
 * @param inHand what runs on just its archives, if that matters: it does not for what is asked for
 */
record Standing(
        Chosen chosen,
        List<ArchiveFacts> archives,
        boolean neverCopied,
        BaseSets base,
        BaseSets journalBase,
        InHand inHand) {

    static Standing of(Chosen chosen, List<ArchiveFacts> archives, KnownSets known, InHand inHand) {
        return new Standing(
                chosen,
                archives,
                known.copiesOf(chosen.group().archives()).isEmpty(),
                BaseSets.ofIncremental(archives, known),
                BaseSets.ofJournal(archives, known),
                inHand);
    }

    /** @param due the lines that are due or asked for */
    Situation situation(Set<HotCopyType> due) {
        return new Situation(
                due,
                neverCopied,
                base.missing().isPresent(),
                journalBase.missing().isPresent(),
                suspended().isPresent(),
                inHand.types());
    }

    /** What is the matter, as a sentence; empty when that is not so. */
    Optional<String> trouble(Cause cause) {
        return switch (cause) {
            case DUE -> Optional.empty();
            case FIRST -> neverCopied ? Optional.of("no backup yet") : Optional.empty();
            case NO_BASE -> base.missing();
            case NO_JOURNAL_BASE -> journalBase.missing();
            case SUSPENDED -> suspended();
        };
    }

    /** What is the matter, and what the policy makes of it. */
    String reaction(Cause cause) {
        String trouble = trouble(cause).orElseThrow();
        return switch (cause) {
            case DUE, FIRST -> trouble;
            case NO_BASE, NO_JOURNAL_BASE -> trouble + "; onNoBaseSet full makes a new one";
            case SUSPENDED ->
                trouble + "; onJournalSuspended "
                        + chosen.policy().reactions().onJournalSuspended().word() + " ends that";
        };
    }

    private Optional<String> suspended() {
        String suspended = archives.stream()
                .flatMap(archive -> archive.journalSuspended().stream()
                        .map(cause -> "archive " + archive.id() + " (" + cause + ")"))
                .collect(Collectors.joining(", "));
        return suspended.isEmpty() ? Optional.empty() : Optional.of("journal hot copies are suspended on " + suspended);
    }
}
