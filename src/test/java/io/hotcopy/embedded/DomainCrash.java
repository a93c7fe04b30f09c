package io.hotcopy.embedded;

/** Lets tests of other rooms stop a domain as only this room can. */
public final class DomainCrash {

    private DomainCrash() {}

    /** Stops it dead, as when the process were killed, but for the bytes that only a lost page cache would take. */
    public static void crash(EmbeddedDomain domain) {
        domain.crash();
    }

    /** Stops it in good order, but for what is in memory only: that is in no file, only in the journals. */
    public static void closeWithoutFlush(EmbeddedDomain domain) {
        domain.closeWithoutFlush();
    }
}
