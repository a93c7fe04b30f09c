package io.hotcopy.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hotcopy.term.HotCopyType;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogTest {
    private final Log log = log(10, 20, 20, 30);

    private static Log log(long... at) {
        Log log = new Log();
        for (long instant : at) {
            log.add(copy(instant));
        }
        return log;
    }

    private static Published copy(long at) {
        return new Published(0, HotCopyType.JOURNAL, at - 1, at, at - 1, 0, 0, 0, null);
    }

    private static List<Long> instants(Log log) {
        return log.first(log.size()).stream().map(Published::at).toList();
    }

    @Test
    void oneThatGoesOnReadsWhatCameBeforeAndOnlyThat() {
        Log after = log.after(2);
        log.add(copy(40));
        after.add(copy(35));
        assertEquals(List.of(10L, 20L, 35L), instants(after));
        assertEquals(List.of(10L, 20L, 20L, 30L, 40L), instants(log));
        assertEquals(List.of(10L, 20L, 35L, 50L), instants(with(after.after(3), 50)));
    }

    private static Log with(Log log, long at) {
        log.add(copy(at));
        return log;
    }

    @Test
    void theFirstAfterAnInstantIsFound() {
        assertEquals(0, log.firstAfter(9));
        assertEquals(1, log.firstAfter(10));
        assertEquals(1, log.firstAfter(19));
        assertEquals(3, log.firstAfter(20));
        assertEquals(4, log.firstAfter(30));
        assertEquals(0, new Log().firstAfter(30));
        assertEquals(2, with(log.after(2), 60).firstAfter(59));
    }
}
