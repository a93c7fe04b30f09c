package io.hotcopy.verb;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A plan as text, for {@code apply}.
 *
 * @param plan what would be done
 * @param text of the plan, as it is written into files
 * @param file where it has been written; empty when it was only to be shown, in a dry run, and when it has errors
 */
public record PlanTextResult(PlanResult plan, String text, Optional<Path> file) implements VerbResult {

    /** Nothing but the file is made. */
    @Override
    public boolean planned() {
        return true;
    }
}
