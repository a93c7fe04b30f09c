package io.hotcopy.driver;

import io.hotcopy.term.ByteSize;

/**
 * How much journal an archive keeps for those who have not copied it yet, unless it is told otherwise. Beyond that it
 * lets go what is oldest, and the chain of copies that needed it breaks (protocol §4).
 */
public final class JournalQuota {

    /** The quota: 1 GiB. */
    public static final ByteSize BYTES = new ByteSize(1L << 30);

    /** Where warnings begin: at 80 % of it. */
    public static final ByteSize ALARM = new ByteSize((1L << 30) / 10 * 8);

    private JournalQuota() {}
}
