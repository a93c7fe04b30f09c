package io.hotcopy.verb;

import io.hotcopy.progress.ProgressListener;
import io.hotcopy.restore.ArchiveFormats;
import java.nio.file.Path;
import java.util.Optional;

/** {@code nuoarchive check}: whether an archive that nobody has open is whole; changes nothing. */
public final class CheckArchiveVerb {
    private final Session session;

    CheckArchiveVerb(Session session) {
        this.session = session;
    }

    /**
     * @param directory the archive's own
     * @throws io.hotcopy.problem.HotCopyException when there is no archive, or it is in use
     */
    public CheckArchiveResult run(Path directory, ProgressListener progress) {
        Path archive = session.resolve(directory);
        if (session.planned().isRestored(archive)) {
            return new CheckArchiveResult(directory, Optional.empty());
        }
        ArchiveFormats formats = session.surroundings().formats();
        return new CheckArchiveResult(
                directory,
                Optional.of(Cancelling.telling(
                        "the check",
                        "Nothing is said of the archive, which is as it was.",
                        () -> formats.ofArchive(archive).check(archive, progress))));
    }
}
