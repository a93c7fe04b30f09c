package io.hotcopy.engine;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.SimpleCopyWriter;
import io.hotcopy.driver.Cut;
import io.hotcopy.term.CommitNumber;
import java.util.List;
import java.util.Optional;

/** One archive's part in a simple hot copy: an archive that opens at once. */
final class SimpleMember extends MemberCopy {
    private final PinnedArchive archive;
    private SimpleCopyWriter writer;

    SimpleMember(Part part) {
        super(part);
        this.archive = new PinnedArchive(part);
    }

    /** Makes the directory in which the archive is built, and pins what is copied into it. */
    void pin() {
        Destination.of(part()).makeParents();
        writer = SimpleCopyWriter.begin(directory());
        archive.pin();
    }

    List<Workers.Task> copyFiles(int threads) {
        return archive.copyFiles(writer::create, threads);
    }

    List<Workers.Task> copyJournal(Cut cut) {
        return archive.copyJournal(writer::create, cut);
    }

    /** Brings the copied files to the cut. */
    void makeArchive(Cut cut) {
        copy().finish(writer.building(), cut);
        writer.seal();
        part().meter().finish();
    }

    @Override
    void makeVisible() {
        writer.publish();
    }

    @Override
    boolean isVisible() {
        return writer.isVisible();
    }

    /** The database keeps nothing for it: there is no later hot copy that goes on from a simple one. */
    @Override
    void moveLeases(Cut cut) {}

    @Override
    void abandon() {
        if (writer != null) {
            writer.abandon();
        }
    }

    @Override
    boolean isBegun() {
        return writer != null;
    }

    @Override
    Optional<String> left() {
        return isPublished()
                ? Optional.of("Archive " + archive() + ": \"" + directory() + "\" holds its part of the hot copy.")
                : Optional.empty();
    }

    @Override
    CommitNumber pinPoint() {
        return archive.pinPoint();
    }

    @Override
    Optional<String> elementName() {
        return Optional.empty();
    }

    @Override
    Optional<ElementFacts> sealed() {
        return Optional.empty();
    }
}
