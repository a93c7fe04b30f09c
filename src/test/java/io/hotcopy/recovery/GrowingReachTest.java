package io.hotcopy.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is published of a database with two storage groups, A and B, and the newest commit that can be restored then: of
 * A by itself, of B by itself, of both. The commits of a full are its pin and its cut, those of another element the
 * last before those it holds and the last it holds.
 */
class GrowingReachTest {
    private static final String GROUPS = "AB";
    private static final int HOURS_OF_A_YEAR = 24 * 365;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            nothing gives nothing                          |                                             | -1 | -1 | -1
            a base gives its cut                           | base AB 5-10                                | 10 | 10 | 10
            a base before the first commit gives that      | base AB 0-0                                 |  0 |  0 |  0
            covers without a base give nothing             | journal AB 0-20, incremental AB 20-30       | -1 | -1 | -1
            the journal in a full is no base               | journal AB 5-10, journal AB 10-20           | -1 | -1 | -1
            a journal carries on                           | base AB 5-10, journal AB 10-20              | 20 | 20 | 20
            a journal may begin before the cut             | base AB 5-10, journal AB 3-20               | 20 | 20 | 20
            a journal after a gap waits                    | base AB 5-10, journal AB 11-20              | 10 | 10 | 10
            until the gap is closed                        | base AB 5-10, journal AB 11-20, \
                                                             journal AB 10-11                            | 20 | 20 | 20
            for one group the gap may be open still        | base AB 5-10, journal AB 11-20, \
                                                             journal A 10-11                             | 20 | 10 | 10
            one element may be waited for by many          | base AB 5-10, journal AB 15-20, \
                                                             incremental AB 20-30, journal AB 30-40, \
                                                             incremental AB 10-15                        | 40 | 40 | 40
            the base may be published last                 | journal AB 20-30, journal AB 10-20, \
                                                             base AB 5-10                                | 30 | 30 | 30
            groups meet at the commit of the one behind    | base AB 5-10, journal A 10-30, \
                                                             journal B 10-20                             | 30 | 20 | 20
            an incremental leads to its end only           | base AB 5-10, incremental A 10-30, \
                                                             journal B 10-20                             | 30 | 20 | 10
            where the journal arrives later                | base AB 5-10, incremental A 10-30, \
                                                             journal B 10-40                             | 30 | 40 | 30
            incrementals meet where both lead              | base AB 5-10, incremental AB 10-20, \
                                                             incremental A 20-30, incremental B 20-40    | 30 | 40 | 20
            an incremental begins at any reached commit    | base AB 5-10, journal AB 10-20, \
                                                             incremental AB 13-30                        | 30 | 30 | 30
            but not at one that another leads past         | base AB 5-10, incremental AB 10-20, \
                                                             incremental AB 21-30                        | 20 | 20 | 20
            the farther back of two leading to one commit  | incremental AB 12-20, incremental AB 8-20, \
                                                             incremental AB 12-20, base AB 5-10          | 20 | 20 | 20
            an element's early commits reach a later one   | base AB 5-10, incremental AB 10-40, \
                                                             journal A 20-50, journal B 20-30, \
                                                             incremental A 10-20, incremental B 10-20    | 50 | 40 | 40
            a later base bridges a gap                     | base AB 5-10, journal AB 15-30, \
                                                             base AB 18-20                               | 30 | 30 | 30
            an earlier base takes nothing back             | base AB 25-30, base AB 5-10, \
                                                             journal AB 10-20                            | 30 | 30 | 30
            a base of one group gives no whole             | base A 5-10, journal AB 0-20                | 20 | -1 | -1
            nor do two of one group each                   | base A 5-10, base B 5-10, \
                                                             journal AB 10-20                            | 20 | 20 | -1
            but its group goes on by itself                | base AB 5-10, base A 15-20, \
                                                             journal AB 20-30                            | 30 | 10 | 10
            the whole follows when its gap is closed       | base AB 5-10, base A 15-20, \
                                                             journal AB 20-30, incremental AB 10-20      | 30 | 30 | 30
            the journal in a base of one group is a cover  | base AB 5-10, base A 8-20, \
                                                             journal B 10-20                             | 20 | 20 | 20
            an empty cover adds nothing                    | base AB 5-10, journal AB 10-10, \
                                                             journal AB 30-30                            | 10 | 10 | 10
            """)
    void newestCommits(String name, String published, long a, long b, long whole) {
        GrowingReach reach = new GrowingReach(GROUPS.length());
        publish(reach, published == null ? "" : published);
        assertEquals(a, reach.newest(0), "A");
        assertEquals(b, reach.newest(1), "B");
        assertEquals(whole, reach.whole(), "whole");
    }

    @Test
    void copyGoesOnByItself() {
        GrowingReach reach = new GrowingReach(GROUPS.length());
        publish(reach, "base AB 5-10, journal AB 15-20, incremental AB 25-30, incremental A 10-12");
        GrowingReach copy = reach.copy();
        publish(reach, "journal AB 10-15");
        publish(copy, "journal AB 10-28");

        assertEquals(20, reach.whole());
        assertEquals(30, copy.whole());
        assertEquals(30, copy.newest(0));
    }

    @Test
    void keepsNextToNothingOfAYearInOrder() {
        GrowingReach reach = new GrowingReach(GROUPS.length());
        publish(reach, "base AB 0-1");
        for (int hour = 1; hour < HOURS_OF_A_YEAR; hour++) {
            publish(reach, "journal AB %d-%d, incremental A %1$d-%2$d".formatted(hour, hour + 1));
            assertEquals(0, reach.kept(), "hour " + hour);
        }
        assertEquals(HOURS_OF_A_YEAR, reach.whole());
    }

    /** Also without a base nothing can be forgotten of covers but that journals which meet are one. */
    @Test
    void keepsOneStretchOfJournalsThatWait() {
        GrowingReach reach = new GrowingReach(GROUPS.length());
        for (int hour = 1; hour < HOURS_OF_A_YEAR; hour++) {
            publish(reach, "incremental A %d-%d, journal A %1$d-%2$d".formatted(hour, hour + 1));
            assertEquals(1, reach.kept(), "hour " + hour);
        }
        publish(reach, "journal B 1-%d, base AB 0-1".formatted(HOURS_OF_A_YEAR));
        assertEquals(HOURS_OF_A_YEAR, reach.whole());
        assertEquals(0, reach.kept());
    }

    @Test
    void refusesWhatCannotBe() {
        assertThrows(IllegalArgumentException.class, () -> new GrowingReach(0));
        GrowingReach reach = new GrowingReach(1);
        assertThrows(IllegalArgumentException.class, () -> reach.cover(0, false, 20, 10));
        assertThrows(IllegalArgumentException.class, () -> reach.cover(0, true, -1, 10));
        assertThrows(IllegalArgumentException.class, () -> reach.base(new int[] {0}, 20, 10));
        assertTrue(reach.whole() < 0);
    }

    /** Words such as {@code "base AB 5-10, incremental A 10-20"}. */
    private static void publish(GrowingReach reach, String elements) {
        Arrays.stream(elements.split(",")).filter(element -> !element.isBlank()).forEach(element -> {
            String[] words = element.strip().split("[ -]");
            int[] groups = words[1].chars().map(GROUPS::indexOf).toArray();
            long from = Long.parseLong(words[2]);
            long through = Long.parseLong(words[3]);
            if (words[0].equals("base")) {
                reach.base(groups, from, through);
            } else {
                boolean incremental = words[0].equals("incremental");
                Arrays.stream(groups).forEach(group -> reach.cover(group, incremental, from, through));
            }
        });
    }
}
