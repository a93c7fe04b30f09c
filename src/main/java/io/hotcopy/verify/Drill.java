package io.hotcopy.verify;

import io.hotcopy.term.ByteSize;
import java.time.Duration;

/**
 * What a drill measured.
 *
 * @param size bytes restored
 * @param restore how long the restore took: the achieved RTO
 * @param compare how long reading the restored archives took
 */
public record Drill(ByteSize size, Duration restore, Duration compare) {}
