package io.hotcopy.plan;

import io.hotcopy.term.ByteSize;
import io.hotcopy.term.HotCopyType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a person or a schedule asks to have planned.
 *
 * @param policies names of the policies, in this order; empty for all that are declared
 * @param backupGroup only this backup group of theirs; empty for all
 * @param type what each run takes; empty for what is due, or a full when the policy has no schedule at all
 * @param occurrence the instant of the schedule that the runs are for: done once, they are not done again; empty for
 *     what is due now
 * @param pace how fast its hot copies go
 * @param partial whether copies that lack storage groups may be taken: they are warned of, not refused
 */
public record PlanRequest(
        List<String> policies,
        Optional<String> backupGroup,
        Optional<HotCopyType> type,
        Optional<Instant> occurrence,
        Pace pace,
        boolean partial) {

    public PlanRequest {
        policies = List.copyOf(policies);
    }

    /** A full hot copy of every backup group of these policies, or of all declared ones. */
    public static PlanRequest full(String... policies) {
        return of(HotCopyType.FULL, policies);
    }

    /** A hot copy of this type of every backup group of these policies, or of all declared ones. */
    public static PlanRequest of(HotCopyType type, String... policies) {
        return new PlanRequest(
                List.of(policies), Optional.empty(), Optional.of(type), Optional.empty(), Pace.DEFAULT, false);
    }

    /** What is due of these policies, or of all declared ones. */
    public static PlanRequest due(String... policies) {
        return new PlanRequest(
                List.of(policies), Optional.empty(), Optional.empty(), Optional.empty(), Pace.DEFAULT, false);
    }

    /** Whether it is for what the schedule says, as nobody may be there to mend it; else a person asks for this now. */
    public boolean isScheduled() {
        return type.isEmpty() || occurrence.isPresent();
    }

    /** The same, of one backup group only. */
    public PlanRequest ofGroup(String group) {
        return new PlanRequest(policies, Optional.of(group), type, occurrence, pace, partial);
    }

    /** The same, for this instant of the schedule. */
    public PlanRequest forOccurrence(Instant at) {
        return new PlanRequest(policies, backupGroup, type, Optional.of(at), pace, partial);
    }

    /** The same, throttled to so many bytes a second for each storage manager. */
    public PlanRequest atMost(ByteSize bytesPerSecond) {
        Pace slower = Pace.of(Optional.of(bytesPerSecond), Optional.empty());
        return new PlanRequest(policies, backupGroup, type, occurrence, slower, partial);
    }

    /** The same, with storage groups missing if need be. */
    public PlanRequest partially() {
        return new PlanRequest(policies, backupGroup, type, occurrence, pace, true);
    }
}
