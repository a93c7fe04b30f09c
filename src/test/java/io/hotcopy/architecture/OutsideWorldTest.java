package io.hotcopy.architecture;

import static io.hotcopy.architecture.Scan.check;

import org.junit.jupiter.api.Test;

/** Terminal, file system, time and chance are handed in. */
class OutsideWorldTest {
    @Test
    void standardStreamsOnlyInApp() {
        check(OutsideWorldRules.STANDARD_STREAMS);
    }

    @Test
    void pathsAreMadeFromTextOnlyInApp() {
        check(OutsideWorldRules.PATHS);
    }

    @Test
    void timeOfDayOnlyInApp() {
        check(OutsideWorldRules.CLOCK);
    }

    @Test
    void chanceOnlyInApp() {
        check(OutsideWorldRules.CHANCE);
    }
}
