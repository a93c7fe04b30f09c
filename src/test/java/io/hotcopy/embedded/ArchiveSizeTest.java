package io.hotcopy.embedded;

import static io.hotcopy.embedded.SampleDomain.SG1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.driver.DomainDriver;
import io.hotcopy.term.ArchiveId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan expects as many bytes as will be copied, however much the journals have preallocated. */
class ArchiveSizeTest {

    private static final int ROWS = 60;
    private static final int ROW_BYTES = 30_000;

    @TempDir
    private Path directory;

    @Test
    void anArchiveIsAsBigAsItsFullWillBe() throws IOException {
        SampleDomain sample = new SampleDomain(directory.resolve("live")).with(0, SG1);
        SampleCopies copies = new SampleCopies(directory.resolve("copies"));
        try (EmbeddedDomain domain = sample.start()) {
            EmbeddedDatabase database = SampleDomain.database(domain);
            assertTrue(size(domain) < 100_000, "nothing was written yet, and its size is " + size(domain));
            database.createTable("t", 1, List.of(SG1));
            for (int row = 0; row < ROWS; row++) {
                put(database, row);
            }
            requireAsExpected(size(domain), copies.copy(domain, 0).get(0).data());

            database.running().members().forEach(member -> {
                member.store().flush();
                member.journal().recycle(member.store().persistedMark());
            });
            put(database, ROWS);
            requireAsExpected(size(domain), copies.copy(domain, 0).get(0).data());
        }
    }

    private static void requireAsExpected(long expected, Path copied) throws IOException {
        long bytes = bytes(copied);
        assertTrue(bytes > ROWS * ROW_BYTES, "copied only " + bytes);
        assertEquals(bytes, expected, 100_000, "beside what was copied");
    }

    private static void put(EmbeddedDatabase database, int row) {
        try (Transaction transaction = database.begin()) {
            byte[] value = new byte[ROW_BYTES];
            new Random(row).nextBytes(value);
            transaction.put("t", SampleDomain.bytes("row " + row), value);
            transaction.commit();
        }
    }

    private static long size(DomainDriver domain) {
        return domain.facts(SampleDomain.NAME)
                .archive(new ArchiveId(0))
                .orElseThrow()
                .size()
                .bytes();
    }

    private static long bytes(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
