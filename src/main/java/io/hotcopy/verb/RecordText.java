package io.hotcopy.verb;

import io.hotcopy.problem.HotCopyException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Keys and values as people write them: UTF-8 text; bytes that are no readable text as {@code 0x} and hexadecimal. */
final class RecordText {
    private static final String HEXADECIMAL = "0x";

    private RecordText() {}

    /** @throws HotCopyException when it begins with {@code 0x} and goes on otherwise than with pairs of digits */
    static byte[] bytes(String text) {
        if (!text.startsWith(HEXADECIMAL)) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return HexFormat.of().parseHex(text.substring(HEXADECIMAL.length()));
        } catch (IllegalArgumentException e) {
            throw new HotCopyException("\"" + text + "\" begins with 0x and is not hexadecimal", e);
        }
    }

    static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            boolean readable = text.chars().noneMatch(Character::isISOControl) && !text.startsWith(HEXADECIMAL);
            return readable ? text : HEXADECIMAL + HexFormat.of().formatHex(bytes);
        } catch (CharacterCodingException e) {
            return HEXADECIMAL + HexFormat.of().formatHex(bytes);
        }
    }
}
