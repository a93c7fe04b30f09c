package io.hotcopy.embedded.commit;

/**
 * What stands in the place of a record.
 *
 * @param key the record's complete key
 * @param value its value; {@code null} when there is to be no such record
 */
public record Replacement(RowKey key, byte[] value) {}
