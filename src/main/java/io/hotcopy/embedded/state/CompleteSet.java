package io.hotcopy.embedded.state;

import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.SetId;

/**
 * A backup set whose full has been published.
 *
 * @param set its id
 * @param cut the cut of its full
 */
public record CompleteSet(SetId set, CommitNumber cut) {}
