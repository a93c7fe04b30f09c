package io.hotcopy.engine;

import io.hotcopy.backupset.ElementFileWriter;

/** Where the copied files of one archive go. Safe for several threads. */
@FunctionalInterface
interface CopyTarget {

    /** Creates a file of this name, relative and with {@code /} as separator; each only once. */
    ElementFileWriter create(String name);
}
