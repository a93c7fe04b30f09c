package io.hotcopy.embedded;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.embedded.journal.JournalEntry;
import io.hotcopy.embedded.journal.JournalIdentity;
import io.hotcopy.embedded.journal.JournalReader;
import io.hotcopy.embedded.journal.JournalScan;
import io.hotcopy.embedded.journal.PlacedOperation;
import io.hotcopy.embedded.journal.View;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.CommitNumber;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** The journal in the data of an element, full or journal: whether it is whole and its own. Nothing is changed here. */
final class CopiedJournal {

    private final Path data;
    private final JournalScan scan;

    /**
     * Reads it once, completely, without decoding what its commits did.
     *
     * @param data holds {@code journal}
     * @throws HotCopyException when it is missing, damaged or another archive's
     */
    CopiedJournal(Path data, ElementFacts element) {
        this(data, element, directory -> JournalReader.survey(directory, entry -> {}));
    }

    /**
     * As above, and shows what {@link JournalReader#places} does while it reads; what was shown counts only when this
     * returns.
     */
    CopiedJournal(
            Path data,
            ElementFacts element,
            PlacedOperation.Choice choice,
            BiConsumer<JournalEntry, List<PlacedOperation>> each) {
        this(data, element, directory -> JournalReader.places(directory, choice, each));
    }

    private CopiedJournal(Path data, ElementFacts element, Function<Path, JournalScan> reading) {
        this.data = data;
        this.scan = reading.apply(directory());
        requireWhole();
        requireOwn(scan.identity().orElseThrow(), element);
    }

    private Path directory() {
        return ArchiveLayout.journal(data);
    }

    private void requireWhole() {
        if (scan.segments().isEmpty()) {
            throw CopiedArchive.damaged("there is no journal in \"" + directory() + "\"");
        }
        if (scan.end() != JournalScan.End.CLEAN) {
            throw CopiedArchive.damaged("the copied journal is damaged in \""
                    + scan.file().orElse(data) + "\" at offset " + scan.offset() + ": " + scan.reason());
        }
    }

    private void requireOwn(JournalIdentity owner, ElementFacts element) {
        if (!owner.archiveUuid().equals(element.archiveUuid())) {
            throw CopiedArchive.damaged("the copied journal in \"" + data + "\" belongs to archive "
                    + owner.archiveUuid() + ", the manifest to archive " + element.archiveUuid());
        }
    }

    /** Makes sure that it holds every commit after this one. */
    void requireFrom(CommitNumber after) {
        if (scan.before().isAfter(after)) {
            throw CopiedArchive.damaged("commits are missing in \"" + data + "\": expected all after " + after
                    + ", the journal holds them only after " + scan.before());
        }
    }

    /** The commit after which it holds everything. */
    CommitNumber before() {
        return scan.before();
    }

    /** The views in it, oldest first. */
    List<View> views() {
        return scan.views();
    }

    /** Reads it again, oldest entry first; commits with number, view and time only. */
    void survey(Consumer<JournalEntry> each) {
        JournalReader.survey(directory(), each);
    }

    /** Reads it again and decodes it, oldest entry first. */
    void read(Consumer<JournalEntry> each) {
        JournalReader.scan(directory(), each);
    }
}
