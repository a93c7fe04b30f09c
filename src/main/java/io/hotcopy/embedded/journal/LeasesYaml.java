package io.hotcopy.embedded.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.CommitNumber;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * How leases are written down.
 *
 * <pre>
 * format: "hotcopy-leases"
 * version: 1                                 rises when a reader of the version before would misread it
 * leases:
 * - owner: "journal-chain"
 *   lineage: "&lt;uuid&gt;"
 *   number: 184223
 * seal: "sha256:&lt;64 hexadecimal digits&gt;"     SHA-256 of all bytes before this line
 * </pre>
 */
final class LeasesYaml {

    private static final String FORMAT = "hotcopy-leases";
    private static final int VERSION = 1;
    private static final int SEAL_BYTES = seal(new byte[0]).length;

    private static final ObjectMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private record Text(String format, int version, List<Entry> leases) {}

    private record Entry(String owner, UUID lineage, long number) {}

    private LeasesYaml() {}

    static byte[] write(Collection<Lease> leases) throws IOException {
        List<Entry> entries = leases.stream()
                .map(lease ->
                        new Entry(lease.owner(), lease.lineage(), lease.number().value()))
                .toList();
        byte[] text = YAML.writeValueAsBytes(new Text(FORMAT, VERSION, entries));
        byte[] sealed = Arrays.copyOf(text, text.length + SEAL_BYTES);
        System.arraycopy(seal(text), 0, sealed, text.length, SEAL_BYTES);
        return sealed;
    }

    /** @throws HotCopyException when it is damaged, not ours or too new; names the file */
    static List<Lease> read(Path file, byte[] sealed) {
        byte[] text = Arrays.copyOf(sealed, Math.max(0, sealed.length - SEAL_BYTES));
        byte[] seal = Arrays.copyOfRange(sealed, text.length, sealed.length);
        byte[] expected = seal(text);
        if (!Arrays.equals(expected, seal)) {
            throw new HotCopyException(
                    "\"" + file + "\" is damaged: expected the last line " + line(expected) + ", found " + line(seal),
                    "Remove the file to give up all leases: the next incremental and journal copies may be refused.");
        }
        try {
            JsonNode tree = YAML.readTree(text);
            checkFormat(file, tree);
            return YAML.treeToValue(tree, Text.class).leases().stream()
                    .map(entry -> new Lease(entry.owner(), entry.lineage(), new CommitNumber(entry.number())))
                    .toList();
        } catch (IOException | IllegalArgumentException broken) {
            throw new HotCopyException("\"" + file + "\" is damaged: " + broken.getMessage(), broken);
        }
    }

    private static void checkFormat(Path file, JsonNode tree) throws JsonProcessingException {
        String format = tree.path("format").asText();
        if (!format.equals(FORMAT)) {
            throw new HotCopyException(
                    "\"" + file + "\" is not ours: expected format \"" + FORMAT + "\", found \"" + format + "\"");
        }
        int version = tree.path("version").asInt();
        if (version > VERSION) {
            throw new HotCopyException(
                    "\"" + file + "\" is too new: it has format version " + version + ", known are up to " + VERSION,
                    "Use the version of hotcopy that wrote it, or a later one.");
        }
    }

    static byte[] seal(byte[] text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
            return ("seal: \"sha256:" + HexFormat.of().formatHex(digest) + "\"\n").getBytes(StandardCharsets.US_ASCII);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private static String line(byte[] bytes) {
        return "'" + new String(bytes, StandardCharsets.ISO_8859_1).replaceAll("[^ -~]", "?") + "'";
    }
}
