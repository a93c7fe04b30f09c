package io.hotcopy.plan;

import io.hotcopy.driver.Refusal;
import io.hotcopy.term.ArchiveId;

/**
 * A planned hot copy that may not begin beside what runs on one of its archives (M21–M26).
 *
 * @param step what is planned
 * @param archive on which
 * @param refusal why not, in the vendor's words, and what would help
 */
public record Conflict(HotCopyStep step, ArchiveId archive, Refusal refusal) {}
