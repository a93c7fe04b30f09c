package io.hotcopy.embedded.sealed;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.backupset.SyncedFiles;
import io.hotcopy.embedded.store.DamagedArchiveException;
import io.hotcopy.problem.HotCopyException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.util.HexFormat;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Small files of the embedded database, framed as the files of a backup set are; replaced whole, never changed.
 *
 * <pre>
 * format: "hotcopy-archive"                                 what it is
 * version: 1                                                rises when a reader of the version before would misread it
 * ...                                                       a document, every field of it wanted and no other
 * seal: "sha256:&lt;64 hexadecimal digits&gt;"                    SHA-256 of all bytes before this line
 * </pre>
 */
public final class SealedYaml {

    private static final String UNFINISHED = ".tmp";
    private static final Pattern WHOLE = Pattern.compile(
            "(?<content>format: \"(?<format>[^\"\n]*)\"\nversion: (?<version>[0-9]{1,9})\n(?<body>.*))"
                    + "seal: \"sha256:(?<seal>[0-9a-f]{64})\"\n",
            Pattern.DOTALL);

    private static final ObjectMapper MAPPER = YAMLMapper.builder(YAMLFactory.builder()
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .disable(YAMLGenerator.Feature.SPLIT_LINES)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .defaultSetterInfo(JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL))
            .build();

    private final String format;
    private final int version;

    /**
     * @param format what the files are, for example {@code "hotcopy-archive"}
     * @param version what is written, and the newest that is read
     */
    public SealedYaml(String format, int version) {
        this.format = format;
        this.version = version;
    }

    /** Puts a document in the file's place, on disk when this returns; a crash leaves the old or the new. */
    public void write(Path file, Object document) {
        Path fresh = file.resolveSibling(file.getFileName() + UNFINISHED);
        try {
            Files.deleteIfExists(fresh);
            SyncedFiles.writeFile(fresh, encode(document));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            SyncedFiles.syncDirectory(file.getParent());
        } catch (IOException trouble) {
            throw FileTrouble.cannot("write", file, trouble);
        }
    }

    /** Whether this is what a crash may leave of the writing of a file of that name, which was not put in place. */
    public static boolean isUnfinished(Path left, String name) {
        return left.getFileName().toString().equals(name + UNFINISHED);
    }

    /** The bytes that {@link #write} puts in a file, for one that is written elsewhere. */
    public byte[] encode(Object document) {
        try {
            String content =
                    "format: \"" + format + "\"\nversion: " + version + "\n" + MAPPER.writeValueAsString(document);
            return (content + "seal: \"sha256:" + sha256(content) + "\"\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("cannot be written down: " + document, impossible);
        }
    }

    /**
     * Reads a document and turns it into what it stands for.
     *
     * @throws DamagedArchiveException when its bytes are not those that were written
     * @throws HotCopyException when it is not such a file, is of a newer version, or cannot be read
     */
    public <D, T> T read(Path file, Class<D> type, Function<D, T> meaning) {
        String text = text(file);
        Matcher whole = WHOLE.matcher(text);
        boolean framed = whole.matches();
        if (!framed && !text.startsWith("format: \"" + format + "\"\n")) {
            throw notOurs(file, framed ? whole.group("format") : firstLine(text));
        }
        String computed = framed ? sha256(whole.group("content")) : "";
        if (!framed || !computed.equals(whole.group("seal"))) {
            throw damaged(file, framed ? "seal " + whole.group("seal") : "a seal in the last line", computed);
        }
        return meaning(file, whole, type, meaning);
    }

    private <D, T> T meaning(Path file, Matcher whole, Class<D> type, Function<D, T> meaning) {
        if (!whole.group("format").equals(format)) {
            throw notOurs(file, whole.group("format"));
        }
        int found = Integer.parseInt(whole.group("version"));
        if (found > version) {
            throw new HotCopyException(
                    "\"" + file + "\" is too new: expected format version " + version + " or lower, found " + found,
                    "Use the version of hotcopy that wrote it, or a newer one.");
        }
        try {
            return meaning.apply(MAPPER.readValue(whole.group("body"), type));
        } catch (JsonProcessingException broken) {
            throw damaged(file, "a document of this format", broken.getOriginalMessage());
        } catch (IllegalArgumentException | DateTimeException broken) {
            throw damaged(file, "values of this format", broken.getMessage());
        }
    }

    private static String text(Path file) {
        try {
            // Bytes that are no text become other bytes, which the seal then does not fit.
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException trouble) {
            throw FileTrouble.cannot("read", file, trouble);
        }
    }

    private HotCopyException notOurs(Path file, String found) {
        return new HotCopyException(
                "\"" + file + "\" is not ours: expected format \"" + format + "\", found \"" + found + "\"");
    }

    private static DamagedArchiveException damaged(Path file, String expected, String found) {
        return new DamagedArchiveException("\"" + file + "\" is damaged: expected " + expected + ", found "
                + (found == null || found.isEmpty() ? "none" : found));
    }

    private static String firstLine(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() > 60 ? line.substring(0, 60) + "…" : line;
    }

    private static String sha256(String content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
