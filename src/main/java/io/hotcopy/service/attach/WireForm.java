package io.hotcopy.service.attach;

import io.hotcopy.admin.AdminJson;

/** How the values of one type are written as the values of {@link AdminJson}, and read. Safe for several threads. */
interface WireForm {

    /** @return never null */
    Object write(Object value);

    /**
     * Reads what {@link #write} gave.
     *
     * @param tree whatever somebody sent; null for JSON's null
     * @throws IllegalArgumentException when it is no value of this type
     */
    Object read(Object tree);

    /** @throws IllegalArgumentException when it is no text, which was expected to be this */
    static String text(Object tree, String expected) {
        if (tree instanceof String text) {
            return text;
        }
        throw isNo(tree, expected);
    }

    static IllegalArgumentException isNo(Object tree, String expected) {
        return new IllegalArgumentException("not " + expected + ": " + tree);
    }
}
