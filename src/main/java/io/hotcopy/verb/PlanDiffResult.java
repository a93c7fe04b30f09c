package io.hotcopy.verb;

import io.hotcopy.plan.PlanDiff;
import java.util.List;

/**
 * What an edit of declarations changes.
 *
 * @param before what was meant by the old one: FILE, FILE#policy or a policy's name
 * @param after the same of the new one
 * @param equal whether nothing differs
 * @param diff what differs
 * @param provenDays over how many days what the policies keep was looked at
 * @param protection what becomes of rpo and rto: two entries for each policy with a schedule that is declared
 *     otherwise, or on another domain
 * @param unproven why that was not looked at; empty when it was
 */
public record PlanDiffResult(
        String before,
        String after,
        boolean equal,
        PlanDiff diff,
        int provenDays,
        List<ProtectionChange> protection,
        List<String> unproven)
        implements VerbResult {

    public PlanDiffResult {
        protection = List.copyOf(protection);
        unproven = List.copyOf(unproven);
    }
}
