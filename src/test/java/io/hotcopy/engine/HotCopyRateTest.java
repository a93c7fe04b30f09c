package io.hotcopy.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.driver.FileDatabase;
import io.hotcopy.plan.BackupPlan;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.ByteSize;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan's rate, measured on whole hot copies. */
class HotCopyRateTest {
    private static final int RECORD_BYTES = 1 << 18;

    @TempDir
    Path directory;

    @Test
    void eachStorageManagerIsReadWithTheRateOfThePlan() throws Exception {
        FileDatabase database =
                new FileDatabase(Files.createDirectory(directory.resolve("home")), "SG1 SG2", "SG1 SG3");
        for (int commit = 0; commit < 24; commit++) {
            database.commit(FileDatabase.groups("SG1"), RECORD_BYTES);
            if (commit % 5 == 0) {
                database.flush(0);
                database.flush(1);
            }
        }
        ByteSize rate = new ByteSize(2_500_000); // any disk reads and writes as fast, whatever else it does

        // A machine that stands still for a while makes a copy slower, never faster: one good run of ten is enough.
        double slowest = 0;
        for (int attempt = 0; attempt < 10 && slowest < 0.95; attempt++) {
            Path backups = Files.createDirectory(directory.resolve("backups" + attempt));
            slowest = 1;
            for (RunReport.Archive archive : copied(database, rate, backups)) {
                double ratio = archive.megabytesPerSecond() * 1e6 / rate.bytes();
                assertTrue(ratio < 1.05, "archive " + archive.archive() + " at " + ratio + " of its rate");
                slowest = Math.min(slowest, ratio);
            }
        }
        assertTrue(slowest >= 0.95, "one archive at " + slowest + " of its rate");
    }

    private static List<RunReport.Archive> copied(FileDatabase database, ByteSize rate, Path backups) {
        BackupPlan plan = Plans.throttled(rate, Plans.full(database, backups, 0, 1));
        return Plans.engine(database)
                .run(plan, ProgressListener.NONE)
                .hotCopies()
                .get(0)
                .archives();
    }
}
