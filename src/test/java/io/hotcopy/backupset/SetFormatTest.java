package io.hotcopy.backupset;

import static io.hotcopy.backupset.SampleSets.member;
import static io.hotcopy.backupset.SampleSets.run;
import static io.hotcopy.backupset.SampleSets.uuid;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hotcopy.backupset.ElementFacts.Member;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.Lineage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The formats as they were laid down: sets written years ago must read, byte for byte. */
class SetFormatTest {
    private static final Member ZERO = member(0, 1, "UNPARTITIONED", "SG1", "SG2");
    private static final Member ONE = member(1, 2, "UNPARTITIONED", "SG1", "SG3");
    private static final Lineage LINEAGE = SampleSets.LINEAGE.forkedAt(new CommitNumber(40), uuid(9));
    private static final String TOOL = "hotcopy 0.1.0";
    private static final List<DataFile> FILES = List.of(
            new DataFile("CURRENT", 16, 0x8a9136aa),
            new DataFile("journal/0000000000000001.seg", 4096, 0x00c0ffee),
            new DataFile("rocks/a file \"with\" ümlaut.sst", 5_000_000_000L, -1));

    @TempDir
    private Path directory;

    private final Path file = Path.of("some", "file.yaml");

    @Test
    void setIsWrittenAsEver() throws IOException {
        assertEquals(sample("set.yaml"), text(SetYaml.write(set(), TOOL)));
    }

    @Test
    void setIsReadAsEver() throws IOException {
        assertEquals(set(), SetYaml.read(directory, file, bytes("set.yaml")));
    }

    @Test
    void manifestIsWrittenAsEver() throws IOException {
        assertEquals(sample("manifest.yaml"), text(ManifestYaml.write(element(), FILES, TOOL)));
    }

    @Test
    void manifestIsReadAsEver() throws IOException {
        ManifestYaml.Parts manifest = ManifestYaml.open(file, bytes("manifest.yaml"));

        assertEquals(element(), manifest.readFacts());
        assertEquals(FILES, manifest.readFiles());
    }

    private SetFacts set() {
        return SampleSets.identity(directory, ZERO, run(1), LINEAGE);
    }

    private ElementFacts element() {
        return SampleSets.full(set(), run(1), List.of(ZERO, ONE), 90, 100, 5_000_004_112L);
    }

    private static String sample(String name) throws IOException {
        return text(bytes(name));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream sample = SetFormatTest.class.getResourceAsStream(name)) {
            return sample.readAllBytes();
        }
    }
}
