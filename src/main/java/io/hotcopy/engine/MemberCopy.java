package io.hotcopy.engine;

import io.hotcopy.backupset.BackupSetWriter;
import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.ElementWriter;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.driver.ArchiveCopy;
import io.hotcopy.driver.Cut;
import io.hotcopy.driver.JournalSlice;
import io.hotcopy.driver.Pin;
import io.hotcopy.plan.HotCopyStep;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.SetId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * One archive's part in a hot copy, from its beginning to its release. The methods are called in the order in which
 * they stand, by one thread at a time; {@link #abandon()} and {@link #release()} may follow any of them.
 */
final class MemberCopy {

    /** How far it has come; it never goes back. */
    enum State {
        /** Nothing is on disk. */
        BEGUN,
        /** Its set exists, without an element. */
        INITIALISED,
        /** Its element is visible for ever. */
        PUBLISHED
    }

    private final HotCopyStep.Member member;
    private final SetId setId;
    private final ArchiveCopy copy;
    private final Throttle throttle;
    private final Meter meter;
    private State state = State.BEGUN;
    private ElementWriter element;
    private Pin pin;
    private JournalSlice journal;
    private boolean leasesMoved;

    /** @param copy begun by the driver, released here */
    MemberCopy(HotCopyStep.Member member, SetId setId, ArchiveCopy copy, Throttle throttle, Meter meter) {
        this.member = member;
        this.setId = setId;
        this.copy = copy;
        this.throttle = throttle;
        this.meter = meter;
    }

    /** Makes the set, begins the run's element in it, and tells the database that it is the newest one. */
    void initialise(DatabaseName database, ElementId run, Instant now) {
        SetFacts set = new SetFacts(
                member.directory(),
                copy.kind(),
                setId,
                copy.lineage(),
                database,
                copy.databaseUuid(),
                copy.archive(),
                copy.archiveUuid(),
                copy.storageGroups(),
                run,
                now,
                List.of());
        Destination.of(member).makeParents();
        BackupSetWriter writer = BackupSetWriter.initialise(set);
        state = State.INITIALISED;
        element = writer.beginElement(run, HotCopyType.FULL);
        copy.initialised();
    }

    void pin() {
        pin = copy.pin();
    }

    /** What so many threads have to do to copy the pinned files. */
    List<Workers.Task> copyFiles(int threads) {
        return copier().tasks(pin.files(), threads);
    }

    /** What so many threads have to do to copy the journal from the pin point through the cut. */
    List<Workers.Task> copyJournal(Cut cut, int threads) {
        journal = pin.journal(cut);
        if (journal.range().from().isAfter(pin.pinPoint())
                || cut.number().isAfter(journal.range().through())) {
            throw new IllegalStateException("journal of archive " + archive() + " serves " + journal.range()
                    + ", not from pin point " + pin.pinPoint() + " through cut " + cut.number());
        }
        return copier().tasks(journal.files(), threads);
    }

    private FileCopier copier() {
        return new FileCopier(archive(), element, throttle, meter);
    }

    /** Writes the manifest; the element still lies in {@code tmp/}. */
    void seal(ElementId run, List<ElementFacts.Member> members, Cut cut, Instant began, Instant ended) {
        element.seal(ManifestFacts.ofFull(element, copy, pin.pinPoint(), journal, run, members, cut, began, ended));
        meter.finish();
    }

    /** Makes the element visible. */
    void publish() {
        try {
            element.publish();
            state = State.PUBLISHED;
        } catch (HotCopyException trouble) {
            if (Files.isDirectory(directory().resolve(element.directoryName()))) {
                state = State.PUBLISHED;
                leasesMoved = true; // visible, but a crash may take it back: the leases must stay
            }
            throw trouble;
        }
    }

    /** Tells the database what was published, so that its leases move; does nothing when nothing was, or twice. */
    void moveLeases(Cut cut) {
        if (state == State.PUBLISHED && !leasesMoved) {
            leasesMoved = true;
            copy.published(cut.number());
        }
    }

    /** Removes the element unless it has been published; the set stays (protocol §4). */
    void abandon() {
        if (element != null && state != State.PUBLISHED) {
            element.abandon();
        }
    }

    /** Lets the database go on as if no copy ran; a second call does nothing. */
    void release() {
        copy.close();
    }

    ArchiveId archive() {
        return member.archive();
    }

    Path directory() {
        return member.directory();
    }

    State state() {
        return state;
    }

    ArchiveCopy copy() {
        return copy;
    }

    CommitNumber pinPoint() {
        return pin.pinPoint();
    }

    /** This member as every manifest of the run names it. */
    ElementFacts.Member inManifest() {
        return new ElementFacts.Member(archive(), setId, copy.storageGroups());
    }

    RunReport.Archive report() {
        return new RunReport.Archive(archive(), setId, directory(), meter.bytes(), meter.nanos(), pinPoint());
    }
}
