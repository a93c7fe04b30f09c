package io.hotcopy.driver;

import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.StorageGroupName;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One commit as {@link FileDatabase} writes it: number, payload length, the groups touched that the archive serves, and
 * a payload that is a function of the number.
 *
 * @param number its number
 * @param groups the groups it touched
 * @param payloadBytes how long its payload is
 */
public record CommitRecord(long number, SortedSet<StorageGroupName> groups, int payloadBytes) {

    /** The record's bytes, as kept by an archive that serves only these groups. */
    byte[] bytes(SortedSet<StorageGroupName> served) {
        SortedSet<StorageGroupName> kept = new TreeSet<>(groups);
        kept.retainAll(served);
        byte[] names = kept.toString().getBytes(StandardCharsets.US_ASCII);
        ByteBuffer buffer = ByteBuffer.allocate(16 + names.length + payloadBytes);
        buffer.putLong(number).putInt(names.length).putInt(payloadBytes).put(names);
        byte[] payload = new byte[payloadBytes];
        Arrays.fill(payload, (byte) number);
        return buffer.put(payload).array();
    }

    /** Reads records until the bytes end; a record that is cut off or not what its number says is an error. */
    public static Map<Long, String> readAll(ByteBuffer bytes) {
        Map<Long, String> groupsByNumber = new LinkedHashMap<>();
        while (bytes.hasRemaining()) {
            long number = bytes.getLong();
            byte[] names = new byte[bytes.getInt()];
            byte[] payload = new byte[bytes.getInt()];
            bytes.get(names).get(payload);
            for (byte value : payload) {
                if (value != (byte) number) {
                    throw new IllegalStateException("payload of commit " + number + " is wrong");
                }
            }
            groupsByNumber.put(number, new String(names, StandardCharsets.US_ASCII));
        }
        return groupsByNumber;
    }

    /** What this commit adds to the content of each group that it touched. */
    Fingerprint fingerprint() {
        return new Fingerprint(number * 0x9E3779B97F4A7C15L, number);
    }
}
