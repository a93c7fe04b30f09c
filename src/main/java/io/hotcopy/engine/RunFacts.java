package io.hotcopy.engine;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.driver.Cut;
import io.hotcopy.term.ElementId;
import java.time.Instant;
import java.util.List;

/**
 * What all manifests of one run say alike.
 *
 * @param run its id
 * @param members every archive of it
 * @param cut the commit at which they agree
 * @param began when it began
 * @param ended when its last byte was written
 */
record RunFacts(ElementId run, List<ElementFacts.Member> members, Cut cut, Instant began, Instant ended) {}
