package io.hotcopy.verify;

import io.hotcopy.recovery.RestoreTarget;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What to verify.
 *
 * @param sets where the sets lie; those of one database
 * @param depth how deep
 * @param target the state that must be restorable
 * @param scratch for a drill, a directory to make and remove; its parent must exist and itself not
 */
public record VerifyRequest(List<Path> sets, Depth depth, RestoreTarget target, Optional<Path> scratch) {

    public VerifyRequest {
        sets = List.copyOf(sets);
        if (depth == Depth.DRILL && scratch.isEmpty()) {
            throw new IllegalArgumentException("a drill needs a scratch directory");
        }
    }
}
