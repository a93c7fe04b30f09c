package io.hotcopy.verify;

import io.hotcopy.backupset.SetFacts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The answer for one set, looked at by itself.
 *
 * @param location where it lies
 * @param set what it is; empty when even that could not be read
 * @param findings everything that is not as it should be
 */
public record SetVerdict(Path location, Optional<SetFacts> set, List<Finding> findings) {

    public SetVerdict {
        findings = List.copyOf(findings);
    }

    public Outcome outcome() {
        return Outcome.worst(findings.stream().map(Finding::outcome).toList());
    }
}
