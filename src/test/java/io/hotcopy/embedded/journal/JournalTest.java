package io.hotcopy.embedded.journal;

import static io.hotcopy.embedded.journal.SampleJournal.SMALL;
import static io.hotcopy.embedded.journal.SampleJournal.commit;
import static io.hotcopy.embedded.journal.SampleJournal.number;
import static io.hotcopy.embedded.journal.SampleJournal.view;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hotcopy.embedded.journal.JournalScan.End;
import io.hotcopy.embedded.journal.SampleJournal.Told;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is appended is read back, over stops, crashes and segments. */
class JournalTest {

    @TempDir
    Path archive;

    private Path directory;
    private final Told told = new Told();

    @BeforeEach
    void nameDirectory() {
        directory = archive.resolve("journal");
    }

    @Test
    void everyKindOfFrameIsReadBackAsItWasAppended() {
        List<Frame> appended = List.of(view(7, 0), commit(1, 0), commit(5, 1024), view(8, 5), commit(6, 100_000));
        try (Journal journal = SampleJournal.open(directory, SMALL, told)) {
            append(journal, appended);
        }

        assertEquals(appended, SampleJournal.frames(directory));
        JournalScan found = JournalReader.scan(directory, entry -> {});
        assertEquals(End.CLEAN, found.end());
        assertEquals(6, found.nextLsn());
        assertEquals(number(6), found.highestCommit());
        assertEquals(8, found.highestView());
        assertEquals(
                List.of(((ViewFrame) appended.get(0)).view(), ((ViewFrame) appended.get(3)).view()), found.views());
        assertEquals(List.of(number(1), number(5), number(6)), told.durable);
    }

    private static void append(Journal journal, List<Frame> frames) {
        for (Frame frame : frames) {
            if (frame instanceof CommitFrame commit) {
                journal.append(commit);
            } else if (frame instanceof ViewFrame view) {
                journal.append(view);
            }
        }
        journal.sync();
    }
}
