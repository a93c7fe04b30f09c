package io.hotcopy.backupset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text with a right seal that no program of ours wrote: refused, whatever is odd about it. */
class StrictReadingTest {
    private static final Path FILE = Path.of("full", "control", "manifest.yaml");
    private static final String FRAME = "(?s)format: \"[a-z-]+\"\nversion: 1\n(.*)seal: \"sha256:[0-9a-f]{64}\"\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            an unknown field    | 'cut: 100'          | 'cut: 100\nsurprise: 1'
            a missing field     | 'pinPoint: 90\n'    | ''
            a field twice       | 'cut: 100'          | 'cut: 100\ncut: 100'
            no value            | 'cut: 100'          | 'cut: null'
            text for a number   | 'cut: 100'          | 'cut: \"100\"'
            a fraction          | 'cut: 100'          | 'cut: 100.5'
            a negative number   | 'cut: 100'          | 'cut: -1'
            an unknown type     | 'type: \"full\"'    | 'type: \"fuller\"'
            no fingerprint      | '000000000001405d0000000000000064' | '1405d'
            a range backwards   | 'from: 90'          | 'from: 101'
            no time             | '2021-12-18T01:01:42Z' | 'tomorrow'
            a null in a list    | '- \"SG1\"'         | '- null'
            another document    | '\n---\nfiles'      | '\n---\nmore: 1\n---\nfiles'
            no checksum         | '8a9136aa 16'       | '8a9136 16'
            no size             | '8a9136aa 16'       | '8a9136aa -1'
            too large a size    | '8a9136aa 16'       | '8a9136aa 9999999999999999999'
            no name             | ' CURRENT'          | ''
            a blank line        | '  8a9136aa'        | '\n  8a9136aa'
            no list             | 'files: |'          | 'files: []'
            no line feed        | 'ümlaut.sst\n'     | 'ümlaut.sst'
            """)
    void oddFactsAreDamage(String what, String written, String odd) throws IOException {
        String manifest = resealed("manifest.yaml", written, odd);

        assertThrows(DamagedSetException.class, () -> readManifest(manifest), what);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../escaped",
                "rocks/../../escaped",
                "/etc/passwd",
                "a//b",
                "./a",
                "a/.",
                "..",
                "",
                "a\\b",
                "C:x",
                "a\0b",
                "a\u2028b"
            })
    void namesThatLeaveTheDirectoryAreDamage(String name) throws IOException {
        String manifest = resealed("manifest.yaml", " CURRENT", " " + name);

        DamagedSetException refused = assertThrows(DamagedSetException.class, () -> readManifest(manifest));
        assertTrue(refused.getMessage().contains(FILE.toString()), refused.getMessage());
    }

    @Test
    void oneNameTwiceIsDamage() throws IOException {
        String manifest = resealed("manifest.yaml", " CURRENT", " journal/0000000000000001.seg");

        assertThrows(DamagedSetException.class, () -> readManifest(manifest));
    }

    @Test
    void oddIdentityIsDamage() throws IOException {
        String set = resealed("set.yaml", "archive: 0", "archive: 0\nport: 8888");

        assertThrows(DamagedSetException.class, () -> SetYaml.read(FILE, FILE, bytes(set)));
    }

    @Test
    void aManifestOfAHundredThousandFilesIsReadInFull() {
        List<DataFile> files = IntStream.range(0, 100_000)
                .mapToObj(number -> new DataFile(String.format("rocks/%06d.sst", number), number, number))
                .toList();

        assertEquals(files, FileList.read(FILE, FileList.write(files)));
    }

    private static void readManifest(String manifest) {
        ManifestYaml.Parts parts = ManifestYaml.open(FILE, bytes(manifest));
        parts.readFacts();
        parts.readFiles();
    }

    /** The sample with a change in it and a right seal over it. */
    private static String resealed(String name, String written, String odd) throws IOException {
        try (InputStream resource = StrictReadingTest.class.getResourceAsStream(name)) {
            String sample = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            String body = sample.replaceFirst(FRAME, "$1");
            String changed = body.replace(unescaped(written), unescaped(odd));
            assertTrue(!body.equals(changed), "the sample has no " + written);
            String format = name.startsWith("set") ? SetYaml.FORMAT : ManifestYaml.FORMAT;
            return new String(SealedText.seal(format, 1, changed), StandardCharsets.UTF_8);
        }
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
