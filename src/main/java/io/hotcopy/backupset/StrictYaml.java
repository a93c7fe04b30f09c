package io.hotcopy.backupset;

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
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.function.Function;

/**
 * YAML read to the letter: a field that is unknown, missing, doubled, null or of another type is refused, because a
 * sealed file in a version we know has no excuse for one.
 */
public final class StrictYaml {

    private static final ObjectMapper MAPPER = mapper();

    private StrictYaml() {}

    /** Writes a record as one document without a start marker; ends with a line feed. */
    static String write(Object document) {
        try {
            return MAPPER.writeValueAsString(document);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a record of plain values cannot be written", impossible);
        }
    }

    /**
     * Reads one document and turns it into what it stands for.
     *
     * @param file named in what is thrown
     * @throws DamagedSetException when it is not such a document
     */
    static <D, T> T read(Path file, String text, Class<D> type, Function<D, T> meaning) {
        try {
            return meaning.apply(MAPPER.readValue(text, type));
        } catch (JsonProcessingException broken) {
            throw new DamagedSetException(file, "a document of this format", firstLine(broken.getOriginalMessage()));
        } catch (IllegalArgumentException | DateTimeException broken) {
            throw new DamagedSetException(file, "values of this format", broken.getMessage());
        }
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("another");
    }

    /** Reads and writes records to the letter, as documents without a start marker. */
    public static ObjectMapper mapper() {
        YAMLFactory factory = YAMLFactory.builder()
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .disable(YAMLGenerator.Feature.SPLIT_LINES)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        return YAMLMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .defaultSetterInfo(JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL))
                .build();
    }
}
