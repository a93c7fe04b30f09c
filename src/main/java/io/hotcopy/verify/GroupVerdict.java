package io.hotcopy.verify;

import io.hotcopy.term.StorageGroupName;
import java.util.List;

/**
 * The answer for one storage group, over all archives that hold it.
 *
 * @param group the group
 * @param findings everything that is not as it should be
 */
public record GroupVerdict(StorageGroupName group, List<Finding> findings) {

    public GroupVerdict {
        findings = List.copyOf(findings);
    }

    public Outcome outcome() {
        return Outcome.worst(findings.stream().map(Finding::outcome).toList());
    }
}
