package io.hotcopy.embedded.store;

import io.hotcopy.term.Fingerprint;
import java.nio.ByteBuffer;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Hashes one record for the fingerprint of its storage group: the first 128 bits of SHA-256 over key length, key, value
 * length and value, lengths as four bytes, big-endian.
 *
 * <p>It re-uses its digest: one instance a thread.
 */
public final class ContentHash {

    private static final int DIGEST_BYTES = 32;

    private final MessageDigest digest;
    private final ByteBuffer length = ByteBuffer.allocate(Integer.BYTES);
    private final byte[] result = new byte[DIGEST_BYTES];

    public ContentHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /**
     * The hash of one live record.
     *
     * @param key the complete key, table id first
     * @param value its value
     */
    public Fingerprint of(byte[] key, byte[] value) {
        update(key);
        update(value);
        try {
            digest.digest(result, 0, DIGEST_BYTES);
        } catch (DigestException impossible) {
            throw new IllegalStateException("the buffer has the digest's length", impossible);
        }
        return Fingerprint.readFrom(ByteBuffer.wrap(result));
    }

    private void update(byte[] bytes) {
        length.putInt(0, bytes.length);
        digest.update(length.array());
        digest.update(bytes);
    }
}
