package io.hotcopy.engine;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.driver.ArchiveCopy;
import io.hotcopy.driver.Cut;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One archive's part in a hot copy, from its beginning to its release. Used by one thread at a time, except for what it
 * has its tasks do; {@link #abandonUnlessPublished()} and {@link #release()} may come at any moment.
 */
abstract class MemberCopy {
    private final Part part;
    private boolean published;
    private boolean leasesMoved;

    MemberCopy(Part part) {
        this.part = part;
    }

    /** Makes what was copied visible for ever. */
    final void publish() {
        try {
            makeVisible();
            published = true;
        } catch (HotCopyException trouble) {
            if (isVisible()) {
                published = true;
                leasesMoved = true; // visible, but a crash may take it back: the leases must stay
            }
            throw trouble;
        }
    }

    /** Renames it into place. */
    abstract void makeVisible();

    /** Whether it lies in place, be it synced or not. */
    abstract boolean isVisible();

    /** Tells the database what was published, so that its leases move; does nothing when nothing was, or twice. */
    void moveLeases(Cut cut) {
        if (published && !leasesMoved) {
            leasesMoved = true;
            copy().published(cut.number());
        }
    }

    /** Removes what has not been published. */
    final void abandonUnlessPublished() {
        if (!published) {
            abandon();
        }
    }

    /** Removes what was made so far, as far as it must not stay. */
    abstract void abandon();

    /** Lets the database go on as if no copy ran; a second call does nothing. */
    void release() {
        copy().close();
    }

    /** Whether anything was made on disk. */
    abstract boolean isBegun();

    final boolean isPublished() {
        return published;
    }

    /** What of it is left when the hot copy has failed, a sentence; empty when nothing is worth telling. */
    abstract Optional<String> left();

    /** The first commit that is not taken from what came before: the pin point, or where the element begins. */
    abstract CommitNumber pinPoint();

    /** The name of its element's directory, once it has one; any thread. */
    abstract Optional<String> elementName();

    /** What its element's manifest says, once it has been written; empty of a copy that writes none. */
    abstract Optional<ElementFacts> sealed();

    final Part part() {
        return part;
    }

    final ArchiveId archive() {
        return part.archive();
    }

    final Path directory() {
        return part.directory();
    }

    final ArchiveCopy copy() {
        return part.copy();
    }

    final HotCopyStatus.Archive status() {
        return part.meter().status(archive(), directory(), elementName());
    }

    final RunReport.Archive report() {
        Meter meter = part.meter();
        return new RunReport.Archive(
                archive(), part.set(), sealed(), directory(), meter.bytes(), meter.nanos(), pinPoint());
    }
}
