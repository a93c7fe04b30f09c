package io.hotcopy.workload;

import java.util.function.BiConsumer;

/** Gives every record of the bank's table in some state of the database, in any order. */
@FunctionalInterface
public interface AccountSource {

    /** Hands each (key, value) to the consumer. */
    void forEach(BiConsumer<byte[], byte[]> each);
}
