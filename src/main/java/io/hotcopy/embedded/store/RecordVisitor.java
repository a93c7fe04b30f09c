package io.hotcopy.embedded.store;

/** Sees the records of a scan, one by one in the order of their keys. */
@FunctionalInterface
public interface RecordVisitor {

    /**
     * Sees one record; the arrays are its own.
     *
     * @return whether to go on
     */
    boolean record(byte[] key, byte[] value);
}
