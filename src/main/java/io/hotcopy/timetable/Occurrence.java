package io.hotcopy.timetable;

import io.hotcopy.term.HotCopyType;
import java.time.Instant;

/**
 * One instant at which a policy wants a run to begin.
 *
 * @param at when
 * @param type of the policy's line that says so
 * @param backupGroup the name of the backup group that is to be copied
 */
public record Occurrence(Instant at, HotCopyType type, String backupGroup) {}
