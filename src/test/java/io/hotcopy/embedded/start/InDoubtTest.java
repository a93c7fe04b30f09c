package io.hotcopy.embedded.start;

import static io.hotcopy.embedded.start.HandMadeJournal.archives;
import static io.hotcopy.embedded.start.HandMadeJournal.commit;
import static io.hotcopy.embedded.start.HandMadeJournal.view;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.embedded.journal.View;
import io.hotcopy.embedded.journal.ViewFrame;
import io.hotcopy.embedded.journal.VoidFilter;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which commits survive a start, decided from journals made by hand. */
class InDoubtTest {

    private static final CommitNumber FROM_ONE = new CommitNumber(1);

    @TempDir
    private Path directory;

    private HandMadeJournal zero;
    private HandMadeJournal one;

    @BeforeEach
    void begin() {
        zero = new HandMadeJournal(directory, 0);
        one = new HandMadeJournal(directory, 1);
    }

    @Test
    void keepsWhatAllParticipantsHoldAndVoidsTheRest() throws IOException {
        zero.life(0, commit(1, 1, 0, 1), commit(2, 1, 0, 1), commit(3, 1, 0, 1), commit(4, 1, 0));
        one.life(0, commit(1, 1, 0, 1), commit(2, 1, 0, 1));
        // Commit 4 is on all its participants, but commit 3 before it is not: answers are a prefix.
        assertEquals(new Decision(new CommitNumber(2), 2), decide(List.of(), zero.evidence(0), one.evidence(0)));
    }

    @Test
    void keepsAnAcknowledgedCommitThoughTheDiskOfAParticipantIsGone() throws IOException {
        // Synced everywhere and acknowledged; then power fails, and archive 2 is gone with its disk.
        zero.life(0, commit(1, 1, 0, 2), commit(2, 1, 0, 1, 2));
        one.life(0, commit(2, 1, 0, 1, 2));
        assertEquals(new Decision(new CommitNumber(2), 0), decide(List.of(), zero.evidence(0), one.evidence(0)));
    }

    @Test
    void doesNotRaiseADroppedCommitAtTheNextCrash() throws IOException {
        // Commit 2 reached archive 0 only and was dropped by view 2; the stable number has passed it since.
        View second = view(2, 1, 0, 1);
        CommitNumber after = new CommitNumber(100_001);
        zero.life(0, commit(1, 1, 0, 1), commit(2, 1, 0, 1))
                .life(1, new ViewFrame(second), commit(after.value(), 2, 0, 1));
        one.life(0, commit(1, 1, 0, 1)).life(1, new ViewFrame(second), commit(after.value(), 2, 0, 1));

        Evidence[] present = {zero.evidence(1), one.evidence(1)};
        assertEquals(new Decision(after, 0), decide(List.of(second), present));
        assertEquals(Map.of(), damaged(List.of(second), after, present));
        // Without the view it would be taken for a commit in doubt, and hide what came after it.
        assertEquals(new Decision(new CommitNumber(1), 2), decide(List.of(), present));
    }

    @Test
    void isNeverBelowWhatAnybodyKnowsToHaveBeenStable() throws IOException {
        zero.life(0, commit(1, 1, 0, 1), commit(2, 1, 0, 1));
        one.life(2, commit(1, 1, 0, 1), commit(2, 1, 0, 1), commit(3, 1, 1));
        assertEquals(new Decision(new CommitNumber(3), 0), decide(List.of(), zero.evidence(0), one.evidence(0)));
        // The files of archive 0 hold commit 5, though no journal is left that does.
        assertEquals(new Decision(new CommitNumber(5), 0), decide(List.of(), zero.evidence(5), one.evidence(0)));
    }

    @Test
    void callsAJournalDamagedThatLacksAStableCommit() throws IOException {
        zero.life(0, commit(1, 1, 0, 1), commit(2, 1, 0, 1)).tearLast();
        one.life(0, commit(1, 1, 0, 1), commit(2, 1, 0, 1)).life(2, commit(3, 1, 1));

        SortedMap<ArchiveId, String> damaged = damaged(List.of(), FROM_ONE, zero.evidence(0), one.evidence(0));
        assertEquals(archives(0), damaged.keySet());
        assertTrue(
                damaged.get(new ArchiveId(0))
                        .startsWith("commit 2, which was stable and which the journal of archive 1 holds, is missing"),
                damaged.toString());
        // Its files hold it: then nothing is missing.
        assertEquals(Map.of(), damaged(List.of(), FROM_ONE, zero.evidence(2), one.evidence(0)));
    }

    @Test
    void takesATornEndThatNobodyKnowsMoreOfForWhatItIs() throws IOException {
        zero.life(0, commit(1, 1, 0, 1), commit(2, 1, 0, 1)).tearLast();
        one.life(1, commit(1, 1, 0, 1), commit(2, 1, 0, 1));
        assertEquals(Map.of(), damaged(List.of(), FROM_ONE, zero.evidence(0), one.evidence(0)));
        assertEquals(new Decision(new CommitNumber(1), 1), decide(List.of(), zero.evidence(0), one.evidence(0)));
    }

    @Test
    void blamesTheTornJournalForAStableCommitThatIsNowhere() throws IOException {
        // Commit 2 had archive 0 as its only participant; archive 1 knows that it was stable.
        zero.life(0, commit(1, 1, 0, 1), commit(2, 1, 0)).tearLast();
        one.life(0, commit(1, 1, 0, 1)).life(2, commit(3, 1, 1));

        Evidence[] present = {zero.evidence(0), one.evidence(0)};
        assertEquals(archives(0), damaged(List.of(), FROM_ONE, present).keySet());
        // The numbers up to here were used before the last start: then there are holes.
        assertEquals(Map.of(), damaged(List.of(), new CommitNumber(3), present));
    }

    @Test
    void refusesWhenAStableCommitIsNowhereAndNoJournalShowsIt() throws IOException {
        zero.life(0, commit(1, 1, 0, 1), commit(2, 1, 0)).dropLast();
        one.life(0, commit(1, 1, 0, 1)).life(2, commit(3, 1, 1));
        HotCopyException refused = assertThrows(
                HotCopyException.class, () -> damaged(List.of(), FROM_ONE, zero.evidence(0), one.evidence(0)));
        assertEquals("commit 2 was acknowledged, and no journal of the members [0, 1] holds it", refused.getMessage());
    }

    @Test
    void asksForNoCommitOfAMemberThatIsAway() throws IOException {
        // Archive 2 is away; commit 2 may have been its own.
        zero.life(0, commit(1, 1, 0, 1)).tearLast();
        one.life(3, commit(1, 1, 0, 1), commit(3, 1, 1, 2));
        InDoubt judge = new InDoubt(List.of(zero.evidence(1), one.evidence(0)), new VoidFilter(List.of()));
        assertEquals(Map.of(), judge.damaged(FROM_ONE, false));
        assertEquals(new Decision(new CommitNumber(3), 0), judge.decide(archives(0, 1)));
    }

    @Test
    void callsAJournalDamagedThatBeginsAfterWhereTheFilesEnd() throws IOException {
        zero.life(0, commit(1, 1, 0), commit(2, 1, 0)).life(0, commit(3, 1, 0));
        Path first = zero.scan().segments().get(0).path();
        Files.delete(first);
        assertEquals(
                Map.of(new ArchiveId(0), "its files hold commits up to 1, and its journal only those after 2"),
                damaged(List.of(), FROM_ONE, zero.evidence(1)));
        assertEquals(Map.of(), damaged(List.of(), FROM_ONE, zero.evidence(2)));
    }

    @Test
    void countsNoVoteOfADamagedMember() throws IOException {
        zero.life(0, commit(1, 1, 0, 1));
        one.life(0, commit(1, 1, 0, 1), commit(2, 1, 0, 1));
        InDoubt judge = new InDoubt(List.of(zero.evidence(0), one.evidence(0)), new VoidFilter(List.of()));
        assertEquals(new Decision(new CommitNumber(2), 0), judge.decide(archives(1)));
        assertEquals(new Decision(new CommitNumber(1), 0), judge.decide(archives(0)));
    }

    private static Decision decide(List<View> views, Evidence... present) {
        InDoubt judge = new InDoubt(List.of(present), new VoidFilter(views));
        return judge.decide(
                Arrays.stream(present).map(Evidence::archive).collect(Collectors.toCollection(TreeSet::new)));
    }

    private static SortedMap<ArchiveId, String> damaged(List<View> views, CommitNumber runFrom, Evidence... present) {
        return new InDoubt(List.of(present), new VoidFilter(views)).damaged(runFrom, true);
    }
}
