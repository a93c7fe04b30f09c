package io.hotcopy.driver;

import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.ElementId;

/**
 * Where an incremental or journal element begins: after the element before it.
 *
 * @param previous the element that it continues, in whichever set it lies
 * @param after the last commit that is in there: the new element holds what comes after
 */
public record Continuation(ElementId previous, CommitNumber after) {}
