package io.hotcopy.embedded;

/** Sees the rows of a table, one by one in the order of their keys. */
@FunctionalInterface
public interface RowVisitor {

    /**
     * Sees one row; the arrays are its own.
     *
     * @param key the user's key
     * @return whether to go on
     */
    boolean row(byte[] key, byte[] value);
}
