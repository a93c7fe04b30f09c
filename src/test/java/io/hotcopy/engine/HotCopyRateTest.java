package io.hotcopy.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.driver.FileDatabase;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.ByteSize;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan's rate, measured on whole hot copies. */
class HotCopyRateTest {
    private static final int RECORD_BYTES = 1 << 20;

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
        ByteSize rate = ByteSize.ofMegabytes(10);

        RunReport report = Plans.engine(database)
                .run(
                        Plans.throttled(
                                rate, Plans.full(database, Files.createDirectory(directory.resolve("backups")), 0, 1)),
                        ProgressListener.NONE);

        for (RunReport.Archive archive : report.hotCopies().get(0).archives()) {
            double ratio = archive.megabytesPerSecond() * 1e6 / rate.bytes();
            assertTrue(ratio > 0.95 && ratio < 1.05, "archive " + archive.archive() + " at " + ratio + " of its rate");
        }
    }
}
