package io.hotcopy.backupset;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The frame around each text file of ours: it says what the file is, in which version, and seals it.
 *
 * <pre>
 * format: "hotcopy-set"                                     what it is
 * version: 1                                                rises when a reader of the version before would misread it
 * ...                                                       the body
 * seal: "sha256:&lt;64 hexadecimal digits&gt;"                    SHA-256 of all bytes before this line
 * </pre>
 *
 * The first two lines and the last are the same in every version, so that "damaged" and "too new" can be told apart for
 * ever. The whole is YAML, but sealed and opened as bytes: no byte can change unseen.
 */
public final class SealedText {

    private static final String SEAL_START = "seal: \"sha256:";
    private static final String SEAL_END = "\"\n";
    private static final int DIGITS = 64;
    private static final int SEAL_LENGTH = SEAL_START.length() + DIGITS + SEAL_END.length();
    private static final Pattern VERSION = Pattern.compile("version: ([1-9][0-9]{0,8})\n");

    private SealedText() {}

    /** Puts the frame around a body that ends with a line feed. */
    public static byte[] seal(String format, int version, String body) {
        byte[] content = (firstLine(format) + "version: " + version + "\n" + body).getBytes(StandardCharsets.UTF_8);
        byte[] seal = sealOf(content, content.length).getBytes(StandardCharsets.US_ASCII);
        byte[] whole = Arrays.copyOf(content, content.length + seal.length);
        System.arraycopy(seal, 0, whole, content.length, seal.length);
        return whole;
    }

    /** Whether bytes begin as this format does or end as every sealed text does: once ours, perhaps damaged. */
    static boolean wasOurs(byte[] whole, String format) {
        return beginsWith(whole, firstLine(format)) || hasSeal(whole);
    }

    /**
     * Checks the frame and takes it off.
     *
     * @param file named in what is thrown
     * @return the body
     * @throws DamagedSetException when seal, format or version are not as written
     * @throws TooNewSetException when the seal is right and the version is above {@code supported}
     */
    public static String open(Path file, byte[] whole, String format, int supported) {
        checkSeal(file, whole);
        String text = decode(file, whole);
        String first = firstLine(format);
        if (!text.startsWith(first)) {
            throw new DamagedSetException(file, "first line " + first.strip(), "another");
        }
        Matcher version = VERSION.matcher(text).region(first.length(), text.length());
        if (!version.lookingAt()) {
            throw new DamagedSetException(file, "a format version in line 2", "none");
        }
        int found = Integer.parseInt(version.group(1));
        if (found > supported) {
            throw new TooNewSetException(file, supported, found);
        }
        return text.substring(version.end());
    }

    private static void checkSeal(Path file, byte[] whole) {
        if (!hasSeal(whole)) {
            throw new DamagedSetException(file, "a seal in the last line", whole.length + " bytes without one");
        }
        int content = whole.length - SEAL_LENGTH;
        String found = new String(whole, content, SEAL_LENGTH, StandardCharsets.ISO_8859_1);
        String computed = sealOf(whole, content);
        if (!found.equals(computed)) {
            throw new DamagedSetException(file, digestIn(found), digestIn(computed));
        }
    }

    private static String decode(Path file, byte[] whole) {
        ByteBuffer content = ByteBuffer.wrap(whole, 0, whole.length - SEAL_LENGTH);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(content).toString();
        } catch (CharacterCodingException notText) {
            throw new DamagedSetException(file, "UTF-8 text", "other bytes");
        }
    }

    private static boolean hasSeal(byte[] whole) {
        if (whole.length < SEAL_LENGTH) {
            return false;
        }
        int start = whole.length - SEAL_LENGTH;
        String seal = new String(whole, start, SEAL_LENGTH, StandardCharsets.ISO_8859_1);
        boolean ownLine = start == 0 || whole[start - 1] == '\n';
        return ownLine && seal.startsWith(SEAL_START) && seal.endsWith(SEAL_END);
    }

    private static String sealOf(byte[] whole, int length) {
        MessageDigest digest = sha256();
        digest.update(whole, 0, length);
        return SEAL_START + HexFormat.of().formatHex(digest.digest()) + SEAL_END;
    }

    private static String digestIn(String seal) {
        return "SHA-256 " + seal.substring(SEAL_START.length(), SEAL_START.length() + DIGITS);
    }

    private static boolean beginsWith(byte[] whole, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
        return whole.length >= wanted.length && Arrays.equals(whole, 0, wanted.length, wanted, 0, wanted.length);
    }

    private static String firstLine(String format) {
        return "format: \"" + format + "\"\n";
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
