package io.hotcopy.embedded.changes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.embedded.store.DamagedArchiveException;
import io.hotcopy.embedded.store.TableInGroup;
import io.hotcopy.embedded.store.TableKeys;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.StorageGroupName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeFileTest {

    private static final int VERSION_AT = 8;

    @TempDir
    private Path directory;

    @Test
    void givesBackWhatWasPutIn() throws IOException {
        long seed = System.nanoTime();
        SortedMap<byte[], Optional<byte[]>> records = SampleChanges.records(new Random(seed), 3000, 200);
        byte[] written = SampleChanges.file(records);
        assertTrue(written.length > 2 * ChangeFormat.USUAL_BLOCK, "more than one block is wanted");
        assertEquals(
                SampleChanges.shown(records), SampleChanges.shown(SampleChanges.read(written)), () -> "seed " + seed);
        Path file = Files.write(directory.resolve("SG1.changes"), written);
        try (ChangeCursor cursor = ChangeCursor.open(file)) {
            assertEquals(SampleChanges.GROUP, cursor.group());
            assertEquals(SampleChanges.RANGE, cursor.range());
        }
    }

    @Test
    void holdsNoRecordsEmptyValuesAndLongOnes() throws IOException {
        SortedMap<byte[], Optional<byte[]>> records = new TreeMap<>(Arrays::compareUnsigned);
        assertFalse(SampleChanges.cursor(SampleChanges.file(records)).next());
        byte[] big = new byte[5 << 20];
        new Random(1).nextBytes(big);
        records.put(TableKeys.from(0), Optional.of(new byte[0]));
        records.put(TableKeys.from(1), Optional.of(big));
        records.put(TableKeys.from(2), Optional.empty());
        records.put(TableKeys.key(Integer.MAX_VALUE, new byte[] {-1}), Optional.of(new byte[] {1}));
        try (ChangeCursor cursor = SampleChanges.cursor(SampleChanges.file(records))) {
            assertTrue(cursor.next());
            assertArrayEquals(TableKeys.from(0), cursor.key());
            assertEquals(0, cursor.value().length);
            assertTrue(cursor.next());
            assertArrayEquals(TableKeys.from(1), cursor.key());
            assertTrue(Arrays.equals(big, cursor.value()));
            assertTrue(cursor.next());
            assertNull(cursor.value());
            assertArrayEquals(TableKeys.from(2), cursor.key());
            assertTrue(cursor.next());
            assertArrayEquals(TableKeys.key(Integer.MAX_VALUE, new byte[] {-1}), cursor.key());
            assertArrayEquals(new byte[] {1}, cursor.value());
            assertFalse(cursor.next());
            assertFalse(cursor.next());
            assertThrows(IllegalStateException.class, cursor::key);
        }
    }

    @Test
    void takesThreeInAHundredMoreThanTheRecordsAtMost() throws IOException {
        SortedMap<byte[], Optional<byte[]>> records = new TreeMap<>(Arrays::compareUnsigned);
        for (int index = 0; index < 2000; index++) {
            byte[] key = TableKeys.key(1, ByteBuffer.allocate(8).putLong(index).array());
            records.put(key, Optional.of(new byte[1024 - key.length]));
        }
        long length = SampleChanges.file(records).length;
        assertTrue(length <= 2000 * 1024 * 1.03, length + " bytes");
    }

    @Test
    void takesKeysInRisingUnsignedOrderOnly() throws IOException {
        ChangeFileWriter writer = new ChangeFileWriter(
                Channels.newChannel(new ByteArrayOutputStream()), SampleChanges.GROUP, SampleChanges.RANGE);
        writer.put(new byte[] {0, 0, 0, 1, 127}, new byte[1]);
        writer.delete(new byte[] {0, 0, 0, 1, -128});
        assertThrows(IllegalArgumentException.class, () -> writer.delete(new byte[] {0, 0, 0, 1, -128}));
        assertThrows(IllegalArgumentException.class, () -> writer.delete(new byte[] {0, 0, 0, 1, 5}));
        assertThrows(IllegalArgumentException.class, () -> writer.delete(new byte[] {9, 9, 9}));
        writer.finish();
        assertEquals(2, writer.records());
        assertThrows(IllegalStateException.class, () -> writer.delete(new byte[] {1, 0, 0, 1, 0}));
    }

    @Test
    void noticesEveryChangedByte() throws IOException {
        byte[] whole = SampleChanges.file(SampleChanges.records(new Random(2), 60, 40));
        for (int index = 0; index < whole.length; index++) {
            byte[] spoiled = whole.clone();
            spoiled[index] ^= 1;
            int at = index;
            HotCopyException damaged =
                    assertThrows(HotCopyException.class, () -> SampleChanges.read(spoiled), () -> "byte " + at);
            assertTrue(damaged.getMessage().contains(SampleChanges.FILE.toString()), damaged.getMessage());
        }
    }

    @Test
    void noticesWhereverItWasCutOffAndWhateverFollows() throws IOException {
        byte[] whole = SampleChanges.file(SampleChanges.records(new Random(3), 60, 40));
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            DamagedArchiveException damaged =
                    assertThrows(DamagedArchiveException.class, () -> SampleChanges.read(cut), length + " bytes");
            assertTrue(damaged.getMessage().contains("at offset " + length), damaged.getMessage());
        }
        byte[] longer = Arrays.copyOf(whole, whole.length + 1);
        assertThrows(DamagedArchiveException.class, () -> SampleChanges.read(longer));
    }

    @Test
    void noticesABlockOfAnotherFile() throws IOException {
        SortedMap<byte[], Optional<byte[]>> records = SampleChanges.records(new Random(4), 60, 40);
        byte[] one = SampleChanges.file(records);
        byte[] other = SampleChanges.file(new StorageGroupName("SG2"), records);
        int header = ChangeFormat.HEADER_WITHOUT_NAME + "SG1".length();
        byte[] mixed = one.clone();
        System.arraycopy(other, header, mixed, header, one.length - header);
        assertThrows(DamagedArchiveException.class, () -> SampleChanges.read(mixed));
    }

    @Test
    void refusesWhatALaterVersionWroteAndWhatIsNotOurs() throws IOException {
        ByteBuffer later = ByteBuffer.wrap(SampleChanges.file(new TreeMap<>(Arrays::compareUnsigned)));
        int header = ChangeFormat.HEADER_WITHOUT_NAME + "SG1".length();
        later.putInt(VERSION_AT, 2);
        later.putInt(
                header - Integer.BYTES, ChangeHeader.checksumOf(ByteBuffer.wrap(Arrays.copyOf(later.array(), header))));
        HotCopyException tooNew = assertThrows(HotCopyException.class, () -> SampleChanges.read(later.array()));
        assertTrue(tooNew.getMessage().contains("is too new"), tooNew.getMessage());
        HotCopyException foreign = assertThrows(HotCopyException.class, () -> SampleChanges.read(new byte[100]));
        assertTrue(foreign.getMessage().contains("is not ours"), foreign.getMessage());
    }

    @Test
    void fingerprintsAreGivenBackAndEveryChangedByteNoticed() throws IOException {
        SortedMap<TableInGroup, Fingerprint> sums = new TreeMap<>();
        sums.put(new TableInGroup(StorageGroupName.UNPARTITIONED, 0), new Fingerprint(-1, 2));
        sums.put(new TableInGroup(StorageGroupName.UNPARTITIONED, 3), new Fingerprint(1, -2));
        sums.put(new TableInGroup(SampleChanges.GROUP, 3), Fingerprint.ZERO);
        TableFingerprints fingerprints = new TableFingerprints(new CommitNumber(4711), sums);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TableFingerprintsFile.write(Channels.newChannel(bytes), fingerprints);
        Path file = Files.write(directory.resolve("fingerprints"), bytes.toByteArray());
        assertEquals(fingerprints, TableFingerprintsFile.read(file));
        for (int index = 0; index < bytes.size(); index++) {
            byte[] spoiled = bytes.toByteArray();
            spoiled[index] ^= 1;
            Files.write(file, spoiled);
            assertThrows(HotCopyException.class, () -> TableFingerprintsFile.read(file), "byte " + index);
        }
    }
}
