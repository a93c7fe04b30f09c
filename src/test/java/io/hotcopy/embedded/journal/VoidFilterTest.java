package io.hotcopy.embedded.journal;

import static io.hotcopy.embedded.journal.SampleJournal.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A commit is void when a later view than its own voids its number. */
class VoidFilterTest {

    private static final long NOTHING = Long.MAX_VALUE;

    @Test
    void nothingIsVoidWithoutViews() {
        assertFalse(filter().isVoid(number(1), 1));
    }

    @Test
    void laterViewVoidsWhatEarlierOnesWroteAboveItsNumberOnly() {
        VoidFilter filter = filter(view(1, NOTHING), view(2, 100));

        assertFalse(filter.isVoid(number(100), 1));
        assertTrue(filter.isVoid(number(101), 1));
        assertFalse(filter.isVoid(number(150), 2), "written under the view that voids");
        assertFalse(filter.isVoid(number(150), 3), "written under a later view");
    }

    @Test
    void viewThatVoidsNothingDoesNotBringBackWhatAnEarlierOneVoided() {
        VoidFilter filter = filter(view(2, 100), view(3, NOTHING), view(4, 200));

        assertTrue(filter.isVoid(number(101), 1));
        assertFalse(filter.isVoid(number(101), 2));
        assertFalse(filter.isVoid(number(200), 2));
        assertTrue(filter.isVoid(number(201), 2));
        assertTrue(filter.isVoid(number(201), 3));
    }

    @Test
    void frameIsJudgedByItsNumberAndView() {
        CommitFrame commit = SampleJournal.commit(101, 1);

        assertTrue(filter(view(8, 100)).isVoid(commit));
        assertFalse(filter(view(7, 100)).isVoid(commit));
    }

    @Test
    void agreesWithTheRuleReadAloudForRandomViewsInAnyOrder() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<View> views = new ArrayList<>();
            for (int view = 1; view <= 6; view++) {
                views.add(view(view, random.nextBoolean() ? NOTHING : random.nextInt(20)));
            }
            Collections.shuffle(views, random);
            VoidFilter filter = new VoidFilter(views);
            for (long number = 1; number <= 20; number++) {
                for (long written = 1; written <= 7; written++) {
                    assertEquals(
                            readAloud(views, number, written), filter.isVoid(number(number), written), "seed " + seed);
                }
            }
        }
    }

    private static boolean readAloud(List<View> views, long number, long written) {
        return views.stream()
                .anyMatch(view ->
                        view.number() > written && number > view.voidAbove().value());
    }

    private static VoidFilter filter(View... views) {
        return new VoidFilter(List.of(views));
    }

    private static View view(long number, long voidAbove) {
        return SampleJournal.view(number, voidAbove).view();
    }
}
