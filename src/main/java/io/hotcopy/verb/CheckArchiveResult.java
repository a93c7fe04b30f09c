package io.hotcopy.verb;

import io.hotcopy.restore.ArchiveCheck;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is wrong with an archive.
 *
 * @param archive its directory, as it was named
 * @param check what was found; empty when the archive itself is only planned
 */
public record CheckArchiveResult(Path archive, Optional<ArchiveCheck> check) implements VerbResult {

    @Override
    public boolean planned() {
        return check.isEmpty();
    }

    public boolean isDamaged() {
        return check.filter(ArchiveCheck::isDamaged).isPresent();
    }
}
