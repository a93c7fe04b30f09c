package io.hotcopy.verb;

import io.hotcopy.engine.HotCopyStatus;
import java.util.List;

/**
 * What became of the hot copies that were to be cancelled; all have ended.
 *
 * @param hotCopies how each ended: one that was already being published has completed
 */
public record CancelResult(List<HotCopyStatus> hotCopies) implements VerbResult {

    public CancelResult {
        hotCopies = List.copyOf(hotCopies);
    }
}
