package io.hotcopy.verb;

import io.hotcopy.plan.PlanDiff;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code plan --diff}: what an edit of policies adds, moves and takes away in the days to come, and what it does to rpo
 * and rto. Looks only at what is declared and at the run ledgers, and changes nothing.
 */
public final class PlanDiffVerb {

    /** How many days are looked at, unless told otherwise. */
    public static final int DAYS = 14;

    private final Session session;

    PlanDiffVerb(Session session) {
        this.session = session;
    }

    /**
     * Compares two declarations.
     *
     * @param before FILE, FILE#policy or a loaded policy's name
     * @param after the same
     * @param days how many days from now on are looked at
     * @throws io.hotcopy.problem.HotCopyException when one of them cannot be read, or has errors, or the number of days
     *     makes no sense
     */
    public PlanDiffResult run(String before, String after, int days) {
        DayCount.checkPlan(days);
        Instant now = session.surroundings().clock().instant();
        Chosen old = new Choice(session).of(Optional.of(before));
        Chosen edited = new Choice(session).of(Optional.of(after));
        PlanDiff diff = PlanDiff.of(side(old), side(edited), now, days);
        int provenDays = Math.min(days, ProtectionDiff.MOST_DAYS);
        ProtectionDiff kept = new ProtectionDiff(session, now.truncatedTo(ChronoUnit.SECONDS), provenDays);
        List<String> unproven = Stream.of(unproven(kept, before, old), unproven(kept, after, edited))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        List<ProtectionChange> protection = unproven.isEmpty() ? kept.of(old, edited) : List.of();
        boolean equal = diff.isNone() && protection.stream().allMatch(ProtectionChange::isNone);
        return new PlanDiffResult(before, after, equal, diff, provenDays, protection, unproven);
    }

    private static Optional<String> unproven(ProtectionDiff kept, String what, Chosen side) {
        return kept.error(side)
                .map(error -> "what \"" + what + "\" keeps is not proven, for it cannot be run: " + error.message());
    }

    private static PlanDiff.Side side(Chosen chosen) {
        return new PlanDiff.Side(chosen.declared(), chosen.policies());
    }
}
