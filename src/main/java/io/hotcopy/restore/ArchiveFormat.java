package io.hotcopy.restore;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.StorageGroupName;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.function.BiConsumer;

/**
 * What restore and verification must know of one kind of database. Chosen by {@code kind} in {@code set.yaml}; safe for
 * several threads on different directories.
 */
public interface ArchiveFormat {

    /** The kind it handles, for example {@code "embedded"}. */
    String kind();

    /**
     * Makes an archive of a directory that holds the files of a full element, each at its name relative to the archive:
     * redoes the copied journal, brings in {@code state.steps()}, drops what lies beyond {@code state.target()}, and
     * marks it as restored. Everything is on disk when this returns.
     *
     * @throws DamagedFilesException when the files are damaged
     * @throws io.hotcopy.problem.HotCopyException when they cannot give that state, or the disk fails
     */
    void finish(Path archive, RestoredState state, ProgressListener progress);

    /**
     * Reads a restored archive completely and computes the content of each storage group by a scan, never from running
     * sums; changes nothing.
     *
     * @throws DamagedFilesException when something cannot be decoded
     */
    SortedMap<StorageGroupName, Fingerprint> scan(Path archive, ProgressListener progress);

    /**
     * What each storage group of a restored archive must hold by the account of its sources: their fingerprints at a
     * commit, and the differences that the commits brought in after it tell; never from what was restored.
     */
    SortedMap<StorageGroupName, Fingerprint> accounted(Path archive);

    /**
     * Shows number and time of every commit in the journals of elements, as far as each element covers it; void ones
     * are left out. One that lies in several elements is shown several times.
     *
     * @throws DamagedFilesException when a journal is damaged
     */
    void commitTimes(List<JournalSource> sources, BiConsumer<CommitNumber, Instant> each);

    /**
     * What commits did to a table or a row, from the journals of elements as far as each element covers it; void ones
     * are left out, and what lies in several elements is told once. Memory is bounded by the limit asked for.
     *
     * @param sources in the order of their cuts
     * @return the newest first
     * @throws DamagedFilesException when a journal is damaged
     * @throws io.hotcopy.problem.HotCopyException when no such table is known in them
     */
    List<JournalHit> history(List<JournalSource> sources, JournalQuestion question, ProgressListener progress);

    /**
     * Reads and decodes every byte of an element's data files in place, as a restore would, and discards it.
     *
     * @param data the element's {@code data} directory
     * @return the highest commit found through the element's cut
     * @throws io.hotcopy.problem.HotCopyException when something cannot be decoded; names the file
     */
    CommitNumber read(Path data, ElementFacts element, ProgressListener progress);

    /** Whether a directory looks like an archive of this kind, whole or damaged; {@link #check} tells which. */
    boolean holds(Path archive);

    /**
     * Looks an archive over that nobody has open, a storage manager's own or one that was copied or restored: every
     * checksum, and whether its parts agree. Changes nothing.
     *
     * @return what is wrong with it, all of it, as far as the damage lets one look
     * @throws io.hotcopy.problem.HotCopyException when it is in use by a running domain
     */
    ArchiveCheck check(Path archive, ProgressListener progress);
}
