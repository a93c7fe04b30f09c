package io.hotcopy.backupset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SealedTextTest {
    private static final String FORMAT = "sample";
    private static final String BODY = "one: 1\ntwo: \"zwei ü\"\n";
    private static final Path FILE = Path.of("a", "sample.yaml");

    @Test
    void bodyComesBack() {
        assertEquals(BODY, open(SealedText.seal(FORMAT, 1, BODY)));
    }

    @Test
    void everyChangeOfOneBitIsSeen() {
        byte[] whole = SealedText.seal(FORMAT, 1, BODY);
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] changed = whole.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertTrue(SealedText.wasOurs(changed, FORMAT), "bit " + bit + " makes it look like another's file");
            assertThrows(DamagedSetException.class, () -> open(changed), "bit " + bit);
        }
    }

    @Test
    void everyTruncationIsSeen() {
        byte[] whole = SealedText.seal(FORMAT, 1, BODY);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThrows(DamagedSetException.class, () -> open(cut), "length " + length);
        }
    }

    @Test
    void everyAppendedByteIsSeen() {
        byte[] whole = SealedText.seal(FORMAT, 1, BODY);
        byte[] longer = Arrays.copyOf(whole, whole.length + 1);

        assertThrows(DamagedSetException.class, () -> open(longer));
    }

    @Test
    void newerVersionWithARightSealIsTooNewAndSaysBoth() {
        TooNewSetException tooNew =
                assertThrows(TooNewSetException.class, () -> open(SealedText.seal(FORMAT, 2, BODY)));

        assertEquals(
                "backup set is too new: \"a/sample.yaml\": expected format version 1 or lower, found version 2",
                tooNew.getMessage());
    }

    @Test
    void damageToANewerVersionIsDamage() {
        byte[] newer = SealedText.seal(FORMAT, 2, BODY);
        newer[newer.length / 2] ^= 1;

        assertThrows(DamagedSetException.class, () -> open(newer));
    }

    @Test
    void sealedTextOfAnotherFormatIsNotTaken() {
        assertThrows(DamagedSetException.class, () -> open(SealedText.seal("other", 1, BODY)));
    }

    @Test
    void whatWasNeverSealedIsNotOurs() {
        assertFalse(SealedText.wasOurs("kind: other\n".getBytes(StandardCharsets.UTF_8), FORMAT));
        assertFalse(SealedText.wasOurs(new byte[0], FORMAT));
        assertFalse(SealedText.wasOurs(new byte[4096], FORMAT));
    }

    private static String open(byte[] whole) {
        return SealedText.open(FILE, whole, FORMAT, 1);
    }
}
