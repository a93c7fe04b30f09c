package io.hotcopy.driver;

import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.SetId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which hot copies may run together on one archive (M21–M26): the one statement of it. Plans predict with it; the
 * database enforces it under its own lock when a copy begins. Pure.
 *
 * <p>Hot copies of different archives never exclude each other. A journal copy that runs does not keep a full from
 * beginning: the full initialises its set when that journal copy has ended (protocol §4).
 */
public final class ConcurrencyRules {

    private ConcurrencyRules() {}

    /**
     * Decides whether a copy may begin now.
     *
     * @param running the copies that run on the archive
     * @param newestSet the archive's newest initialised set; empty when it has none
     * @param request what is asked
     * @return why not; empty when it may begin
     */
    public static Optional<Refusal> refusal(List<RunningCopy> running, Optional<SetId> newestSet, CopyRequest request) {
        return oneOfEachType(running, request)
                .or(() -> fullAndIncrementalOnDifferentSets(running, request))
                .or(() -> journalAfterInitialisation(running, request))
                .or(() -> journalIntoNewestSet(running, newestSet, request));
    }

    /** M21; the vendor counts per archive, whatever the set. */
    private static Optional<Refusal> oneOfEachType(List<RunningCopy> running, CopyRequest request) {
        String type = request.type().word();
        return first(running, copy -> copy.type() == request.type())
                .map(copy -> refuse(
                        "Only one " + type + " hot copy at a time allowed",
                        "The " + type + " hot copy " + copy.run() + " is running: wait until it has ended."));
    }

    /** M22, and by it M25: an incremental into the set before the one that a full is making is fine. */
    private static Optional<Refusal> fullAndIncrementalOnDifferentSets(List<RunningCopy> running, CopyRequest request) {
        Optional<HotCopyType> other = excludedOnOneSet(request.type());
        return first(
                        running,
                        copy -> other.equals(Optional.of(copy.type()))
                                && copy.set().equals(request.set()))
                .map(copy -> refuse(
                        "Full and incremental hot copies of the same backup set cannot run at the same time",
                        "The " + copy.type().word() + " hot copy " + copy.run() + " is running: wait until it has ended"
                                + (request.type() == HotCopyType.INCREMENTAL
                                        ? ", or name the previous backup set."
                                        : ".")));
    }

    private static Optional<HotCopyType> excludedOnOneSet(HotCopyType type) {
        return switch (type) {
            case FULL -> Optional.of(HotCopyType.INCREMENTAL);
            case INCREMENTAL -> Optional.of(HotCopyType.FULL);
            case SIMPLE, JOURNAL -> Optional.empty();
        };
    }

    /** M23. */
    private static Optional<Refusal> journalAfterInitialisation(List<RunningCopy> running, CopyRequest request) {
        if (request.type() != HotCopyType.JOURNAL) {
            return Optional.empty();
        }
        return first(
                        running,
                        copy -> copy.type() == HotCopyType.FULL
                                && !copy.initialised()
                                && copy.set().equals(request.set()))
                .map(copy -> refuse(
                        "Backup set must be initialized before journal hot copy",
                        "The full hot copy " + copy.run() + " is about to initialize it: try again."));
    }

    /** M26; M15 for an archive without any set. */
    private static Optional<Refusal> journalIntoNewestSet(
            List<RunningCopy> running, Optional<SetId> newestSet, CopyRequest request) {
        Optional<SetId> newest = newestSet(running, newestSet);
        if (request.type() != HotCopyType.JOURNAL || newest.isPresent() && newest.equals(request.set())) {
            return Optional.empty();
        }
        String hint = newest.map(set -> "The newest backup set is " + set + ": name that one.")
                .orElse("This archive has no backup set: run a full hot copy first.");
        return Optional.of(refuse("Journal hot copy is only allowed on the most recent backup set", hint));
    }

    /**
     * The set that journal hot copies of an archive go to (M15, M26): the one that a full is filling, else the newest.
     *
     * @param running the copies that run on the archive
     * @param newestSet the archive's newest initialised set; empty when it has none
     */
    public static Optional<SetId> newestSet(List<RunningCopy> running, Optional<SetId> newestSet) {
        return first(running, copy -> copy.type() == HotCopyType.FULL && copy.initialised())
                .flatMap(RunningCopy::set)
                .or(() -> newestSet);
    }

    private static Optional<RunningCopy> first(List<RunningCopy> running, Predicate<RunningCopy> which) {
        return running.stream().filter(which).findFirst();
    }

    private static Refusal refuse(String reason, String hint) {
        return new Refusal(reason, List.of(hint));
    }
}
