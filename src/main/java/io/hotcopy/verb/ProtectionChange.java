package io.hotcopy.verb;

import java.time.Duration;
import java.util.Optional;

/**
 * What an edit does to one objective of a policy.
 *
 * @param policy its name; the later one, when the only policy of both sides has been given another name
 * @param objective {@code rpo} or {@code rto}
 * @param before how it was; empty when there was no such policy, or it had no schedule
 * @param after how it is; empty likewise
 * @param broken whether what was promised and kept before is not kept any more, or a new promise is not kept
 * @param mended whether what was not kept before is kept now
 */
public record ProtectionChange(
        String policy,
        String objective,
        Optional<Level> before,
        Optional<Level> after,
        boolean broken,
        boolean mended) {

    /**
     * How much is lost, or how long a restore takes.
     *
     * @param promised the most that is promised; empty when nothing is
     * @param holds whether no failure makes it worse than promised
     * @param withoutFailure the worst when nothing fails
     * @param underFailure the worst when one thing fails
     */
    public record Level(Optional<Duration> promised, boolean holds, Figure withoutFailure, Figure underFailure) {}

    /**
     * The worst of several scenarios.
     *
     * @param time how long; empty when nothing can be restored at all
     * @param failure under which, as {@code prove --fail} takes it; {@code none} for no failure
     */
    public record Figure(Optional<Duration> time, String failure) {}

    static ProtectionChange of(String policy, String objective, Optional<Level> before, Optional<Level> after) {
        boolean kept = before.map(Level::holds).orElse(true);
        boolean keeps = after.map(Level::holds).orElse(true);
        return new ProtectionChange(
                policy, objective, before, after, kept && !keeps, !kept && after.isPresent() && keeps);
    }

    /** Whether all figures are as they were. */
    public boolean isNone() {
        return before.equals(after);
    }
}
