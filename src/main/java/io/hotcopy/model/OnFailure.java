package io.hotcopy.model;

import java.time.Duration;

/** What becomes of a run that failed. */
public sealed interface OnFailure permits OnFailure.Fail, OnFailure.Retry {

    /** It stays failed. */
    record Fail() implements OnFailure {}

    /**
     * It is tried again.
     *
     * @param times how often at most, at least once
     * @param after how long after the failure
     */
    record Retry(int times, Duration after) implements OnFailure {

        public Retry {
            if (times < 1 || after.isNegative()) {
                throw new IllegalArgumentException("a retry happens at least once, and not before the failure");
            }
        }
    }
}
