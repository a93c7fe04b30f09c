package io.hotcopy.simulate;

import io.hotcopy.term.HotCopyType;
import java.time.Instant;

/**
 * Runs that meet one they may not run beside, although nothing fails: perhaps only after days.
 *
 * @param backupGroup whose runs
 * @param type what was to begin
 * @param running what was still running
 * @param reaction what becomes of them: {@code wait}, {@code skip} or {@code fail}, as {@code onOverlap} says
 * @param first when for the first time
 * @param times how often in the horizon
 */
public record Overlap(
        String backupGroup, HotCopyType type, HotCopyType running, String reaction, Instant first, long times) {}
