package io.hotcopy.embedded.changes;

/**
 * Where a value lies that is not copied.
 *
 * @param offset its first byte in its file
 * @param length its bytes
 * @param checksum their CRC-32C
 */
public record LeftValue(long offset, int length, int checksum) {}
