package io.hotcopy.embedded.store;

import org.rocksdb.RocksDBException;

/** A native call, or a few that belong together. */
@FunctionalInterface
interface StoreCall<T> {
    T call() throws RocksDBException;
}
