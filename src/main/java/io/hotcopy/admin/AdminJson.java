package io.hotcopy.admin;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Bodies of the administration protocol: JSON as maps that keep their order, lists, text, numbers, truth values and
 * null.
 */
public final class AdminJson {
    /** Deeper than anything that the protocol says, and shallow enough for any stack. */
    private static final int MAX_DEPTH = 50;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private AdminJson() {}

    public static byte[] write(Object value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
    }

    /** The same as text, on one line. */
    public static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("plain values cannot be written", impossible);
        }
    }

    /** @return empty when the bytes are not exactly one JSON value in UTF-8 */
    public static Optional<Object> read(byte[] json) {
        try {
            // Decoded strictly and by ourselves: the parser would guess at an encoding, and bear some wrong bytes.
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json));
            return Optional.ofNullable(MAPPER.readValue(text.toString(), Object.class));
        } catch (CharacterCodingException | JsonProcessingException broken) {
            return Optional.empty();
        }
    }

    /** Whether the bytes are the JSON value null, which {@link #read} has no value for. */
    public static boolean isNull(byte[] json) {
        return new String(json, StandardCharsets.US_ASCII).strip().equals("null");
    }
}
