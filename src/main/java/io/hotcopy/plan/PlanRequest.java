package io.hotcopy.plan;

import io.hotcopy.term.ByteSize;
import io.hotcopy.term.HotCopyType;
import java.util.List;
import java.util.Optional;

/**
 * What a person or a schedule asks to have planned.
 *
 * @param policies names of the policies, in this order; empty for all that are declared
 * @param backupGroup only this backup group of theirs; empty for all
 * @param type what each run takes
 * @param pace how fast its hot copies go
 * @param partial whether copies that lack storage groups may be taken: they are warned of, not refused
 */
public record PlanRequest(
        List<String> policies, Optional<String> backupGroup, HotCopyType type, Pace pace, boolean partial) {

    public PlanRequest {
        policies = List.copyOf(policies);
    }

    /** A full hot copy of every backup group of these policies, or of all declared ones. */
    public static PlanRequest full(String... policies) {
        return of(HotCopyType.FULL, policies);
    }

    /** A hot copy of this type of every backup group of these policies, or of all declared ones. */
    public static PlanRequest of(HotCopyType type, String... policies) {
        return new PlanRequest(List.of(policies), Optional.empty(), type, Pace.DEFAULT, false);
    }

    /** The same, of one backup group only. */
    public PlanRequest ofGroup(String group) {
        return new PlanRequest(policies, Optional.of(group), type, pace, partial);
    }

    /** The same, throttled to so many bytes a second for each storage manager. */
    public PlanRequest atMost(ByteSize bytesPerSecond) {
        return new PlanRequest(
                policies, backupGroup, type, Pace.of(Optional.of(bytesPerSecond), Optional.empty()), partial);
    }

    /** The same, with storage groups missing if need be. */
    public PlanRequest partially() {
        return new PlanRequest(policies, backupGroup, type, pace, true);
    }
}
