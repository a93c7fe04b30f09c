package io.hotcopy.plan;

import java.nio.file.Path;
import java.util.List;

/**
 * A plan that was written down to be applied later, once.
 *
 * @param id tells it from every other plan: the beginning of the seal of its text
 * @param declaredIn the files that declare its policies, absolute; empty when some of that was typed
 * @param plan as it was decided
 */
public record SavedPlan(String id, List<Path> declaredIn, BackupPlan plan) {

    public SavedPlan {
        declaredIn = List.copyOf(declaredIn);
    }
}
