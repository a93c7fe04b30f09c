package io.hotcopy.driver;

import io.hotcopy.term.ElementId;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.SetId;
import java.util.Optional;

/**
 * What is asked of one archive.
 *
 * @param run the run's id
 * @param type its type
 * @param set the set it writes into: for a full the id of the set it will make; empty for a simple copy
 */
public record CopyRequest(ElementId run, HotCopyType type, Optional<SetId> set) {}
