package io.hotcopy.embedded.store;

import io.hotcopy.driver.SourceFile;
import java.util.List;

/**
 * The live files of a store at one moment, kept on disk and unchanged until closed. Together they open as an archive
 * that holds at least what was persisted when they were pinned; records that were in memory only are not in them.
 */
public final class PinnedFiles implements AutoCloseable {

    private final List<SourceFile> files;
    private final Runnable release;
    private boolean released;

    PinnedFiles(List<SourceFile> files, Runnable release) {
        this.files = List.copyOf(files);
        this.release = release;
    }

    /** The files; names begin with the store's directory, for example {@code rocks/000012.sst}. */
    public List<SourceFile> files() {
        return files;
    }

    /** Lets the store delete files again that it no longer needs; a second call does nothing. */
    @Override
    public synchronized void close() {
        if (!released) {
            released = true;
            release.run();
        }
    }
}
