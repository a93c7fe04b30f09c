package io.hotcopy.embedded;

import io.hotcopy.embedded.journal.JournalScan;
import io.hotcopy.embedded.start.Evidence;
import io.hotcopy.embedded.state.KnownArchive;
import io.hotcopy.embedded.store.ArchiveStore;
import io.hotcopy.term.ArchiveId;
import java.nio.file.Path;

/**
 * An archive that a start has found and opened.
 *
 * @param known what the state says of it
 * @param directory where it lies
 * @param identity what it says of itself
 * @param store its records
 * @param scan what reading its whole journal found
 */
record FoundArchive(
        KnownArchive known, Path directory, ArchiveIdentity identity, ArchiveStore store, JournalScan scan) {

    ArchiveId id() {
        return known.id();
    }

    Evidence evidence() {
        return new Evidence(id(), scan, store.persistedMark());
    }
}
