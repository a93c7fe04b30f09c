package io.hotcopy.verb;

import io.hotcopy.backupset.BackupSet;
import java.nio.file.Path;

/** {@code nuoarchive restore --report-backups}: what one set holds; changes nothing. */
public final class ReportBackupsVerb {
    private final Session session;

    ReportBackupsVerb(Session session) {
        this.session = session;
    }

    /** @throws io.hotcopy.problem.HotCopyException when there is no set, or it is damaged */
    public ReportBackupsResult run(Path set) {
        return new ReportBackupsResult(BackupSet.open(session.resolve(set)).facts());
    }
}
