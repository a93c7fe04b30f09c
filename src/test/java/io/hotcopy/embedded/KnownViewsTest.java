package io.hotcopy.embedded;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.embedded.journal.CommitFrame;
import io.hotcopy.embedded.journal.View;
import io.hotcopy.term.CommitNumber;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KnownViewsTest {

    private static final UUID ONE = new UUID(1, 1);
    private static final UUID OTHER = new UUID(2, 2);

    private final KnownViews views = new KnownViews();

    @Test
    void aCommitTakenBeforeItsVoidingViewWasKnownIsFoundOut() {
        views.taken(ONE, commit(12, 1));
        views.taken(ONE, commit(11, 1));
        views.add(OTHER, List.of(view(2, 11)));
        assertFalse(views.tookVoid(), "said by another archive's journal");
        views.add(ONE, List.of(view(2, 12)));
        assertFalse(views.tookVoid(), "voids only later ones");
        views.add(ONE, List.of(view(3, 11)));
        assertTrue(views.tookVoid());
        assertTrue(views.filter(ONE).isVoid(commit(12, 1)));
        views.takeAgain();
        views.taken(ONE, commit(11, 1));
        views.taken(ONE, commit(12, 3));
        assertFalse(views.tookVoid(), "read again with all views known, and the number used again under the new view");
    }

    private static CommitFrame commit(long number, long view) {
        return new CommitFrame(
                new CommitNumber(number), view, Instant.EPOCH, new TreeSet<>(), new TreeSet<>(), List.of(), List.of());
    }

    private static View view(long number, long voidAbove) {
        return new View(number, new UUID(number, 0), new TreeSet<>(), new CommitNumber(voidAbove), Instant.EPOCH);
    }
}
