package io.hotcopy.embedded;

import static io.hotcopy.embedded.SampleDomain.SG1;
import static io.hotcopy.embedded.SampleDomain.SG2;
import static io.hotcopy.embedded.SampleDomain.SG3;
import static io.hotcopy.embedded.SampleDomain.bytes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.backupset.SyncedFiles;
import io.hotcopy.embedded.SampleCopies.Copied;
import io.hotcopy.embedded.commit.Member;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.restore.SourceStep;
import io.hotcopy.term.ArchiveId;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hot copies of an archive whose storage manager was away between them (M28, protocol §5). */
class CopiesAcrossSyncTest {

    private static final ArchiveId ZERO = new ArchiveId(0);

    @TempDir
    private Path directory;

    private SampleDomain sample;
    private EmbeddedDomain domain;
    private EmbeddedDatabase database;
    private CopySeries series;
    private Copied full;
    private int rows;

    /** Journal hot copy is enabled on archive 0. */
    @BeforeEach
    void start() {
        sample = new SampleDomain(directory.resolve("live"))
                .with(0, SG1, SG2)
                .with(1, SG1, SG3)
                .with(2, SG1, SG2, SG3);
        domain = sample.start();
        database = SampleDomain.database(domain);
        database.createTable("t", 8, List.of(SG1, SG2, SG3));
        series = new CopySeries(domain, 0, directory.resolve("further"));
        write(60);
        full = series.full(new SampleCopies(directory.resolve("fulls")));
    }

    @AfterEach
    void stop() {
        domain.close();
    }

    @Test
    void journalCopiesAreSuspendedUntilAnIncrementalThatFoldsWhatTheSyncReceived() {
        write(30);
        SourceStep before = series.journal(full);
        write(30);
        database.stopStorageManager(ZERO);
        write(30);
        SyncReport report = database.startStorageManager(ZERO, ProgressListener.NONE);
        assertFalse(report.byFiles());
        write(30);

        HotCopyException refused = assertThrows(HotCopyException.class, () -> series.journal(full));
        assertEquals("Full or incremental hot copy must be completed before journal hot copy", refused.getMessage());
        assertTrue(
                refused.hints().get(0).contains("a SYNC began at commit "),
                refused.hints().toString());

        SourceStep incremental = series.incremental(full);
        assertEquals(full.full().cut(), incremental.element().covers().get(SG1).from());
        assertEquals(incremental.element().fingerprints(), series.scanned(full, List.of(incremental)));
        write(30);
        SourceStep journal = series.journal(full);
        assertEquals(incremental.element().cut(), journal.element().pinPoint());
        assertEquals(journal.element().fingerprints(), series.scanned(full, List.of(incremental, journal)));
        assertTrue(before.element().cut().value() < journal.element().pinPoint().value());
    }

    @Test
    void anEmptySyncSuspendsToo() {
        series.journal(full);
        database.stopStorageManager(ZERO);
        SyncReport report = database.startStorageManager(ZERO, ProgressListener.NONE);
        assertEquals(0, report.bytes().bytes());
        assertThrows(HotCopyException.class, () -> series.journal(full));
        series.incremental(full);
        series.journal(full);
    }

    @Test
    void afterASyncByFilesAnIncrementalTakesTheFramesFromAPeersLease() throws Exception {
        write(30);
        database.stopStorageManager(ZERO);
        // Its journal reaches back no further than the full's lease: without its records it can begin with nothing.
        SyncedFiles.deleteTree(sample.archive(0).resolve("rocks"));
        write(30);
        recycle();
        SyncReport report = database.startStorageManager(ZERO, ProgressListener.NONE);
        assertTrue(report.byFiles(), report.toString());
        write(30);
        SourceStep incremental = series.incremental(full);
        assertEquals(incremental.element().fingerprints(), series.scanned(full, List.of(incremental)));
    }

    @Test
    void afterASyncByFilesAnIncrementalIsRefusedWhenNobodyReachesBack() throws Exception {
        write(30);
        database.stopStorageManager(ZERO);
        SyncedFiles.deleteTree(sample.archive(0).resolve("rocks"));
        write(30);
        database.running().members().forEach(member -> member.leases().all().forEach(lease -> member.leases()
                .remove(lease.owner())));
        recycle();
        database.startStorageManager(ZERO, ProgressListener.NONE);
        HotCopyException refused = assertThrows(HotCopyException.class, () -> series.incremental(full));
        assertEquals(
                "the commits after " + full.full().cut() + " are no longer kept for archive 0", refused.getMessage());
    }

    private void recycle() {
        for (Member member : database.running().members()) {
            member.store().flush();
            member.journal().recycle(member.store().persistedMark());
        }
    }

    /** More than one segment of the journals for thirty. */
    private void write(int more) {
        for (int row = 0; row < more; row++) {
            try (Transaction transaction = database.begin()) {
                transaction.put("t", bytes("row" + rows++ % 100), new byte[60_000]);
                transaction.put("t", bytes("small" + rows), bytes("v" + rows));
                transaction.commit();
            }
        }
    }
}
