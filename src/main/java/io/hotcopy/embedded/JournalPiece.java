package io.hotcopy.embedded;

import io.hotcopy.driver.JournalSlice;
import io.hotcopy.driver.SourceFile;
import io.hotcopy.embedded.commit.Member;
import io.hotcopy.embedded.journal.CommitFrame;
import io.hotcopy.embedded.journal.JournalEntry;
import io.hotcopy.embedded.journal.JournalReader;
import io.hotcopy.embedded.journal.JournalScan;
import io.hotcopy.embedded.journal.Slice;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.CommitRange;
import java.util.List;
import java.util.function.Consumer;

/**
 * A range of a running archive's own journal, read with every checksum before it is relied on. Whoever uses it holds a
 * lease at the beginning of the range. Used by one thread.
 */
final class JournalPiece {

    private final Member member;
    private final CommitRange range;
    private final Slice slice;

    /**
     * Takes what is synced now.
     *
     * @throws HotCopyException when the journal no longer reaches back to the beginning of the range
     */
    JournalPiece(Member member, CommitRange range) {
        this.member = member;
        this.range = range;
        this.slice = member.journal().slice(range.from());
    }

    /**
     * Reads all of its entries, those before and after the range too.
     *
     * @throws HotCopyException when the journal is damaged; each has been called by then
     */
    void read(Consumer<JournalEntry> each) {
        JournalScan scan = JournalReader.scan(slice, each);
        if (scan.end() != JournalScan.End.CLEAN) {
            throw new HotCopyException(
                    "the journal of archive " + member.archive() + " is damaged at offset " + scan.offset() + " of \""
                            + scan.file().orElse(member.directory()) + "\": " + scan.reason(),
                    "Copy another archive that serves the same storage groups.");
        }
    }

    /** The segments, to be copied as they are. */
    JournalSlice toCopy() {
        CommitSpan span = new CommitSpan();
        read(entry -> {
            if (entry.frame() instanceof CommitFrame commit && range.contains(commit.number())) {
                span.add(commit.time());
            }
        });
        return new JournalSlice(range, sourceFiles(), span.earliest(), span.latest());
    }

    private List<SourceFile> sourceFiles() {
        String directory = ArchiveLayout.journal(member.directory()).getFileName() + "/";
        return slice.segments().stream()
                .<SourceFile>map(
                        segment -> new JournalSourceFile(directory + segment.name(), segment.length(), segment.path()))
                .toList();
    }
}
