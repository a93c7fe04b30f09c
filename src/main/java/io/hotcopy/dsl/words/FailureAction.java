package io.hotcopy.dsl.words;

/** What {@code onFailure} does. */
public enum FailureAction {
    /** The run stays failed. */
    FAIL,
    /** It is tried again. */
    RETRY
}
