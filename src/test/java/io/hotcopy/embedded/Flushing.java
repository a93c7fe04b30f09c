package io.hotcopy.embedded;

/** Lets tests of other rooms say when what is in memory is written into an archive's files. */
public final class Flushing {

    private Flushing() {}

    /** Of every storage manager that is there: what has been committed is in the files when this returns. */
    public static void flush(EmbeddedDatabase database) {
        database.running().members().forEach(member -> member.store().flush());
    }
}
