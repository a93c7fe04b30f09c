package io.hotcopy.embedded.state;

import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.SetId;

/**
 * Where an archive's one journal chain ends: the next journal element begins after it, in whichever set (protocol §4).
 *
 * @param set the set that the last element lies in
 * @param element the last journal element; or the full or incremental that opened the chain, when there is none since
 * @param opening whether it is the full or incremental that opened it
 * @param through the last commit that the element holds
 */
public record ChainEnd(SetId set, ElementId element, boolean opening, CommitNumber through) {}
