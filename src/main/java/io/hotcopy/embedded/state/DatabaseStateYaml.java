package io.hotcopy.embedded.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.hotcopy.embedded.journal.View;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.Lineage;
import io.hotcopy.term.SetId;
import io.hotcopy.term.StorageGroupName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How the state of a database is written down.
 *
 * <pre>
 * format: "hotcopy-database"
 * version: 1                                 rises when a reader of the version before would misread it
 * databaseUuid, lineage {id, parent, fork}, established, reservedThrough, runFrom
 * archives: [{id, uuid, serves, newestSet, completeSet {set, cut}}]
 * views: [{number, id, members, voidAbove, time}]
 * seal: "sha256:&lt;64 hexadecimal digits&gt;"     SHA-256 of all bytes before this line
 * </pre>
 */
final class DatabaseStateYaml {

    private static final String FORMAT = "hotcopy-database";
    private static final int VERSION = 1;
    private static final int SEAL_BYTES = seal(new byte[0]).length;

    private static final ObjectMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private record Text(
            String format,
            int version,
            UUID databaseUuid,
            LineageText lineage,
            boolean established,
            long reservedThrough,
            long runFrom,
            List<ArchiveText> archives,
            List<ViewText> views) {}

    private record LineageText(UUID id, UUID parent, long fork) {}

    private record ArchiveText(int id, UUID uuid, List<String> serves, UUID newestSet, SetText completeSet) {}

    private record SetText(UUID set, long cut) {}

    private record ViewText(long number, UUID id, List<Integer> members, long voidAbove, String time) {}

    private DatabaseStateYaml() {}

    static byte[] write(DatabaseState state) throws IOException {
        byte[] text = YAML.writeValueAsBytes(text(state));
        byte[] seal = seal(text);
        byte[] sealed = Arrays.copyOf(text, text.length + seal.length);
        System.arraycopy(seal, 0, sealed, text.length, seal.length);
        return sealed;
    }

    /** @throws HotCopyException when it is damaged, not ours or too new; names the file */
    static DatabaseState read(Path file, byte[] sealed) {
        byte[] text = Arrays.copyOf(sealed, Math.max(0, sealed.length - SEAL_BYTES));
        byte[] found = Arrays.copyOfRange(sealed, text.length, sealed.length);
        byte[] expected = seal(text);
        if (!Arrays.equals(expected, found)) {
            throw damaged(file, "expected the last line " + line(expected) + ", found " + line(found), null);
        }
        try {
            JsonNode tree = YAML.readTree(text);
            checkFormat(file, tree);
            return meaning(YAML.treeToValue(tree, Text.class));
        } catch (IOException | IllegalArgumentException | DateTimeException broken) {
            throw damaged(file, broken.getMessage(), broken);
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

    private static HotCopyException damaged(Path file, String reason, Exception cause) {
        return new HotCopyException(
                "\"" + file + "\" is damaged: " + reason,
                cause,
                "Restore the database from its newest backup set, or put back an undamaged copy of this file.");
    }

    private static Text text(DatabaseState state) {
        return new Text(
                FORMAT,
                VERSION,
                state.databaseUuid(),
                new LineageText(
                        state.lineage().id(),
                        state.lineage().parent().orElse(null),
                        state.lineage().fork().value()),
                state.established(),
                state.reservedThrough().value(),
                state.runFrom().value(),
                state.archives().values().stream().map(DatabaseStateYaml::text).toList(),
                state.views().stream().map(DatabaseStateYaml::text).toList());
    }

    private static ArchiveText text(KnownArchive archive) {
        return new ArchiveText(
                archive.id().value(),
                archive.uuid(),
                archive.serves().stream().map(StorageGroupName::value).toList(),
                archive.newestSet().map(SetId::value).orElse(null),
                archive.completeSet()
                        .map(complete -> new SetText(
                                complete.set().value(), complete.cut().value()))
                        .orElse(null));
    }

    private static ViewText text(View view) {
        return new ViewText(
                view.number(),
                view.id(),
                view.members().stream().map(ArchiveId::value).toList(),
                view.voidAbove().value(),
                view.time().toString());
    }

    private static DatabaseState meaning(Text text) {
        SortedMap<ArchiveId, KnownArchive> archives = new TreeMap<>(text.archives().stream()
                .map(DatabaseStateYaml::meaning)
                .collect(Collectors.toMap(KnownArchive::id, Function.identity())));
        return new DatabaseState(
                text.databaseUuid(),
                new Lineage(
                        text.lineage().id(),
                        Optional.ofNullable(text.lineage().parent()),
                        new CommitNumber(text.lineage().fork())),
                text.established(),
                new CommitNumber(text.reservedThrough()),
                new CommitNumber(text.runFrom()),
                archives,
                text.views().stream().map(DatabaseStateYaml::meaning).toList());
    }

    private static KnownArchive meaning(ArchiveText text) {
        return new KnownArchive(
                new ArchiveId(text.id()),
                text.uuid(),
                text.serves().stream().map(StorageGroupName::new).collect(Collectors.toCollection(TreeSet::new)),
                Optional.ofNullable(text.newestSet()).map(SetId::new),
                Optional.ofNullable(text.completeSet())
                        .map(complete -> new CompleteSet(new SetId(complete.set()), new CommitNumber(complete.cut()))));
    }

    private static View meaning(ViewText text) {
        return new View(
                text.number(),
                text.id(),
                text.members().stream().map(ArchiveId::new).collect(Collectors.toCollection(TreeSet::new)),
                new CommitNumber(text.voidAbove()),
                Instant.parse(text.time()));
    }

    private static byte[] seal(byte[] text) {
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
