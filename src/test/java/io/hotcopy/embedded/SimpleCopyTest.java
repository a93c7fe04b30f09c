package io.hotcopy.embedded;

import static io.hotcopy.embedded.SampleDomain.SG1;
import static io.hotcopy.embedded.SampleDomain.SG2;
import static io.hotcopy.embedded.SampleDomain.bytes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.driver.ArchiveCopy;
import io.hotcopy.driver.CopyRequest;
import io.hotcopy.driver.Cut;
import io.hotcopy.driver.Pin;
import io.hotcopy.driver.PinnedCopies;
import io.hotcopy.driver.SourceFile;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.HotCopyType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Simple hot copies: archives that a domain begins on at once. */
class SimpleCopyTest {

    private static final ElementId RUN = new ElementId(new UUID(40, 1));

    @TempDir
    private Path directory;

    @Test
    void ofOneArchiveIsADirectoryThatADomainBeginsOn() throws IOException {
        SampleDomain live = new SampleDomain(directory.resolve("live")).with(0, SG1);
        Path copy = directory.resolve("mycopy");
        Cut cut;
        try (EmbeddedDomain domain = live.start()) {
            SampleDomain.database(domain).createTable("t", 4, List.of(SG1));
            put(domain, "flushed");
            SampleDomain.database(domain).running().members().get(0).store().flush();
            put(domain, "in the journal only");
            cut = take(domain, List.of(0), List.of(copy));
            put(domain, "after the cut");
            assertEquals(
                    List.of(),
                    SampleDomain.database(domain)
                            .running()
                            .members()
                            .get(0)
                            .leases()
                            .all());
        }
        ArchiveIdentity identity = ArchiveIdentityYaml.read(copy);
        assertEquals(Optional.of(new ArchiveIdentity.Restored(cut.number(), RUN)), identity.restored());
        assertNotEquals(ArchiveIdentityYaml.read(live.archive(0)).archiveUuid(), identity.archiveUuid());
        assertEquals(cut.fingerprints(), new EmbeddedArchiveFormat().scan(copy, ProgressListener.NONE));

        SampleDomain again = new SampleDomain(directory.resolve("again")).with(0, SG1);
        try (EmbeddedDomain domain = again.start(StartOptions.restored("test", copy))) {
            assertEquals(List.of("flushed", "in the journal only"), keys(domain));
            assertEquals(
                    cut.number(),
                    domain.facts(SampleDomain.NAME).lineage().orElseThrow().fork());
        }
    }

    @Test
    void ofSeveralArchivesIsADirectoryOfThemToOneCut() throws IOException {
        Path copy = directory.resolve("mycopy");
        List<Path> archives = List.of(copy.resolve("archive-0"), copy.resolve("archive-1"));
        try (EmbeddedDomain domain = new SampleDomain(directory.resolve("live"))
                .with(0, SG1)
                .with(1, SG2)
                .start()) {
            SampleDomain.database(domain).createTable("t", 4, List.of(SG1, SG2));
            put(domain, "one");
            put(domain, "two");
            take(domain, List.of(0, 1), archives);
        }
        SampleDomain lacking =
                new SampleDomain(directory.resolve("lacking")).with(0, SG1).with(1, SG2);
        HotCopyException refused = assertThrows(
                HotCopyException.class, () -> lacking.start(StartOptions.restored("test", archives.get(0))));
        assertTrue(refused.getMessage().contains("missing are [SG2]"), refused.getMessage());
        try (EmbeddedDomain domain = new SampleDomain(directory.resolve("again"))
                .with(0, SG1)
                .with(1, SG2)
                .start(StartOptions.restored("test", copy))) {
            assertEquals(List.of("one", "two"), keys(domain));
        }
    }

    private static Cut take(EmbeddedDomain domain, List<Integer> archives, List<Path> targets) throws IOException {
        PinnedCopies copies = domain.copies(SampleDomain.NAME);
        List<ArchiveCopy> begun = new ArrayList<>();
        List<Pin> pins = new ArrayList<>();
        try {
            for (int archive : archives) {
                ArchiveCopy copy = copies.begin(
                        new ArchiveId(archive), new CopyRequest(RUN, HotCopyType.SIMPLE, Optional.empty()));
                begun.add(copy);
                pins.add(copy.pin());
                write(pins.get(pins.size() - 1).files(), targets.get(pins.size() - 1));
            }
            Cut cut = copies.cut(begun, Duration.ofSeconds(120));
            for (int index = 0; index < begun.size(); index++) {
                write(pins.get(index).journal(cut).files(), targets.get(index));
                begun.get(index).finish(targets.get(index), cut);
            }
            return cut;
        } finally {
            begun.forEach(ArchiveCopy::close);
        }
    }

    private static void write(List<SourceFile> files, Path target) throws IOException {
        for (SourceFile file : files) {
            Path to = target.resolve(file.name());
            Files.createDirectories(to.getParent());
            try (InputStream source = Channels.newInputStream(file.open())) {
                Files.write(to, source.readNBytes(Math.toIntExact(file.length())));
            }
        }
    }

    private static void put(EmbeddedDomain domain, String key) {
        try (Transaction transaction = SampleDomain.database(domain).begin()) {
            transaction.put("t", bytes(key), bytes("value"));
            transaction.commit();
        }
    }

    private static List<String> keys(EmbeddedDomain domain) {
        List<String> keys = new ArrayList<>();
        try (Transaction reading = SampleDomain.database(domain).begin()) {
            reading.scan("t", new byte[0], (key, value) -> keys.add(SampleDomain.text(key)));
        }
        return keys;
    }
}
