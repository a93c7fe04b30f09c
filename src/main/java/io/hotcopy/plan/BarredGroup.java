package io.hotcopy.plan;

import io.hotcopy.problem.Problem;
import java.util.List;
import java.util.stream.Stream;

/**
 * A backup group that cannot be copied as planned, while others of the plan can.
 *
 * @param policy the policy that declares it
 * @param backupGroup the backup group
 * @param errors the findings that concern it alone, at least one
 */
public record BarredGroup(String policy, String backupGroup, List<Problem> errors) {

    public BarredGroup {
        errors = List.copyOf(errors);
        if (errors.isEmpty()) {
            throw new IllegalArgumentException("nothing bars backup group \"" + backupGroup + "\"");
        }
    }

    /** The same with more reasons. */
    BarredGroup alsoFor(List<Problem> more) {
        return new BarredGroup(
                policy,
                backupGroup,
                Stream.concat(errors.stream(), more.stream()).toList());
    }

    /** The first reason, a sentence without a full stop. */
    public String because() {
        return errors.get(0).message();
    }
}
